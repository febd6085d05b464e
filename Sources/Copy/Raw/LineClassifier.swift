/// Gives every line its role: first the roles that show in a line by itself, then those that show in a row of lines,
/// then, left to right, heading or prose.
struct LineClassifier {
    private let lines: [RawLine]
    private let habits: CopyHabits
    /// For each line whether a word begins in it and ends in the next.
    private let splitsWord: [Bool]

    /// A deck that begins with a dash is a line; a point of a speech that begins with one is a paragraph.
    private static let deckMark: StaticScalars = "——"
    private static let longestDeck = 40.0
    /// How far apart the items of a list may stand when cuts have parted them.
    private static let itemReach = 3

    init(_ lines: [RawLine], habits: CopyHabits) {
        self.lines = lines
        self.habits = habits
        let words = SplitWord()
        splitsWord = lines.indices.map { $0 + 1 < lines.count && words.stands(between: lines[$0], lines[$0 + 1]) }
    }

    func readLines() -> [ReadLine] {
        var known = lines.indices.map(roleByForm)
        markListItems(&known)
        for run in VerseRule.runs(in: lines, known: known, habits: habits) {
            for index in run { known[index] = .verse }
        }
        let guesses = headingsAhead(known)
        var read: [ReadLine] = []
        var followsOpenText = false
        for (index, line) in lines.enumerated() {
            let role =
                known[index]
                ?? bareNames(line, after: read.last?.role, before: index + 1 < lines.count ? guesses[index + 1] : nil)
                ?? headingOrProse(
                    index, next: index + 1 < lines.count ? guesses[index + 1] : nil, followsOpenText: followsOpenText)
            read.append(ReadLine(line: line, role: settle(role, line, after: read.last?.role)))
            switch read.last!.role {
            case .prose, .dispatch:
                followsOpenText = line.ending.isOpen || !line.unclosed.isEmpty && line.ending != .sentence
            case .caption: break
            default: followsOpenText = false
            }
        }
        LoneCredit.join(&read, habits)
        UncreditedCaption.mark(&read, habits)
        return read
    }

    private func roleByForm(_ index: Int) -> LineRole? {
        let line = lines[index]
        if DatelineRule.opens(line) { return .dispatch }
        if let byline = BylineRule.byline(line) { return .byline(byline) }
        if let caption = CreditRule.caption(line), caption.credit != nil || !isBullet(index) {
            return .caption(caption)
        }
        if line.scalars.starts(with: Self.deckMark), line.ems <= Self.longestDeck, line.ending != .sentence,
            !line.scalars.contains("。"), !line.ending.isOpen || line.ending == .word
        {
            return .deck
        }
        return nil
    }

    /// ▲ before one line points to a picture, before several it counts them off.
    private func isBullet(_ index: Int) -> Bool {
        let first = lines[index].scalars.first!
        return !first.isHan
            && [index - 1, index + 1].contains { lines.indices.contains($0) && lines[$0].scalars.first == first }
    }

    /// Without a heading over it a line with a dash is a point of a speech.
    private func settle(_ role: LineRole, _ line: RawLine, after previous: LineRole?) -> LineRole {
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

    /// Roles as they look from below, without what stands before: enough to know a heading by the one under it.
    private func headingsAhead(_ known: [LineRole?]) -> [LineRole] {
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
        let isContinued = index + 1 < lines.count && lines[index + 1].scalars.first!.cannotBegin
        let precedesCut =
            habits.indentsParagraphs && next == .prose && index + 1 < lines.count && lines[index + 1].indent < 1
        let score = HeadingScore.score(
            lines[index],
            .init(
                next: next, followsOpenText: followsOpenText, isContinued: isContinued,
                precedesCut: precedesCut, splitsWord: splitsWord[index],
                habits: habits))
        return score >= HeadingScore.threshold ? .heading(score: score) : .prose
    }

    /// Names alone under a title are its byline.
    private func bareNames(_ line: RawLine, after previous: LineRole?, before next: LineRole?) -> LineRole? {
        guard let previous, previous.isHeading || previous == .deck, next == .prose || next == .verse,
            BylineRule.isBareNames(line)
        else { return nil }
        return .byline(line.text)
    }
}
