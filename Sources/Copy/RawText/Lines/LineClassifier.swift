internal import CICU

/// Assigns each line its role: first the roles that a line's own form shows, then those that a run of lines shows,
/// then, from top to bottom, heading or prose.
struct LineClassifier {
    private let lines: [RawLine]
    private let conventions: CopyConventions
    /// For each line, whether a word begins in it and ends in the next.
    private let splitsWord: [Bool]

    /// The dash that begins a deck. A longer line with a dash is a paragraph of a speech.
    private static let deckMark: Keyword = "——"
    private static let longestDeck = 40.0
    /// The greatest distance between neighbouring items of a list, in lines; cut items have continuations between them.
    private static let itemReach = 3

    init(_ lines: [RawLine], conventions: CopyConventions) {
        self.lines = lines
        self.conventions = conventions
        let detector = SplitWordDetector()
        splitsWord = lines.indices.map {
            $0 + 1 < lines.count && detector.splitsWord(between: lines[$0], and: lines[$0 + 1])
        }
    }

    /// The lines with their roles.
    func classify() -> [ClassifiedLine] {
        var known = lines.indices.map(roleByForm)
        markListItems(&known)
        for run in VerseRule.runs(in: lines, known: known, conventions: conventions) {
            for index in run { known[index] = .verse }
        }
        let rolesBelow = rolesFromBelow(known)
        var classified: [ClassifiedLine] = []
        var followsOpenText = false
        for (index, line) in lines.enumerated() {
            let role =
                known[index]
                ?? bareNames(
                    line, after: classified.last?.role, before: index + 1 < lines.count ? rolesBelow[index + 1] : nil)
                ?? headingOrProse(
                    index, next: index + 1 < lines.count ? rolesBelow[index + 1] : nil, followsOpenText: followsOpenText
                )
            classified.append(ClassifiedLine(line: line, role: resolveDeck(role, line, after: classified.last?.role)))
            switch classified.last!.role {
            case .prose, .dispatch:
                followsOpenText = line.ending.isOpen || !line.unclosedMarks.isEmpty && line.ending != .sentence
            case .caption: break
            default: followsOpenText = false
            }
        }
        CaptionContext.joinCredits(in: &classified, conventions)
        CaptionContext.markUncredited(in: &classified, conventions)
        return classified
    }

    private func roleByForm(_ index: Int) -> LineRole? {
        let line = lines[index]
        if DatelineRule.isDispatch(line) { return .dispatch }
        if let byline = BylineRule.byline(line) { return .byline(byline) }
        if let caption = CreditRule.caption(of: line), caption.credit != nil || !isBullet(index) {
            return .caption(caption)
        }
        if line.scalars.starts(with: Self.deckMark), line.ems <= Self.longestDeck, line.ending != .sentence,
            !line.scalars.contains("。"), !line.ending.isOpen || line.ending == .word
        {
            return .deck
        }
        return nil
    }

    /// ▲ before one line refers to a picture; before several lines it is a bullet.
    private func isBullet(_ index: Int) -> Bool {
        let first = lines[index].scalars.first!
        return !first.isHan
            && [index - 1, index + 1].contains { lines.indices.contains($0) && lines[$0].scalars.first == first }
    }

    /// A line with a dash is a deck only below a heading; elsewhere it is a paragraph of a speech.
    private func resolveDeck(_ role: LineRole, _ line: RawLine, after previous: LineRole?) -> LineRole {
        guard role == .deck else { return role }
        guard let previous, previous.isHeading || previous == .deck || previous.isByline || previous.isCaption else {
            return .prose
        }
        return .deck
    }

    private func markListItems(_ known: inout [LineRole?]) {
        let markers = ListMarker.markers(of: lines.map(\.scalars))
        for index in lines.indices where known[index] == nil {
            guard let marker = markers[index] else { continue }
            let reach = lines[index].ending == .sentence || lines[index].ending == .semicolon ? Self.itemReach : 1
            let isItem = (1...reach).contains { step in
                index >= step && markers[index - step].map { $0.precedes(marker) } ?? false
                    || index + step < lines.count && markers[index + step].map { marker.precedes($0) } ?? false
            }
            if isItem { known[index] = .listItem }
        }
    }

    /// Roles assigned from bottom to top, without the preceding lines: enough to recognise a heading by the heading
    /// below it.
    private func rolesFromBelow(_ known: [LineRole?]) -> [LineRole] {
        var roles: [LineRole] = Array(repeating: .prose, count: lines.count)
        for index in lines.indices.reversed() {
            roles[index] =
                known[index]
                ?? headingOrProse(
                    index, next: index + 1 < lines.count ? roles[index + 1] : nil, followsOpenText: false)
        }
        return roles
    }

    private func headingOrProse(_ index: Int, next: LineRole?, followsOpenText: Bool) -> LineRole {
        let isContinued = index + 1 < lines.count && lines[index + 1].scalars.first!.cannotBeginLine
        let precedesCut =
            conventions.indentsParagraphs && next == .prose && index + 1 < lines.count && lines[index + 1].indent < 1
        let score = HeadingScore.score(
            lines[index],
            .init(
                next: next, followsOpenText: followsOpenText, isContinued: isContinued,
                precedesCut: precedesCut, splitsWord: splitsWord[index],
                conventions: conventions))
        return score >= HeadingScore.threshold ? .heading(score: score) : .prose
    }

    /// A line of names alone below a title is its byline.
    private func bareNames(_ line: RawLine, after previous: LineRole?, before next: LineRole?) -> LineRole? {
        guard let previous, previous.isHeading || previous == .deck, next == .prose || next == .verse,
            BylineRule.isBareNames(line)
        else { return nil }
        return .byline(line.text)
    }
}

/// Detects a word that the end of an old column cut in two: 堤查|看了 contains 查看, so the first line is neither a heading
/// nor a whole paragraph. ICU's dictionary of Chinese decides.
private struct SplitWordDetector: ~Copyable {
    /// The number of characters on each side that are examined: words are seldom longer than four.
    private static let reach = 6

    private let rules = icu_words_open("zh")

    deinit { rules.map(icu_words_close) }

    /// Whether a word begins at the end of `line` and ends in `next`. Only ideographs on both sides can form one word,
    /// and only short lines can be mistaken for headings.
    func splitsWord(between line: RawLine, and next: RawLine) -> Bool {
        guard line.ending == .word, line.ems <= HeadingScore.longestLength, line.scalars.last!.isHan,
            next.scalars.first!.isHan
        else { return false }
        let before = line.scalars.suffix(Self.reach).string.utf16, after = next.scalars.prefix(Self.reach).string.utf16
        let units = Array(before) + Array(after)
        return units.withUnsafeBufferPointer { buffer in
            guard let rules, icu_words_begin(rules, buffer.baseAddress, Int32(buffer.count)) == 0 else { return false }
            while case let boundary = icu_words_next(rules), boundary >= 0 {
                if boundary >= before.count { return boundary > before.count }
            }
            return false
        }
    }
}
