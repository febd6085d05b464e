public import Pages

/// Finds lines that a leg leaves alone (孤行): a paragraph's last line at a leg's head, its first at a leg's foot.
public struct LineAudit {
    private let page: Page

    public init(_ page: Page) { self.page = page }

    public var faults: [String] {
        var faults: [String] = []
        for case .group(let group) in page.items {
            guard let story = group.story else { continue }
            var parts: [Int: [Int]] = [:]
            for case .group(let part) in group.items {
                if case .paragraph(let number) = part.role { parts[number, default: []].append(lines(in: part)) }
            }
            for (number, lines) in parts.sorted(by: { $0.key < $1.key }) where lines.count > 1 {
                if lines.first == 1 { faults.append("the first line of paragraph \(number) of \(story) stands alone") }
                if lines.last == 1 { faults.append("the last line of paragraph \(number) of \(story) stands alone") }
            }
        }
        return faults
    }

    private func lines(in part: Group) -> Int {
        Set(
            part.items.compactMap { item -> Int? in
                if case .text(let run) = item { Int((run.origin.y.points * 10).rounded()) } else { nil }
            }
        ).count
    }
}

extension Group {
    /// The story that a group is, or goes on with.
    var story: String? {
        switch role {
        case .article(let story), .continuation(let story): story
        default: nil
        }
    }
}
