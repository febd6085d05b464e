/// The role of a line of raw copy. Some roles show in the line itself, others only in its neighbours.
enum LineRole: Hashable, Sendable {
    /// A title, kicker or subhead; the whole run of headings decides which.
    case heading(score: Int)
    /// A line under the title that begins with a dash.
    case deck
    /// The author's line of a story.
    case byline(String)
    /// The caption of a picture that was here on the page.
    case caption(CreditRule.Caption)
    /// A paragraph that begins with a dateline.
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

    /// Whether the line is a heading, deck, byline or caption rather than text.
    var isDisplay: Bool { isHeading || isCaption || isByline || self == .deck }
}

/// A line and its role.
struct ClassifiedLine: Sendable {
    var line: RawLine
    var role: LineRole
}
