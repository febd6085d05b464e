/// Recognises verse and tables: a run of short lines that are neither headings, because a page has no five headings in
/// a row, nor paragraphs, because they do not end with a sentence. Such lines keep their breaks.
enum VerseRule {
    private static let longestLine = 20.0
    /// The least number of lines: kicker, title, deck and a first subhead may follow each other, so a head has fewer.
    private static let minLines = 5
    /// The least number of lines after a byline or deck, or after a colon that announces them.
    private static let minAnnouncedLines = 4

    /// The runs of verse.
    /// - Parameter known: the roles that lines have by their own form; nil for undecided lines.
    static func runs(in lines: [RawLine], known: [LineRole?], conventions: CopyConventions) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        while start < lines.count {
            var end = start
            while end < lines.count, known[end] == nil, isShort(lines[end]), !isTitle(end, over: start, lines) {
                end += 1
            }
            let endsAtTitle = end < lines.count && end > start && isTitle(end, over: start, lines)
            let run = start..<(endsAtTitle ? end : withoutTitle(start..<end, lines, known))
            if !run.isEmpty { runs += verse(in: run, lines, known, conventions).map { [$0] } ?? [] }
            start = max(end, start + 1)
        }
        return runs
    }

    /// The end of the run without the title of a story that begins after it.
    private static func withoutTitle(_ run: Range<Int>, _ lines: [RawLine], _ known: [LineRole?]) -> Int {
        guard run.count > 1, run.upperBound < lines.count else { return run.upperBound }
        if let head = headlineStart(run, lines) { return head }
        let last = run.upperBound - 1
        // The lines of a two-line title have a narrow gap, after a wider one.
        let title = run.count > 2 && lines[last].gap < lines[last - 1].gap ? last - 1 : last
        let isSeparate = lines[title].gap > lines[title - 1].gap
        // A row with as many cells as the row above is the table's last.
        if last > run.lowerBound + 1, cells(lines[last]) > 2, cells(lines[last]) == cells(lines[last - 1]) {
            return last + 1
        }
        switch known[run.upperBound] {
        // A byline with a wide gap before it, or above another heading, is not the last line's: it signs the verse or
        // belongs to the next story.
        case .byline where lines[run.upperBound].gap > lines[last].gap || beginsStory(run.upperBound, lines, known):
            return last + 1
        case .dispatch, .deck, .byline: return title
        // Text may continue after verse that it announced, but not after a poem that is a story, or after a table.
        case nil:
            let next = lines[run.upperBound]
            if next.ending == .word, next.ems <= HeadingScore.longestLength { return last + 1 }
            return isSeparate || !isAnnounced(run, lines) || isBelowTable(title, run, lines) ? title : last + 1
        default: return isSeparate ? title : last + 1
        }
    }

    /// Whether a byline begins a story: a heading follows it.
    private static func beginsStory(_ byline: Int, _ lines: [RawLine], _ known: [LineRole?]) -> Bool {
        byline + 1 < lines.count && known[byline + 1] == nil && lines[byline + 1].ending == .word
            && lines[byline + 1].ems <= longestLine && !isVerse(byline + 1, lines, known)
    }

    /// Whether the lines from here on are too many for a headline.
    private static func isVerse(_ index: Int, _ lines: [RawLine], _ known: [LineRole?]) -> Bool {
        index + minAnnouncedLines <= lines.count
            && (index..<index + minAnnouncedLines).allSatisfy { known[$0] == nil && isShort(lines[$0]) }
    }

    /// The most short lines of a headline: a kicker and a title of two lines.
    private static let maxHeadlineLines = 3
    /// The least number of lines above them that show the form of the verse.
    private static let minShownLines = 3

    /// The start of a headline at the run's end, if its form differs from the lines above it: its indent differs from
    /// all of theirs, it has no cells below rows with cells, or its gaps are wider and either its first gap is the
    /// widest or its widths are outside the range of theirs.
    private static func headlineStart(_ run: Range<Int>, _ lines: [RawLine]) -> Int? {
        (1...maxHeadlineLines).reversed().map { run.upperBound - $0 }.first { head in
            // The first line may be the poem's title, and the second its poet.
            let first = run.lowerBound + (BylineRule.isBareNames(lines[run.lowerBound + 1]) ? 2 : 1)
            guard head - first >= minShownLines else { return false }
            let above = lines[first..<head], below = lines[head..<run.upperBound]
            let edge = above.first!.blanksBefore
            if above.allSatisfy({ $0.blanksBefore == edge }), below.allSatisfy({ $0.blanksBefore != edge }) {
                return true
            }
            if above.allSatisfy({ cells($0) > 1 }), below.allSatisfy({ cells($0) == 1 }) { return true }
            let widths = above.map(\.ems), gap = above.dropFirst().map(\.gap).min()!
            guard below.allSatisfy({ $0.gap > gap }) else { return false }
            return below.allSatisfy { $0.ems > widths.max()! || $0.ems < widths.min()! }
                || below.count > 1 && below.dropFirst().allSatisfy { $0.gap < below.first!.gap }
        }
    }

    /// Whether a line without cells is below rows that all have cells.
    private static func isBelowTable(_ title: Int, _ run: Range<Int>, _ lines: [RawLine]) -> Bool {
        title > run.lowerBound + 1 && cells(lines[title]) == 1
            && (run.lowerBound..<title).allSatisfy { cells(lines[$0]) > 1 }
    }

    private static func cells(_ line: RawLine) -> Int { line.scalars.wordRanges.count }

    /// Whether a line is the title of another poem: its poet's name follows.
    private static func isTitle(_ index: Int, over start: Int, _ lines: [RawLine]) -> Bool {
        guard index > start, index + 2 < lines.count else { return false }
        let names = (index - 1...index + 2).map { BylineRule.isBareNames(lines[$0]) }
        // Consecutive names are a list of names, not poets.
        return !names[0] && names[2] && !names[3]
    }

    private static func isAnnounced(_ run: Range<Int>, _ lines: [RawLine]) -> Bool {
        run.lowerBound > 0 && lines[run.lowerBound - 1].ending == .colon
    }

    private static func isShort(_ line: RawLine) -> Bool {
        line.ems <= longestLine && !line.scalars.dropLast().contains("。") && ListMarker(line.scalars)?.number == nil
    }

    private static func verse(
        in run: Range<Int>, _ lines: [RawLine], _ known: [LineRole?], _ conventions: CopyConventions
    ) -> Range<Int>? {
        // Dialogue ends each short paragraph with a full stop. Verse ends hardly any line with one, or every second
        // line, with commas between.
        let closed = run.count { lines[$0].ending == .sentence }
        let bare = run.count { lines[$0].ending == .word }
        guard closed * 4 <= run.count || closed * 2 <= run.count && bare * 4 <= run.count else { return nil }
        let isAnnounced =
            isAnnounced(run, lines)
            || run.lowerBound > 0 && known[run.lowerBound - 1].map { $0.isByline || $0 == .deck } ?? false
                && !isTitled(run, lines)
        if isAnnounced { return run.count >= minAnnouncedLines ? run : nil }
        // The run begins with its title, unless the poem is inside a story.
        var verse = run.dropFirst()
        if let poet = verse.first, BylineRule.isBareNames(lines[poet]) { verse = verse.dropFirst() }
        return verse.count >= minLines - 1 && (run.count > minLines || isFirstLineSeparate(run, lines))
            ? verse.startIndex..<verse.endIndex : nil
    }

    /// Whether the run begins with a title and a poet.
    private static func isTitled(_ run: Range<Int>, _ lines: [RawLine]) -> Bool {
        run.count > 2 && !BylineRule.isBareNames(lines[run.lowerBound])
            && BylineRule.isBareNames(lines[run.lowerBound + 1])
    }

    /// Whether the gap after the first line is wider than the narrowest of the others.
    private static func isFirstLineSeparate(_ run: Range<Int>, _ lines: [RawLine]) -> Bool {
        let inner = run.dropFirst(2).map { lines[$0].gap }.min() ?? 0
        return lines[run.lowerBound + 1].gap > inner
    }
}
