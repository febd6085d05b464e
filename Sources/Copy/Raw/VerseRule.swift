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
            while end < lines.count, known[end] == nil, isShort(lines[end]), !isTitle(end, over: start, lines) {
                end += 1
            }
            let isCutShort = end < lines.count && end > start && isTitle(end, over: start, lines)
            let run = start..<(isCutShort ? end : withoutTitle(start..<end, lines, known))
            if !run.isEmpty { runs += verse(in: run, lines, known, habits).map { [$0] } ?? [] }
            start = max(end, start + 1)
        }
        return runs
    }

    /// Where the run ends without the title of a story that begins behind it.
    private static func withoutTitle(_ run: Range<Int>, _ lines: [RawLine], _ known: [LineRole?]) -> Int {
        guard run.count > 1, run.upperBound < lines.count else { return run.upperBound }
        if let head = headBehind(run, lines) { return head }
        let last = run.upperBound - 1
        // A title of two lines stands tight under white.
        let title = run.count > 2 && lines[last].gap < lines[last - 1].gap ? last - 1 : last
        let standsApart = lines[title].gap > lines[title - 1].gap
        // A row like those over it is the table's last.
        if last > run.lowerBound + 1, cells(lines[last]) > 2, cells(lines[last]) == cells(lines[last - 1]) {
            return last + 1
        }
        switch known[run.upperBound] {
        // A byline that stands apart from the last line, or over another heading, is not its own: it signs the verse, or
        // leads what comes.
        case .byline where lines[run.upperBound].gap > lines[last].gap || leads(run.upperBound, lines, known):
            return last + 1
        case .dispatch, .deck, .byline: return title
        // Text may go on behind verse that it has announced; behind a poem by itself, or a table, nothing does.
        case nil:
            let next = lines[run.upperBound]
            if next.ending == .word, next.ems <= HeadingScore.longestLength { return last + 1 }
            return standsApart || !isAnnounced(run, lines) || isBelowTable(title, run, lines) ? title : last + 1
        default: return standsApart ? title : last + 1
        }
    }

    private static func leads(_ byline: Int, _ lines: [RawLine], _ known: [LineRole?]) -> Bool {
        byline + 1 < lines.count && known[byline + 1] == nil && lines[byline + 1].ending == .word
            && lines[byline + 1].ems <= longestLine && !isVerse(byline + 1, lines, known)
    }

    /// Whether the lines from here on are too many for a head.
    private static func isVerse(_ index: Int, _ lines: [RawLine], _ known: [LineRole?]) -> Bool {
        index + fewestAnnounced <= lines.count
            && (index..<index + fewestAnnounced).allSatisfy { known[$0] == nil && isShort(lines[$0]) }
    }

    /// The most lines of a head that are short: a kicker and a title of two lines.
    private static let mostHeadLines = 3
    /// Lines over them that show how the verse is laid out.
    private static let fewestShown = 3

    /// Where the head of a story begins at the run's end, if it is laid out otherwise than the lines over it: it begins at
    /// another edge than all of these, has no cells under rows that have some, or each of its lines stands
    /// apart, where those over it stand together, and the first the most, or they are longer or shorter.
    private static func headBehind(_ run: Range<Int>, _ lines: [RawLine]) -> Int? {
        (1...mostHeadLines).reversed().map { run.upperBound - $0 }.first { head in
            // The first line may be a title itself, and the second its poet.
            let first = run.lowerBound + (BylineRule.isBareNames(lines[run.lowerBound + 1]) ? 2 : 1)
            guard head - first >= fewestShown else { return false }
            let shown = lines[first..<head], behind = lines[head..<run.upperBound]
            let edge = shown.first!.blanksBefore
            if shown.allSatisfy({ $0.blanksBefore == edge }), behind.allSatisfy({ $0.blanksBefore != edge }) {
                return true
            }
            if shown.allSatisfy({ cells($0) > 1 }), behind.allSatisfy({ cells($0) == 1 }) { return true }
            let widths = shown.map(\.ems), gap = shown.dropFirst().map(\.gap).min()!
            guard behind.allSatisfy({ $0.gap > gap }) else { return false }
            return behind.allSatisfy { $0.ems > widths.max()! || $0.ems < widths.min()! }
                || behind.count > 1 && behind.dropFirst().allSatisfy { $0.gap < behind.first!.gap }
        }
    }

    /// Whether a line with no cells stands under rows that all have some.
    private static func isBelowTable(_ title: Int, _ run: Range<Int>, _ lines: [RawLine]) -> Bool {
        title > run.lowerBound + 1 && cells(lines[title]) == 1
            && (run.lowerBound..<title).allSatisfy { cells(lines[$0]) > 1 }
    }

    private static func cells(_ line: RawLine) -> Int { CopyWords(line.scalars).ranges.count }

    /// Whether a line is the title of another poem: its poet stands under it.
    private static func isTitle(_ index: Int, over start: Int, _ lines: [RawLine]) -> Bool {
        guard index > start, index + 2 < lines.count else { return false }
        let names = (index - 1...index + 2).map { BylineRule.isBareNames(lines[$0]) }
        // In a list of names nobody is a poet.
        return !names[0] && names[2] && !names[3]
    }

    private static func isAnnounced(_ run: Range<Int>, _ lines: [RawLine]) -> Bool {
        run.lowerBound > 0 && lines[run.lowerBound - 1].ending == .colon
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
            isAnnounced(run, lines)
            || run.lowerBound > 0 && known[run.lowerBound - 1].map { $0.isByline || $0 == .deck } ?? false
                && !isTitled(run, lines)
        if isAnnounced { return run.count >= fewestAnnounced ? run : nil }
        // Its title leads the run, unless the poem stands in the middle of a story.
        var verse = run.dropFirst()
        if let poet = verse.first, BylineRule.isBareNames(lines[poet]) { verse = verse.dropFirst() }
        return verse.count >= fewestLines - 1 && (run.count > fewestLines || parted(run.lowerBound, lines, run))
            ? verse.startIndex..<verse.endIndex : nil
    }

    /// Whether title and poet lead it.
    private static func isTitled(_ run: Range<Int>, _ lines: [RawLine]) -> Bool {
        run.count > 2 && !BylineRule.isBareNames(lines[run.lowerBound])
            && BylineRule.isBareNames(lines[run.lowerBound + 1])
    }

    /// Whether the first line stands apart from the rest.
    private static func parted(_ first: Int, _ lines: [RawLine], _ run: Range<Int>) -> Bool {
        let inner = run.dropFirst(2).map { lines[$0].gap }.min() ?? 0
        return lines[first + 1].gap > inner
    }
}
