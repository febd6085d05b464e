internal import Diagnostics
internal import Fonts
internal import FoundationEssentials
internal import Glibc

/// Font files that somebody put into a font folder and that cannot be read, such as one that was not copied to its end.
/// Fontconfig passes them over in silence, and the page is then set in another face than the newsroom believes.
enum UnreadFonts {
    private static let endings = [".ttf", ".otf", ".ttc", ".otc"]

    static func diagnostics(in folders: [String], of fonts: FontBook) -> [Diagnostic] {
        let files = folders.flatMap { folder in
            ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted().map { folder + "/" + $0 }
        }
        .filter { file in endings.contains(where: file.lowercased().hasSuffix) }
        guard !files.isEmpty else { return [] }
        // The same folder may have two names.
        let read = Set(fonts.files.compactMap(real))
        return files.filter { file in real(file).map { !read.contains($0) } ?? true }.map { file in
            .warning(
                at: SourcePlace(file: file), "the font file cannot be read and is passed over",
                hints: "copy it anew: it may have broken off on the way; only TrueType and OpenType fonts can be used")
        }
    }

    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
