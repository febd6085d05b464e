public import Copy

extension Article {
    /// A message names a story by no more of its title than this: beyond two lines of a headline it is copy that was taken
    /// for one.
    private static let longestLabel = 30

    /// What messages call the story: its title, on one line and not too long.
    public var label: String {
        let title = title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return title.count > Self.longestLabel ? title.prefix(Self.longestLabel) + "…" : title
    }
}
