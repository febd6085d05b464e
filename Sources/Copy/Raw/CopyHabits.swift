/// What a piece of raw copy does as a rule: only against that do a wide gap or a missing indent mean something.
struct CopyHabits: Sendable {
    /// Blank lines between two lines that follow each other, most often.
    let usualGap: Int
    /// Whether its paragraphs begin with an indent, so that a line without one goes on.
    let indentsParagraphs: Bool

    /// Lines as long as this are surely no headings.
    private static let proseLength = 25.0
    /// Paragraphs that it takes before an indent, or its lack, is a habit.
    private static let fewest = 4
    /// A cut leaves a line without indent, so even with the habit not every line has one.
    private static let habitShare = 0.6

    init(_ lines: [RawLine]) {
        let prose = lines.filter { $0.ems >= Self.proseLength }
        // Headings crowd or float; it is paragraphs that keep one distance.
        let text = lines.dropFirst().filter { $0.ems >= Self.proseLength || $0.ending == .sentence }
        var gaps: [Int: Int] = [:]
        for line in text.isEmpty ? Array(lines.dropFirst()) : text { gaps[line.gap, default: 0] += 1 }
        usualGap = gaps.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1
        let indented = prose.count { $0.indent >= 1 }
        indentsParagraphs =
            prose.count >= Self.fewest && indented < prose.count
            ? Double(indented) >= Self.habitShare * Double(prose.count)
            : prose.count >= Self.fewest && indented == prose.count && lines.contains { $0.indent < 1 }
    }

    /// More white than usual before a line: something stood there, or something new begins.
    func isWide(_ gap: Int) -> Bool { gap > usualGap }

    /// Lines of one element: nothing between them where paragraphs are parted by blank lines.
    func isTight(_ gap: Int) -> Bool { gap < usualGap }
}
