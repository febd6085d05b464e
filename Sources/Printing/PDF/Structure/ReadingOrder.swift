internal import Pages

extension Page {
    /// The page with its stories in reading order: by the level of their headlines, the lead first, then from top to
    /// bottom and from left to right. Other items stay before the stories.
    ///
    /// Stories do not overlap, so the order does not change the printed page. It is the order in which text is read aloud
    /// and copied.
    var inReadingOrder: Page {
        var page = self
        let stories = items.filter(\.isStory).map { (item: $0, key: $0.readingKey) }.enumerated()
        page.items =
            items.filter { !$0.isStory }
            + stories.sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.item)
        return page
    }
}

extension Item {
    fileprivate var isStory: Bool {
        guard case .group(let group) = self else { return false }
        switch group.role {
        case .article, .continuation: return true
        default: return false
        }
    }

    fileprivate var readingKey: ReadingKey {
        guard case .group(let group) = self else { return ReadingKey(level: .max, top: 0, left: 0) }
        let levels = group.items.compactMap { item -> Int? in
            if case .group(let part) = item, case .headline(let level) = part.role { level } else { nil }
        }
        let bounds = group.bounds
        return ReadingKey(
            level: levels.min() ?? .max, top: bounds?.y.points ?? 0, left: bounds?.x.points ?? 0)
    }
}

private struct ReadingKey: Comparable {
    var level: Int
    var top, left: Double

    static func < (a: ReadingKey, b: ReadingKey) -> Bool { (a.level, a.top, a.left) < (b.level, b.top, b.left) }
}
