/// Scores whether a line is a heading or a piece of a paragraph.
///
/// No single feature decides, so each adds points. The difficult case is a short piece of a paragraph cut at the end of
/// a column: it is short, too, and ends without a full stop. A comma, an incomplete sentence before it, or neighbours
/// that need no heading reveal it.
enum HeadingScore {
    /// A line with at least this score is a heading.
    static let threshold = 3
    /// A heading with at least this score raises the score of the line above it, which may be its kicker.
    static let strongScore = 5

    /// Lengths of headings, in body characters. A longer headline needs three lines or more and is rare.
    private static let usualLength = 20.0
    private static let longLength = 32.0
    static let longestLength = 44.0

    /// The features of the lines around a line.
    struct Context {
        /// The role of the next line, if known.
        var next: LineRole?
        /// Whether the text before the line stops in the middle of a sentence.
        var followsOpenText: Bool
        /// Whether the next line begins with a mark that cannot begin a line.
        var isContinued: Bool
        /// Whether the next line is text without the usual paragraph indent, so that it continues a paragraph.
        var precedesCut: Bool
        /// Whether a word begins in the line and ends in the next.
        var splitsWord: Bool
        var conventions: CopyConventions
    }

    static func score(_ line: RawLine, _ context: Context) -> Int {
        endingPoints(line) + lengthPoints(line) + contentPoints(line) + contextPoints(line, context)
    }

    /// Points for the line's ending.
    private static func endingPoints(_ line: RawLine) -> Int {
        switch line.ending {
        case .word: 2
        case .closer: line.scalars.first!.isOpeningMark && line.unclosedMarks.isEmpty && isOneBracket(line) ? -4 : 1
        case .dash: 0
        case .colon: -1
        case .sentence: line.scalars.last == "？" || line.scalars.last == "！" || line.scalars.last == "?" ? 0 : -6
        case .pause, .semicolon, .opener: -6
        }
    }

    /// （完）: a line that is one bracket belongs to the text before it.
    private static func isOneBracket(_ line: RawLine) -> Bool {
        line.scalars.first == "（" && line.scalars.dropLast().allSatisfy { $0 != "）" }
    }

    private static func lengthPoints(_ line: RawLine) -> Int {
        switch line.ems {
        case ...usualLength: 2
        case ...longLength: 1
        case ...longestLength: -1
        default: -6
        }
    }

    /// Points for the line's content.
    private static func contentPoints(_ line: RawLine) -> Int {
        var points = 0
        let body = line.scalars.dropLast()
        if body.contains(where: { $0 == "。" || $0 == "；" }) { points -= 4 }
        let clauses = body.split { $0 == "，" }
        // 抓机遇，促发展: a couplet, two clauses of one length, is common in headings.
        let isCouplet = clauses.count == 2 && abs(clauses[0].count - clauses[1].count) <= 1
        if clauses.count > 1, !isCouplet { points -= min(4, 2 * (clauses.count - 1)) }
        if line.scalars.first!.cannotBeginLine || line.unmatchedClosers > 0 { points -= 6 }
        if !line.unclosedMarks.isEmpty { points -= 4 }
        if isSectionNumber(line.scalars) { points += 6 }
        if let marker = ListMarker(line.scalars), marker.number != nil, line.ending == .word { points += 2 }
        return points
    }

    /// 一, （二）, 3: a numeral alone divides a long story into sections.
    private static func isSectionNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let isBracketed = scalars.count > 2 && scalars.first!.closingMark == scalars.last
        let number = isBracketed ? scalars.dropFirst().dropLast() : scalars
        return (1...2).contains(number.count)
            && number.allSatisfy { "一二三四五六七八九十".unicodeScalars.contains($0) || $0.isDigit }
    }

    /// Points for the neighbouring lines.
    private static func contextPoints(_ line: RawLine, _ context: Context) -> Int {
        if context.isContinued { return -6 }
        var points = 0
        switch context.next {
        case .dispatch, .deck, .byline, .caption: points += 3
        // 市委书记强调： introduces the title below it.
        case .heading(let score) where score >= strongScore: points += line.ending == .colon ? 3 : 2
        default: break
        }
        // The line is indented like a paragraph, and the next line continues one.
        if context.precedesCut, line.isIndented { points -= 4 }
        if context.splitsWord, context.next == .prose { points -= 4 }
        if context.followsOpenText { points -= 3 } else if context.conventions.isWide(line.gap) { points += 1 }
        if context.conventions.indentsParagraphs {
            if line.isIndented {
                points -= context.conventions.headingIndentDiffers.map { $0 ? 4 : 0 } ?? 1
            } else if !context.followsOpenText {
                points += 1
            }
        }
        return points
    }
}
