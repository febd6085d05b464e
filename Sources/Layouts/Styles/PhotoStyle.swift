public import Pages

/// How photographs and the rules between stories look.
public struct PhotoStyle: Hashable, Sendable {
    /// A hairline round every picture, or none.
    public var frame: Box.Frame?
    /// How far a picture's height may be from its natural one by cropping, as a share of it.
    public var maxCrop: Double
    /// White between picture and caption.
    public var captionGap: Length
    public var credit: CreditPlace

    /// Where the photographer is named.
    public enum CreditPlace: String, CaseIterable, Hashable, Sendable {
        /// At the end of the caption's last line when it fits there, else below.
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

/// The rules between modules.
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
