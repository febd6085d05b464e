/// A picture file, on disk or in memory.
public enum Picture: Hashable, Sendable {
    /// The path of a JPEG or PNG file.
    case file(String)
    /// The bytes of a JPEG or PNG file, and what messages call it.
    case bytes([UInt8], name: String)
}

/// A photo of an article, with its caption.
public struct Photo: Hashable, Sendable {
    /// The picture; nil for a grey frame and a warning.
    public var picture: Picture?
    /// The caption without the credit; empty when there is none.
    public var caption: String
    /// The photographer's credit: “记者 甲乙 摄”.
    public var credit: String?
    /// The point that cropping keeps in the picture.
    public var focus: Focus
    /// The number of paragraphs and subheads of the article that precede the photo in the copy.
    public var paragraphsBefore: Int

    /// A point of a picture, in fractions of its width and height from the top left.
    public struct Focus: Hashable, Sendable {
        /// The fractions of width and height, from 0 to 1.
        public var x, y: Double

        /// Creates a point.
        public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

        /// The middle of the picture.
        public static let centre = Focus(x: 0.5, y: 0.5)
    }

    /// Creates a photo.
    public init(
        _ picture: Picture?, caption: String = "", credit: String? = nil, focus: Focus = .centre,
        paragraphsBefore: Int = 0
    ) {
        self.picture = picture
        self.caption = caption
        self.credit = credit
        self.focus = focus
        self.paragraphsBefore = paragraphsBefore
    }
}
