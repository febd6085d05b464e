internal import CLittleCMS

/// Converts pixels from one ICC profile to another with Little CMS.
final class ColourConverter {
    private let transform: cmsHTRANSFORM
    private let source: ColourProfile
    private let target: ColourProfile

    /// nil when Little CMS cannot use one of the profiles.
    init?(from source: ColourProfile, to target: ColourProfile) {
        func open(_ profile: ColourProfile) -> cmsHPROFILE? {
            cmsOpenProfileFromMem(profile.bytes, cmsUInt32Number(profile.bytes.count))
        }
        guard let from = open(source) else { return nil }
        defer { cmsCloseProfile(from) }
        guard let to = open(target) else { return nil }
        defer { cmsCloseProfile(to) }
        // Relative colorimetric with black point compensation: black maps to black, and colours in both gamuts stay.
        guard
            let transform = cmsCreateTransform(
                from, Self.pixelFormat(source), to, Self.pixelFormat(target),
                cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC), cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION))
        else { return nil }
        self.transform = transform
        (self.source, self.target) = (source, target)
    }

    deinit { cmsDeleteTransform(transform) }

    func convert(_ pixels: [UInt8]) -> [UInt8] {
        let count = pixels.count / source.components
        return Array(unsafeUninitializedCapacity: count * target.components) { buffer, filled in
            cmsDoTransform(transform, pixels, buffer.baseAddress, cmsUInt32Number(count))
            filled = count * target.components
        }
    }

    /// Little CMS's TYPE_GRAY_8, TYPE_RGB_8 or TYPE_CMYK_8, which are macros that Swift cannot import.
    private static func pixelFormat(_ profile: ColourProfile) -> cmsUInt32Number {
        let space = [1: PT_GRAY, 3: PT_RGB, 4: PT_CMYK][profile.components] ?? PT_RGB
        return cmsUInt32Number(space) << 16 | cmsUInt32Number(profile.components) << 3 | 1
    }
}
