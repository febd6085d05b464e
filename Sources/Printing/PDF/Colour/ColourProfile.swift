internal import CLittleCMS
internal import Diagnostics
internal import Files

/// An ICC profile of grey, RGB or CMYK.
struct ColourProfile: Hashable {
    let bytes: [UInt8]
    /// The profile's description.
    let name: String
    /// Components per pixel: 1, 3 or 4.
    let components: Int

    /// nil when the bytes are not a profile of grey, RGB or CMYK.
    init?(_ bytes: [UInt8]) {
        guard let profile = cmsOpenProfileFromMem(bytes, cmsUInt32Number(bytes.count)) else { return nil }
        defer { cmsCloseProfile(profile) }
        switch cmsGetColorSpace(profile) {
        case cmsSigGrayData: components = 1
        case cmsSigRgbData: components = 3
        case cmsSigCmykData: components = 4
        default: return nil
        }
        self.bytes = bytes
        name = Self.description(of: profile) ?? "Custom"
    }

    private static func description(of profile: cmsHPROFILE) -> String? {
        var text = [CChar](repeating: 0, count: 128)
        let length = cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", &text, cmsUInt32Number(text.count))
        let name = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return length > 1 && !name.isEmpty ? name : nil
    }

    /// The generic profiles of Ghostscript's package libgs-common, for screens and for a press without a profile of its
    /// own.
    private enum Generic {
        static let press = "/usr/share/color/icc/ghostscript/default_cmyk.icc"
        static let screen = "/usr/share/color/icc/ghostscript/srgb.icc"
    }

    /// The profile of a press.
    ///
    /// - Parameter file: the press's profile; nil for a generic one.
    /// - Throws: `DiagnosticsError` when the profile cannot be used or is not CMYK.
    static func press(_ file: String?) throws -> ColourProfile {
        let path = file ?? Generic.press
        guard let profile = read(path) else {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: path), "the press's ICC profile is missing or cannot be used",
                    hints: file == nil
                        ? "install the package libgs-common, or name your printing house's profile with --profile"
                        : "ask your printing house for the profile of its paper")
            ])
        }
        guard profile.components == 4 else {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: path), "the profile “\(profile.name)” is not a CMYK profile",
                    hints: "ask your printing house for the profile of its paper")
            ])
        }
        return profile
    }

    /// sRGB; nil when the profile is not installed.
    static func screen() -> ColourProfile? { read(Generic.screen).flatMap { $0.components == 3 ? $0 : nil } }

    static var missingScreenProfile: Diagnostic {
        .warning(
            at: SourcePlace(file: Generic.screen),
            "the sRGB profile is missing, so the file does not define its colours",
            hints: "install the package libgs-common")
    }

    /// The size of the largest profile in bytes. Those of presses have some megabytes.
    private static let maxBytes = 32 << 20

    private static func read(_ path: String) -> ColourProfile? {
        (try? InputFile.bytes(of: path, limit: maxBytes)).flatMap(ColourProfile.init)
    }
}

/// The ICC profiles of a PDF. Each is in the file at most once.
struct FileProfiles {
    let press: ColourProfile?
    let screen: ColourProfile?
    private var objects: [ColourProfile: PDFFile.Reference] = [:]

    init(press: ColourProfile?, screen: ColourProfile?) {
        self.press = press
        self.screen = screen
    }

    /// The profile's object in the file, which is added on first use.
    mutating func object(_ profile: ColourProfile, _ file: inout PDFFile) -> PDFFile.Reference {
        if let object = objects[profile] { return object }
        let device = [1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"][profile.components]!
        let object = file.addStream(" /N \(profile.components) /Alternate \(device)", profile.bytes)
        objects[profile] = object
        return object
    }
}
