internal import Pages

/// The properties of a page that the whole document needs before any page is painted, collected in one pass.
struct PageSurvey: Sendable {
    /// The page with its stories in reading order.
    let page: Page
    let glyphs: GlyphUsage
    let stories: [Story]
    /// A hash of the page's text.
    let textHash: StableHash

    /// A story, or the continuation of one, and where it is on the page.
    struct Story: Sendable {
        var role: Group.Role
        var bounds: Rect
    }

    init(of page: Page) {
        var glyphs = GlyphUsage(), textHash = StableHash()
        page.forEachRun { run in
            glyphs.add(run)
            textHash.combine(run.text)
        }
        let page = page.inReadingOrder
        let stories = page.items.compactMap { item -> Story? in
            guard case .group(let group) = item, group.role.storyID != nil else { return nil }
            return group.bounds.map { Story(role: group.role, bounds: $0) }
        }
        (self.page, self.glyphs, self.stories, self.textHash) = (page, glyphs, stories, textHash)
    }
}

extension Group.Role {
    /// The identifier of the story that a group contains or continues; nil for other groups.
    var storyID: String? {
        switch self {
        case .article(let id), .continuation(let id): id
        default: nil
        }
    }
}
