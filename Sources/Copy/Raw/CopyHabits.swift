/// What a piece of raw copy does as a rule: only against that do a wide gap or a missing indent mean something.
struct CopyHabits: Sendable {
    /// Blank lines between two lines that follow each other, most often.
    let usualGap: Int
    /// Whether its paragraphs begin with an indent, so that a line without one goes on.
    let indentsParagraphs: Bool
    /// Whether headings begin otherwise than paragraphs, so that what is indented like one is no heading; nil while nothing
    /// tells.
    let headingsStandOut: Bool?
    /// Whether it has lines that stand tighter than paragraphs do, as those of one heading.
    let setsTight: Bool
    /// Whether more white than usual stands before every story; nil while nothing tells.
    private(set) var partsStories: Bool?

    /// Lines as long as this are surely no headings.
    private static let proseLength = 25.0
    /// Paragraphs that it takes before an indent, or its lack, is a habit.
    private static let fewest = 4
    /// A cut behind a full stop leaves a line without indent, so even with the habit not every line has one.
    private static let habitShare = 0.6

    init(_ lines: [RawLine]) {
        let prose = lines.filter { $0.ems >= Self.proseLength }
        // Headings crowd or float; it is paragraphs that keep one distance.
        let text = lines.dropFirst().filter { $0.ems >= Self.proseLength || $0.ending == .sentence }
        var gaps: [Int: Int] = [:]
        for line in text.isEmpty ? Array(lines.dropFirst()) : text { gaps[line.gap, default: 0] += 1 }
        usualGap = gaps.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1
        setsTight = lines.dropFirst().contains { [usualGap] in $0.gap < usualGap }
        // What goes on after a cut has no indent in any copy.
        let cut = zip(lines, lines.dropFirst()).filter { before, line in
            before.ems >= Self.proseLength && before.ending.isOpen && line.ems >= Self.proseLength
        }
        let begun = prose.count - cut.count
        let indented = prose.count { $0.indent >= 1 } - cut.count { $1.indent >= 1 }
        indentsParagraphs =
            begun >= Self.fewest && indented < begun
            ? Double(indented) >= Self.habitShare * Double(begun)
            : begun >= Self.fewest && lines.contains { $0.indent < 1 }
        headingsStandOut = indentsParagraphs ? Self.headingsStandOut(lines) : nil
    }

    /// Short lines behind a full stop are headings for the most part, and pieces of cut paragraphs for the rest.
    private static func headingsStandOut(_ lines: [RawLine]) -> Bool? {
        let short = zip(lines, lines.dropFirst()).filter { before, line in
            before.ending == .sentence && line.ending == .word && line.ems <= shortLength
        }
        guard short.count >= fewest else { return nil }
        return Double(short.count { $1.isIndented }) <= strayShare * Double(short.count)
    }

    private static let shortLength = 20.0
    private static let strayShare = 0.35

    /// Looks for the white before stories of whose titles there is no doubt: a dateline, a byline or a deck stands under them.
    mutating func learn(from read: [ReadLine]) {
        var titles: Set<Int> = []
        for index in read.indices where index > 0 {
            switch read[index].role {
            case .dispatch, .deck: break
            case .byline where BylineRule.byline(read[index].line) != nil: break
            default: continue
            }
            guard let before = read[..<index].lastIndex(where: { !$0.role.isDisplay }), before + 1 < index,
                read[before + 1].role.isHeading
            else { continue }
            titles.insert(before + 1)
        }
        guard titles.count >= Self.fewestStories else { return }
        let parted = titles.count { isWide(read[$0].line.gap) }
        partsStories = parted == titles.count ? true : parted == 0 ? false : nil
    }

    /// Stories that show a habit, with nothing that speaks against it.
    private static let fewestStories = 2

    /// More white than usual before a line: something stood there, or something new begins.
    func isWide(_ gap: Int) -> Bool { gap > usualGap }

    /// Lines of one element: nothing between them where paragraphs are parted by blank lines.
    func isTight(_ gap: Int) -> Bool { gap < usualGap }
}
