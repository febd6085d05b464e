/// What a line of raw copy is. Some roles show in the line itself, some only in the company it keeps.
enum LineRole: Hashable, Sendable {
    /// A title, kicker or subhead; which one, the run of headings around it tells.
    case heading(score: Int)
    /// A line under the title that begins with a dash.
    case deck
    /// Who wrote the story, on a line of its own.
    case byline(String)
    /// The words under a picture that stood here.
    case caption(CreditRule.Caption)
    /// A paragraph that opens a story with its dateline.
    case dispatch
    case prose
    case listItem
    case verse

    var isHeading: Bool {
        if case .heading = self { return true }
        return false
    }

    var isCaption: Bool {
        if case .caption = self { return true }
        return false
    }

    var isByline: Bool {
        if case .byline = self { return true }
        return false
    }

    /// Whether the line stands above or between text rather than being text.
    var isDisplay: Bool { isHeading || isCaption || isByline || self == .deck }
}

/// A line with its role.
struct ReadLine: Sendable {
    var line: RawLine
    var role: LineRole
}
