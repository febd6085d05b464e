internal import CPango
internal import Pages

/// The fonts of a list of folders: a private fontconfig configuration with a cache of its own, so that the machine's font
/// settings do not change a page.
final class FontLibrary {
    let config: OpaquePointer

    /// - Parameters:
    ///   - folders: font folders, searched with all folders below them. Missing ones are ignored.
    ///   - cache: a folder for fontconfig's index of the fonts, which is created if it is missing.
    init?(folders: [FontFolder], cache: String) {
        guard let config = FcConfigCreate() else { return nil }
        self.config = config
        let xml = """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
            \(folders.filter { $0.files == nil }.map { "<dir>\(Self.escaped($0.path))</dir>" }.joined())
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
        if folders.contains(where: { $0.files != nil }) { addSingleFiles(of: folders) }
    }

    /// Adds the fonts of folders that fontconfig must not open as a whole, and sorts all fonts by their folders, as if it
    /// had: of two fonts with the same name the first is used.
    private func addSingleFiles(of folders: [FontFolder]) {
        guard let set = FcConfigGetFonts(config, FcSetSystem) else { return }
        for file in folders.compactMap(\.files).joined() {
            _ = file.withCString { text in
                text.withMemoryRebound(to: FcChar8.self, capacity: file.utf8.count + 1) {
                    FcFreeTypeQueryAll($0, UInt32.max, nil, nil, set)
                }
            }
        }
        let patterns = (0..<Int(set.pointee.nfont)).compactMap { set.pointee.fonts[$0] }
        let ranks = patterns.map { pattern in
            let file = Self.string(FC_FILE, of: pattern)
            return folders.firstIndex { file.hasPrefix($0.path + "/") } ?? folders.count
        }
        let order = patterns.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        for (position, index) in order.enumerated() { set.pointee.fonts[position] = patterns[index] }
    }

    deinit { FcConfigDestroy(config) }

    /// Debian writes the index of packaged fonts here when they are installed. With it, a first run need not index them.
    private static let systemCache = "/var/cache/fontconfig"

    private static func escaped(_ path: String) -> String {
        path.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
    }

    /// The family names of all fonts, in all languages in which the fonts give them.
    func familyNames() -> Set<String> {
        var names: Set<String> = []
        forEachFont { names.formUnion(Self.families(of: $0)) }
        return names
    }

    /// The family names of one face, as `familyNames` has them.
    func familyNames(of face: FontFace) -> Set<String> {
        var names: Set<String> = []
        forEachFont { pattern in
            guard Self.index(of: pattern) == face.index, Self.string(FC_FILE, of: pattern) == face.file else { return }
            names.formUnion(Self.families(of: pattern))
        }
        return names
    }

    /// Every face of every font.
    func faces() -> FaceTable {
        var faces = FaceTable()
        forEachFont { faces.insert(Self.face(of: $0)) }
        return faces
    }

    /// The face that a fontconfig pattern describes.
    static func face(of pattern: OpaquePointer?) -> FontFace {
        FontFace(
            file: string(FC_FILE, of: pattern), index: index(of: pattern),
            name: string(FC_POSTSCRIPT_NAME, of: pattern))
    }

    /// The face's index in its file. The upper half of fontconfig's number counts the named instances of a variable font.
    private static func index(of pattern: OpaquePointer?) -> Int {
        var value: Int32 = 0
        return FcPatternGetInteger(pattern, FC_INDEX, 0, &value) == FcResultMatch ? Int(value) & 0xFFFF : 0
    }

    private static func string(_ name: String, of pattern: OpaquePointer?) -> String {
        var value: UnsafeMutablePointer<FcChar8>?
        guard FcPatternGetString(pattern, name, 0, &value) == FcResultMatch, let value else { return "" }
        return String(cString: value)
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
