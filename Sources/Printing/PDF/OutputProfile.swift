internal import Pages

/// The use that a PDF is made for, which decides its colours, photos, boxes and standards.
public enum OutputProfile: Hashable, Sendable {
    /// For editors and the archive: grey in black ink alone, colours in CMYK, photos unchanged.
    case standard
    /// For a printing house: PDF/X-4.
    case press(PressOptions)
    /// For readers on screens: RGB, reduced photos, and linearised, so that the first page appears before the whole file
    /// has arrived.
    case screen
}

/// The options of a PDF for a press.
public struct PressOptions: Hashable, Sendable {
    /// Whether crop and registration marks are printed outside the page.
    public var hasMarks: Bool
    public var photos: PhotoColours
    /// The file of the press's ICC profile; nil for a generic CMYK profile.
    public var profile: String?

    public enum PhotoColours: String, Hashable, Sendable, CaseIterable {
        /// RGB photos stay RGB, each with the profile that defines its colours.
        case rgb
        /// RGB photos are converted to the press's CMYK.
        case cmyk
    }

    public init(hasMarks: Bool = false, photos: PhotoColours = .rgb, profile: String? = nil) {
        self.hasMarks = hasMarks
        self.photos = photos
        self.profile = profile
    }
}

/// The standards that a file claims to conform to. A claim is made only where its rules hold.
struct Conformance: Hashable {
    /// PDF/X-4 (ISO 15930-7).
    var isPDFX: Bool
    /// PDF/A-2u (ISO 19005-2): every colour is defined and every character has a text.
    var isPDFA: Bool
    /// PDF/UA-1 (ISO 14289-1): a title, a language, and a description of every figure.
    var isPDFUA: Bool

    init(
        _ document: Document, output: OutputProfile, tree: StructureTree, profiles: FileProfiles,
        hasUnconvertedColours: Bool
    ) {
        isPDFUA = !document.title.isEmpty && !document.language.isEmpty && !tree.hasFiguresWithoutAlt
        switch output {
        // Without an ICC profile, DeviceCMYK is undefined, which PDF/A does not permit.
        case .standard: (isPDFX, isPDFA) = (false, false)
        case .press: (isPDFX, isPDFA) = (!hasUnconvertedColours, !hasUnconvertedColours && profiles.screen != nil)
        case .screen: (isPDFX, isPDFA) = (false, profiles.screen != nil)
        }
    }
}
