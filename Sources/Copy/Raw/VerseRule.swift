/// Finds verse: a run of short lines that are no headings, because a page has no five headings in a row, and no
/// paragraphs, because they stop where the line stops and not where a sentence does. Its lines are kept as they are.
enum VerseRule {
    private static let longestLine = 20.0
    /// Kicker, title, deck and a first subhead may stand in a row; from here on it is something else.
    private static let fewestLines = 5
    /// Behind a title, a byline or a colon that announces it, a shorter poem is known.
    private static let fewestAnnounced = 4

    /// The runs of verse.
    /// - Parameter known: the roles that lines have by their own form; nil where open.
    static func runs(in lines: [RawLine], known: [LineRole?], habits: CopyHabits) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        while start < lines.count {
            var end = start
            while end < lines.count, known[end] == nil, isShort(lines[end]) { end += 1 }
            if end > start { runs += verse(in: start..<end, lines, known, habits).map { [$0] } ?? [] }
            start = max(end, start + 1)
        }
        return runs
    }

    private static func isShort(_ line: RawLine) -> Bool {
        line.ems <= longestLine && !line.scalars.dropLast().contains("。") && ListMarker(line.scalars)?.number == nil
    }

    private static func verse(
        in run: Range<Int>, _ lines: [RawLine], _ known: [LineRole?], _ habits: CopyHabits
    ) -> Range<Int>? {
        // Speech in short paragraphs closes each of them. Verse closes hardly any, or one line in two behind a comma.
        let closed = run.count { lines[$0].ending == .sentence }
        let bare = run.count { lines[$0].ending == .word }
        guard closed * 4 <= run.count || closed * 2 <= run.count && bare * 4 <= run.count else { return nil }
        let isAnnounced =
            run.lowerBound > 0
            && (known[run.lowerBound - 1].map { $0.isByline || $0 == .deck }
                ?? (lines[run.lowerBound - 1].ending == .colon))
        if isAnnounced { return run.count >= fewestAnnounced ? run : nil }
        // Its title leads the run, unless the poem stands in the middle of a story.
        let verse = run.dropFirst()
        return verse.count >= fewestLines - 1 && (run.count > fewestLines || parted(run.lowerBound, lines, run))
            ? verse.startIndex..<verse.endIndex : nil
    }

    /// Whether the first line stands apart from the rest.
    private static func parted(_ first: Int, _ lines: [RawLine], _ run: Range<Int>) -> Bool {
        let inner = run.dropFirst(2).map { lines[$0].gap }.min() ?? 0
        return lines[first + 1].gap > inner
    }
}
