/// Weighs whether a run of headings opens a new story or is a subhead of the one that is being read.
enum StoryStart {
    /// From here on it is a new story.
    static let threshold = 2
    /// Whether a feature or two more or less would have turned the score. A story that is no feature seldom has subheads, so
    /// its first may be a title without a dateline or a piece of a paragraph; and in a feature what begins like news or a
    /// notice may be one.
    static func isDoubtful(_ score: Int, _ around: Surroundings) -> Bool {
        if !around.inFeature, !around.hasSubheads, score < threshold { return true }
        let beginsAnew = around.announcesList || around.next.map { opensWithDay($0.line) } ?? true
        return (around.inFeature && !beginsAnew ? 0...4 : -9...4).contains(score)
    }

    /// Titles are seldom shorter, subheads seldom longer.
    private static let shortHeading = 10.0
    private static let longHeading = 13.0
    private static let surelyTitle = 17.0
    /// Titles of neighbouring stories differ by no more than this.
    private static let evenness = 1.6

    struct Surroundings {
        /// The role of the first line of text behind the run.
        var next: ReadLine?
        /// Whether that line announces a list, and nothing else stands before it: a notice.
        var announcesList: Bool
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
        /// Whether a byline stands over the heading: it signs the text before, or the story that begins.
        var followsByline: Bool
        var habits: CopyHabits
    }

    /// - Parameter run: lines from the first heading on.
    static func score(_ run: ArraySlice<ReadLine>, _ around: Surroundings) -> Int {
        guard around.blocks > 0 else { return threshold + 2 }
        let headings = run.filter { $0.role.isHeading }
        let longest = headings.map(\.line.ems).max() ?? 0
        var points = 0
        if around.next?.role == .dispatch { points += 12 }
        // No subhead is signed or explained.
        if let byline = run.first(where: { $0.role.isByline }) { points += signed(by: byline, around) }
        if run.contains(where: { $0.role == .deck }) { points += 12 }
        if around.followsByline { points += 12 }
        if run.contains(where: { $0.role.isCaption }) { points += 1 }
        points += white(before: run.first!.line, around.habits)
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
        if let next = around.next, opensWithDay(next.line) { points += around.inFeature ? 1 : 4 }
        if isPictureStory(run, around) { points += 12 }
        if around.announcesList { points += around.inFeature ? 1 : 4 }
        if headings.contains(where: { isNotice($0.line) }) { points += 8 }
        return points
    }

    /// What a byline under the heading tells. Nothing outweighs a role with a name, or a poet over verse; names alone may be
    /// the second line of a subhead, and under everything stands who signed all of it.
    private static func signed(by byline: ReadLine, _ around: Surroundings) -> Int {
        guard let next = around.next else { return 4 }
        return BylineRule.byline(byline.line) != nil || next.role == .verse ? 15 : 8
    }

    /// White before a heading tells where the copy has it before all stories that are sure to be ones.
    private static func white(before line: RawLine, _ habits: CopyHabits) -> Int {
        switch (habits.partsStories, habits.isWide(line.gap)) {
        case (true, true): 7
        case (true, false): -4
        case (nil, true): 1
        default: 0
        }
    }

    /// What titles of notices end with.
    private static func isNotice(_ line: RawLine) -> Bool {
        notices.contains(where: line.scalars.ends)
    }

    private static let notices: [StaticScalars] = ["通知", "公告", "启事", "公示", "通告", "声明", "公报", "名单"]

    /// Words under a picture that no text stands under: they are all of a story, and the heading is its title.
    private static func isPictureStory(_ run: ArraySlice<ReadLine>, _ around: Surroundings) -> Bool {
        let behind = run.drop { $0.role.isHeading }
        guard case .caption(let words) = behind.first?.role, words.caption.count > shortestTale else { return false }
        return around.next == nil || behind.contains { $0.role.isHeading }
    }

    /// Characters of words under a picture that tell a story.
    private static let shortestTale = 20

    private static let days: [StaticScalars] = ["日前", "近日", "昨日", "昨天", "连日来"]

    /// 6月20日，…, 日前，…: news without a dateline begins with the day.
    private static func opensWithDay(_ line: RawLine) -> Bool {
        if days.contains(where: line.scalars.starts) { return true }
        let head = line.scalars.prefix(7)
        guard head.first!.isDigit, let month = head.firstIndex(of: "月") else { return false }
        return head[month...].contains("日")
    }
}
