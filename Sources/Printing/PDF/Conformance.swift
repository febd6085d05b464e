internal import Pages

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
