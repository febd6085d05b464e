internal import Pages

/// One look at a page before it is painted: what the file has to know of all pages together.
struct PageSurvey: Sendable {
    /// The page in the order in which a reader takes it.
    let page: Page
    let type: GlyphUsage
    /// Its stories, and where they stand.
    let stories: [Story]
    /// A mark of its words.
    let words: StableHash

    struct Story: Sendable {
        var role: Group.Role
        var bounds: Rect
    }

    init(of page: Page) {
        var type = GlyphUsage(), words = StableHash()
        page.forEachRun { run in
            type.add(run)
            words.mix(run.text)
        }
        let page = page.inReadingOrder
        let stories = page.items.compactMap { item -> Story? in
            guard case .group(let group) = item, group.role.story != nil else { return nil }
            return group.bounds.map { Story(role: group.role, bounds: $0) }
        }
        (self.page, self.type, self.stories, self.words) = (page, type, stories, words)
    }
}

extension Group.Role {
    /// The story that a group has, or goes on with, by its name; nil for a group that is none.
    var story: String? {
        switch self {
        case .article(let id), .continuation(let id): id
        default: nil
        }
    }
}
