internal import CPango
internal import Pages

/// The fonts that this run may use: a fontconfig configuration of its own, loaded from memory, with its own cache,
/// so that nothing in the machine's font settings changes a page.
final class FontLibrary {
    let config: OpaquePointer

    /// - Parameters:
    ///   - folders: font folders, searched with all below them; those that are not there are passed over.
    ///   - cache: a folder for fontconfig's own index of them, made when missing.
    init?(folders: [String], cache: String) {
        guard let config = FcConfigCreate() else { return nil }
        self.config = config
        let xml = """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
            \(folders.map { "<dir>\(Self.escaped($0))</dir>" }.joined())
            <cachedir>\(Self.escaped(cache))</cachedir>
            <cachedir>\(Self.systemCache)</cachedir>
            </fontconfig>
            """
        let loaded = xml.withCString { text in
            text.withMemoryRebound(to: FcChar8.self, capacity: xml.utf8.count + 1) {
                FcConfigParseAndLoadFromMemory(config, $0, FcTrue)
            }
        }
        guard loaded == FcTrue, FcConfigBuildFonts(config) == FcTrue else { return nil }
    }

    deinit { FcConfigDestroy(config) }

    /// Debian indexes the packaged fonts here when they are installed: read, so that a first run need not.
    private static let systemCache = "/var/cache/fontconfig"

    private static func escaped(_ path: String) -> String {
        path.reduce(into: "") { out, character in
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            default: out.append(character)
            }
        }
    }

    /// Every family name of every font, as the fonts themselves give it in any language.
    func familyNames() -> Set<String> {
        var names: Set<String> = []
        forEachFont { names.formUnion(Self.families(of: $0)) }
        return names
    }

    /// The family names of one face.
    func familyNames(of face: FaceKey) -> Set<String> {
        var names: Set<String> = []
        forEachFont { pattern in
            var index: Int32 = 0
            var file: UnsafeMutablePointer<FcChar8>?
            guard FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file,
                FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch,
                Int(index) & 0xFFFF == face.index, String(cString: file) == face.file
            else { return }
            names.formUnion(Self.families(of: pattern))
        }
        return names
    }

    /// The files that fonts were found in.
    func files() -> Set<String> {
        var files: Set<String> = []
        forEachFont { pattern in
            var file: UnsafeMutablePointer<FcChar8>?
            if FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file {
                files.insert(String(cString: file))
            }
        }
        return files
    }

    private func forEachFont(_ body: (OpaquePointer) -> Void) {
        guard let set = FcConfigGetFonts(config, FcSetSystem) else { return }
        for position in 0..<Int(set.pointee.nfont) {
            if let pattern = set.pointee.fonts[position] { body(pattern) }
        }
    }

    private static func families(of pattern: OpaquePointer) -> Set<String> {
        var names: Set<String> = []
        var index: Int32 = 0
        var family: UnsafeMutablePointer<FcChar8>?
        while FcPatternGetString(pattern, FC_FAMILY, index, &family) == FcResultMatch {
            if let family { names.insert(String(cString: family)) }
            index += 1
        }
        return names
    }
}
