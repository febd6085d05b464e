import Diagnostics
import MarkedYAML

/// Reads which `story` an area takes: one by its number in the copy or its id, the next one, or the first that meets a
/// rule.
///
///     story: 3
///     story: sports-day
///     story: next
///     story: {rank: 2-3, section: 副刊, photos: true}
struct StorySelectorReader {
    let reporter: Reporter

    private static let mostRank = 20

    /// The selector of an area.
    ///
    /// - Parameter name: the area's name.
    func selector(of name: String, _ group: MappingReader) -> Area.Selector {
        guard let node = group.node("story") else { return Self.standard(of: name) }
        if case .mapping = node.content {
            return .rule(rule(MappingReader(node, as: "the story of “\(name)”", reporter)))
        }
        guard let story = group.text("story") else { return .next }
        if story == "next" { return .next }
        if let number = Self.number(story) { return .number(number) }
        if Int(story) != nil {
            reporter.error(at: node.place, "there is no story number \(story)", hints: "stories count from 1")
        }
        return .id(story)
    }

    private func rule(_ group: MappingReader) -> StoryRule {
        let ranks = group.value("rank", expecting: "a rank such as 2, or ranks such as 2-3") { text in
            Span(text).flatMap { $0.last <= Self.mostRank ? $0.first...$0.last : nil }
        }
        let rule = StoryRule(ranks: ranks, section: group.text("section"), hasPhotos: group.flag("photos"))
        group.finish()
        if group.keys.isEmpty {
            reporter.error(
                at: group.place, "this rule for a story is empty",
                hints: "write {rank: 2}, {section: 副刊} or {photos: true}, or story: next")
        }
        return rule
    }

    /// The selector of an area without `story`, which depends on the area's name.
    static func standard(of name: String) -> Area.Selector { number(name).map { .number($0) } ?? .next }

    /// The story number that a text is; nil if it is not a number from 1 to 999.
    static func number(_ text: String) -> Int? { Int(text).flatMap { (1...999).contains($0) ? $0 : nil } }
}
