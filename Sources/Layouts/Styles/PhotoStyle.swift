public import Pages

/// How photographs look.
public struct PhotoStyle: Hashable, Sendable {
    /// The frame round every picture; nil for none.
    public var frame: Box.Frame?
    /// How far cropping may change a picture's height, as a share of its natural height.
    public var maxCrop: Double
    /// The white between picture and caption.
    public var captionGap: Length
    public var credit: CreditPlace

    /// Where the photographer's name stands.
    public enum CreditPlace: String, CaseIterable, Hashable, Sendable {
        /// At the end of the caption's last line if it fits there, otherwise below.
        case beside
        /// On a line of its own under the caption.
        case below
    }

    public init(
        frame: Box.Frame? = nil, maxCrop: Double = 0.2, captionGap: Length = .pt(3), credit: CreditPlace = .beside
    ) {
        self.frame = frame
        self.maxCrop = maxCrop
        self.captionGap = captionGap
        self.credit = credit
    }
}

/// The rules between modules; nil for none.
public struct Separators: Hashable, Sendable {
    /// In the gutter between modules side by side.
    public var vertical: Box.Frame?
    /// In the row between modules one above the other.
    public var horizontal: Box.Frame?

    public init(
        vertical: Box.Frame? = Box.Frame(thickness: .pt(0.25), ink: .black(0.6)),
        horizontal: Box.Frame? = Box.Frame(thickness: .pt(0.5), ink: .black)
    ) {
        self.vertical = vertical
        self.horizontal = horizontal
    }
}
