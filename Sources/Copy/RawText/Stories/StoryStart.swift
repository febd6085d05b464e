/// Scores whether a run of headings opens a new story or is a subhead of the current one.
enum StoryStart {
    /// A run with at least this score opens a story.
    static let threshold = 2
    /// Whether one or two more features could have reversed the decision. News seldom has subheads, so its first may be
    /// a title without a dateline, or a piece of a paragraph; in a feature, a heading over news or a notice may be a
    /// title.
    static func isDoubtful(_ score: Int, _ context: Context) -> Bool {
        if !context.inFeature, !context.hasSubheads, score < threshold { return true }
        let startsLikeStory = context.announcesList || context.next.map { opensWithDay($0.line) } ?? true
        return (context.inFeature && !startsLikeStory ? 0...4 : -9...4).contains(score)
    }

    /// Lengths of headings, in body characters: titles are seldom shorter than the first, subheads seldom longer than
    /// the second, and never than the third.
    private static let shortHeading = 10.0
    private static let longHeading = 13.0
    private static let certainTitle = 17.0
    /// The greatest ratio between the lengths of neighbouring titles.
    private static let maxLengthRatio = 1.6

    /// The story before a run of headings, and the text after it.
    struct Context {
        /// The first line of text after the run.
        var next: ClassifiedLine?
        /// Whether `next` announces a list, as in a notice.
        var announcesList: Bool
        /// Whether the current story began with a deck or byline, like a feature.
        var inFeature: Bool
        /// Whether the current story has subheads.
        var hasSubheads: Bool
        /// The number of blocks in the current story.
        var blockCount: Int
        /// The width of the current story's title, in body characters.
        var titleWidth: Double
        /// Whether the current story began with a dateline.
        var opensWithDispatch: Bool
        /// Whether the last paragraph of the current story is signed, which ends a story.
        var isSigned: Bool
        /// Whether a byline precedes the heading. It signs the text before it or the story that begins.
        var followsByline: Bool
        var conventions: CopyConventions
    }

    /// - Parameter run: the headings, bylines and captions from the first heading on.
    static func score(_ run: ArraySlice<ClassifiedLine>, _ context: Context) -> Int {
        guard context.blockCount > 0 else { return threshold + 2 }
        let headings = run.filter { $0.role.isHeading }
        let longest = headings.map(\.line.ems).max() ?? 0
        var points = 0
        if context.next?.role == .dispatch { points += 12 }
        // A subhead has no byline and no deck.
        if let byline = run.first(where: { $0.role.isByline }) { points += bylinePoints(byline, context) }
        if run.contains(where: { $0.role == .deck }) { points += 12 }
        if context.followsByline { points += 12 }
        if run.contains(where: { $0.role.isCaption }) { points += 1 }
        points += gapPoints(run.first!.line, context.conventions)
        // At the end of the copy, a signature is more likely than a title without a story.
        if context.next == nil { points -= 3 }
        if context.isSigned { points += 5 }
        switch longest {
        case certainTitle...: points += 3
        case longHeading...: points += 2
        case ...shortHeading: points -= 2
        default: break
        }
        // The stories of a page begin alike: after one with a dateline, text without one seldom begins another.
        if context.opensWithDispatch, context.next?.role != .dispatch { points -= 1 }
        if !context.inFeature, !context.opensWithDispatch {
            // Briefs have one paragraph and titles of similar lengths.
            if context.blockCount == 1 {
                points += 1
                if longest * maxLengthRatio >= context.titleWidth, longest <= context.titleWidth * maxLengthRatio {
                    points += 3
                }
            }
        }
        if context.inFeature, !context.isSigned, longest < certainTitle { points -= 3 }
        if context.hasSubheads { points -= longest < certainTitle ? 2 : 1 }
        // Lines of unequal length with narrow gaps and nothing else are typical of a two-line subhead.
        if headings.count > 1, context.conventions.isTight(headings.last!.line.gap), headings.count == run.count {
            points -= 2
        }
        if let first = headings.first, ListMarker(first.line.scalars)?.number != nil { points -= 3 }
        if let next = context.next, opensWithDay(next.line) { points += context.inFeature ? 1 : 4 }
        if isPictureStory(run, context) { points += 12 }
        if context.announcesList { points += context.inFeature ? 1 : 4 }
        if headings.contains(where: { isNotice($0.line) }) { points += 8 }
        return points
    }

    /// Points for a byline below the heading. Nothing outweighs a role with a name, or a poet above verse. Names alone
    /// may be the second line of a subhead, and a name at the end of the copy signs all of it.
    private static func bylinePoints(_ byline: ClassifiedLine, _ context: Context) -> Int {
        guard let next = context.next else { return 4 }
        return BylineRule.byline(byline.line) != nil || next.role == .verse ? 15 : 8
    }

    /// Points for the gap before the heading, if all unambiguous titles of the copy have a wide gap, or none has.
    private static func gapPoints(_ line: RawLine, _ conventions: CopyConventions) -> Int {
        switch (conventions.storiesHaveWideGaps, conventions.isWide(line.gap)) {
        case (true, true): 7
        case (true, false): -4
        case (nil, true): 1
        default: 0
        }
    }

    /// Whether the heading ends like the title of a notice.
    private static func isNotice(_ line: RawLine) -> Bool {
        notices.contains(where: line.scalars.ends)
    }

    private static let notices: [Keyword] = ["通知", "公告", "启事", "公示", "通告", "声明", "公报", "名单"]

    /// Whether the run is a story that consists of a picture with a long caption, without further text.
    private static func isPictureStory(_ run: ArraySlice<ClassifiedLine>, _ context: Context) -> Bool {
        let rest = run.drop { $0.role.isHeading }
        guard case .caption(let caption) = rest.first?.role, caption.text.count > shortestStoryCaption else {
            return false
        }
        return context.next == nil || rest.contains { $0.role.isHeading }
    }

    /// The length above which a caption tells a story, in characters.
    private static let shortestStoryCaption = 20

    private static let days: [Keyword] = ["日前", "近日", "昨日", "昨天", "连日来"]

    /// Whether the line begins with a day: 6月20日，…, 日前，…. News without a dateline does.
    private static func opensWithDay(_ line: RawLine) -> Bool {
        if days.contains(where: line.scalars.starts) { return true }
        let head = line.scalars.prefix(7)
        guard head.first!.isDigit, let month = head.firstIndex(of: "月") else { return false }
        return head[month...].contains("日")
    }
}
