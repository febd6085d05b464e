/// Where a link or an entry of the outline leads.
public enum LinkTarget: Hashable, Sendable {
    /// The story of this name, where it begins.
    case article(String)
    /// The part of a story that stands on a page: where a jump line leads.
    case part(of: String, onPage: Int)
    /// A page by its number in the edition, from 1.
    case page(Int)
    /// An address on the web or of a mailbox, such as https://example.org/.
    case address(String)
}

/// An entry of the outline that readers show beside the pages.
public struct OutlineEntry: Hashable, Sendable {
    public var title: String
    public var target: LinkTarget
    public var children: [OutlineEntry]

    public init(title: String, target: LinkTarget, children: [OutlineEntry] = []) {
        self.title = title
        self.target = target
        self.children = children
    }
}
