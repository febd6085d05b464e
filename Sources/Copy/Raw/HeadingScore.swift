/// Weighs whether a line is a heading: something a compositor set large, and not a piece of a paragraph.
///
/// No single mark tells, so each feature adds its points. The hard case is a short piece of a paragraph that a column's
/// end cut off: it too is short and stops without a full stop. What gives it away is a comma, the open sentence before
/// it, or that nothing about its neighbours asks for a heading.
enum HeadingScore {
    /// From here on a line is taken as a heading.
    static let threshold = 3
    /// A heading as strong as this makes the line before it one more easily: a kicker stands over a title.
    static let strong = 5

    /// Headlines of over this many characters are set in three lines and more, and hardly ever written.
    private static let usualLength = 20.0
    private static let longLength = 32.0
    static let longestLength = 44.0

    struct Surroundings {
        /// The role of the following line, as far as it is known.
        var next: LineRole?
        /// Whether the text before stopped in the middle of a sentence.
        var followsOpenText: Bool
        /// Whether the following line begins with a mark that only goes on.
        var isContinued: Bool
        /// Whether the following line is text without the indent that paragraphs begin with, so that something goes on there.
        var precedesCut: Bool
        /// Whether a word begins in the line and ends in the following one.
        var splitsWord: Bool
        var habits: CopyHabits
    }

    static func score(_ line: RawLine, _ around: Surroundings) -> Int {
        stop(line) + length(line) + inside(line) + company(line, around)
    }

    /// How the line stops.
    private static func stop(_ line: RawLine) -> Int {
        switch line.ending {
        case .word: 2
        case .closer: line.scalars.first!.opens && line.unclosed.isEmpty && isOneBracket(line) ? -4 : 1
        case .dash: 0
        case .colon: -1
        case .sentence: line.scalars.last == "？" || line.scalars.last == "！" || line.scalars.last == "?" ? 0 : -6
        case .pause, .semicolon, .opener: -6
        }
    }

    /// （完）: a line that is one bracket says something of the text before it.
    private static func isOneBracket(_ line: RawLine) -> Bool {
        line.scalars.first == "（" && line.scalars.dropLast().allSatisfy { $0 != "）" }
    }

    private static func length(_ line: RawLine) -> Int {
        switch line.ems {
        case ...usualLength: 2
        case ...longLength: 1
        case ...longestLength: -1
        default: -6
        }
    }

    /// What stands inside the line.
    private static func inside(_ line: RawLine) -> Int {
        var points = 0
        let body = line.scalars.dropLast()
        if body.contains(where: { $0 == "。" || $0 == "；" }) { points -= 4 }
        let clauses = body.split { $0 == "，" }
        // 抓机遇，促发展: two halves of one length are a couplet, which headings love.
        let isCouplet = clauses.count == 2 && abs(clauses[0].count - clauses[1].count) <= 1
        if clauses.count > 1, !isCouplet { points -= min(4, 2 * (clauses.count - 1)) }
        if line.scalars.first!.cannotBegin || line.hanging > 0 { points -= 6 }
        if !line.unclosed.isEmpty { points -= 4 }
        if isSectionNumber(line.scalars) { points += 6 }
        if let marker = ListMarker(line.scalars), marker.number != nil, line.ending == .word { points += 2 }
        return points
    }

    /// 一, （二）, 3: a numeral alone parts a long story into sections.
    private static func isSectionNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let isBracketed = scalars.count > 2 && scalars.first!.closer == scalars.last
        let number = isBracketed ? scalars.dropFirst().dropLast() : scalars
        return (1...2).contains(number.count)
            && number.allSatisfy { "一二三四五六七八九十".unicodeScalars.contains($0) || $0.isDigit }
    }

    /// What stands around it.
    private static func company(_ line: RawLine, _ around: Surroundings) -> Int {
        if around.isContinued { return -6 }
        var points = 0
        switch around.next {
        case .dispatch, .deck, .byline, .caption: points += 3
        // 市委书记强调： leads to the title under it.
        case .heading(let score) where score >= strong: points += line.ending == .colon ? 3 : 2
        default: break
        }
        // It begins like a paragraph, and the line under it does not.
        if around.precedesCut, line.isIndented { points -= 4 }
        if around.splitsWord, around.next == .prose { points -= 4 }
        if around.followsOpenText { points -= 3 } else if around.habits.isWide(line.gap) { points += 1 }
        if around.habits.indentsParagraphs {
            if line.isIndented {
                points -= around.habits.headingsStandOut.map { $0 ? 4 : 0 } ?? 1
            } else if !around.followsOpenText {
                points += 1
            }
        }
        return points
    }
}
