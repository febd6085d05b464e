internal import Pages

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

/// Which standards a file says that it keeps. A claim is made only where its rules hold.
struct Conformance: Hashable {
    /// PDF/X-4 (ISO 15930-7).
    var isForPress: Bool
    /// PDF/A-2u (ISO 19005-2): every colour has a meaning, every letter a text.
    var isArchivable: Bool
    /// PDF/UA-1 (ISO 14289-1): title, language, and something to read for every figure.
    var isAccessible: Bool

    init(_ document: Document, form: OutputProfile, tree: StructureTree, profiles: FileProfiles, hasOwnColours: Bool) {
        isAccessible = !document.title.isEmpty && !document.language.isEmpty && !tree.hasSilentFigures
        switch form {
        // Inks without a profile mean nothing to an archive.
        case .standard: (isForPress, isArchivable) = (false, false)
        case .press: (isForPress, isArchivable) = (!hasOwnColours, !hasOwnColours && profiles.screen != nil)
        case .screen: (isForPress, isArchivable) = (false, profiles.screen != nil)
        }
    }
}
