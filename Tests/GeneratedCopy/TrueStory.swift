/// A story of generated copy as its author meant it: what a reader of the copy should find.
public struct TrueStory: Hashable, Sendable {
    public var kicker: String?
    /// Lines of the title.
    public var title: [String]
    public var deck: String?
    public var byline: String?
    public var bylinePlace = BylinePlace.under
    public var blocks: [Block] = []
    public var captions: [Caption] = []

    /// Where the byline stands: under the title and its deck, over the title, or under the text.
    public enum BylinePlace: Hashable, Sendable { case under, over, end }

    public enum Block: Hashable, Sendable {
        /// A paragraph in the pieces that old columns' ends cut it into.
        case paragraph([String])
        case subhead([String])
        /// A list's item with its marker.
        case item(String)
        /// Lines that are kept as they are: verse, rows of a table.
        case lines([String])
    }

    public struct Caption: Hashable, Sendable {
        public var text: String
        public var credit: String?
    }
}
