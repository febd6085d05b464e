/// What a PDF is for.
public enum OutputProfile: Hashable, Sendable {
    /// For the desk and the archive: greys and black in one ink, colours as the plates get them, photos as they came.
    case standard
    /// For a printing house: PDF/X-4.
    case press(PressSheet)
    /// For readers: RGB, small photos, the first page shown before the rest has come.
    case screen
}

/// How a file for the press is made.
public struct PressSheet: Hashable, Sendable {
    /// Crop and registration marks beside the page.
    public var hasMarks: Bool
    public var photos: PhotoColours
    /// The ICC profile of the press, a file; a general one unless given.
    public var profile: String?

    public enum PhotoColours: String, Hashable, Sendable, CaseIterable {
        /// As they came, each with the profile that says what its colours are.
        case rgb
        /// Parted into the four inks of the press.
        case cmyk
    }

    public init(hasMarks: Bool = false, photos: PhotoColours = .rgb, profile: String? = nil) {
        self.hasMarks = hasMarks
        self.photos = photos
        self.profile = profile
    }
}
