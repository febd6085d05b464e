extension YAMLNode {
    /// A node with other content at the same place: for readers that put a value together from several files.
    public func replacingContent(with content: Content) -> YAMLNode { YAMLNode(content: content, place: place) }
}
