/// Weighs whether a run of headings opens a new story or is a subhead of the one that is being read.
enum StoryStart {
    /// From here on it is a new story.
    static let threshold = 2
    /// Scores that a single feature more or less would have turned.
    static let doubtful = 0...4

    /// Titles are seldom shorter, subheads seldom longer.
    private static let shortHeading = 10.0
    private static let longHeading = 13.0
    private static let surelyTitle = 17.0
    /// Titles of neighbouring stories differ by no more than this.
    private static let evenness = 1.6

    struct Surroundings {
        /// The role of the first line of text behind the run.
        var next: ReadLine?
        /// Whether the story being read began with a deck or byline, as features do, and not with a dateline.
        var inFeature: Bool
        /// Whether it has subheads already.
        var hasSubheads: Bool
        /// How many blocks of it have been read.
        var blocks: Int
        /// The width of its title.
        var title: Double
        /// Whether it began with a dateline.
        var opensWithDispatch: Bool
        /// Whether its last paragraph is signed, so that it is over.
        var isSigned: Bool
        var habits: CopyHabits
    }

    /// - Parameter run: lines from the first heading on.
    static func score(_ run: ArraySlice<ReadLine>, _ around: Surroundings) -> Int {
        guard around.blocks > 0 else { return threshold + 2 }
        let headings = run.filter { $0.role.isHeading }
        let longest = headings.map(\.line.ems).max() ?? 0
        var points = 0
        if around.next?.role == .dispatch { points += 7 }
        if run.contains(where: { $0.role.isByline }) { points += 4 }
        if run.contains(where: { $0.role == .deck }) { points += 3 }
        if run.contains(where: { $0.role.isCaption }) { points += 1 }
        if around.habits.isWide(run.first!.line.gap) { points += 1 }
        // Under everything stands who signs, and seldom a title whose story is missing.
        if around.next == nil { points -= 3 }
        if around.isSigned { points += 5 }
        switch longest {
        case surelyTitle...: points += 3
        case longHeading...: points += 2
        case ...shortHeading: points -= 2
        default: break
        }
        // The stories of a page open alike: behind a dateline, text without one hardly begins another.
        if around.opensWithDispatch, around.next?.role != .dispatch { points -= 1 }
        if !around.inFeature, !around.opensWithDispatch {
            // Briefs have one paragraph each, and titles of about one length.
            if around.blocks == 1 {
                points += 1
                if longest * evenness >= around.title, longest <= around.title * evenness { points += 3 }
            }
        }
        if around.inFeature, !around.isSigned, longest < surelyTitle { points -= 3 }
        if around.hasSubheads { points -= longest < surelyTitle ? 2 : 1 }
        // Tight lines of uneven length, with nothing else, are the shape of a two-line subhead.
        if headings.count > 1, around.habits.isTight(headings.last!.line.gap), headings.count == run.count {
            points -= 2
        }
        if let first = headings.first, ListMarker(first.line.scalars)?.number != nil { points -= 3 }
        if let next = around.next, opensWithDay(next.line) { points += 1 }
        return points
    }

    /// 6月20日，…: news without a dateline begins with the day.
    private static func opensWithDay(_ line: RawLine) -> Bool {
        let head = line.scalars.prefix(7)
        guard head.first!.isDigit, let month = head.firstIndex(of: "月") else { return false }
        return head[month...].contains("日")
    }
}
