internal import Diagnostics
internal import Pages

/// Furniture in which nothing stands, as when the edition gives none of its words.
enum EmptyFurnitureRule {
    static func diagnostics(of page: Page) -> [Diagnostic] {
        page.items.compactMap { item in
            guard case .group(let group) = item, case .furniture(let name) = group.role, group.isEmpty else {
                return nil
            }
            return .warning(
                at: nil, "page \(page.number): nothing stands in the furniture “\(name)”",
                hints: "give its words in edition.yaml, or take it out of the layout")
        }
    }
}

extension Group {
    /// Whether the group has nothing but an empty frame or blank words. Rules alone are something: they part stories.
    fileprivate var isEmpty: Bool {
        items.allSatisfy { item in
            switch item {
            case .text(let run): run.text.allSatisfy(\.isWhitespace)
            case .group(let group): group.isEmpty
            case .box: true
            case .image, .rule: false
            }
        }
    }
}
