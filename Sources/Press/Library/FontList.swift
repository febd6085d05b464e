public import Diagnostics
internal import Files
public import Fonts
internal import FoundationEssentials
public import Pages

/// The face that each role of roles.yaml resolves to. Roles of single languages (`song@zh-Hant`) are included.
public struct FontList {
    public struct Entry: Hashable, Sendable {
        public var role: String
        /// Nil when none of the role's families is installed.
        public var face: FontFace?
        /// The families that the role names.
        public var families: [String]
    }

    /// In alphabetical order.
    public let entries: [Entry]

    public init(_ fonts: FontBook) {
        entries = fonts.roles.families.sorted { $0.key < $1.key }.map { key, families in
            let parts = key.split(separator: "@", maxSplits: 1).map(String.init)
            let (role, language) = (parts[0], parts.count > 1 ? parts[1] : "")
            return Entry(
                role: key, face: fonts.has(role, in: language) ? fonts.face(of: role, in: language) : nil,
                families: families.map(\.name))
        }
    }

    /// An error for each role without a font; a warning for a role of one language, because most papers never print in
    /// it.
    public var diagnostics: [Diagnostic] {
        entries.filter { $0.face == nil }.map { entry in
            Diagnostic(
                entry.role.contains("@") ? .warning : .error, at: nil,
                "no font for the role “\(entry.role)”: none of \(entry.families.joined(separator: ", ")) is installed",
                hints: ["install one of them, put a font file into fonts/, or name another in fonts/roles.yaml"])
        }
    }
}

/// Checks a roles.yaml on this machine: what is wrong in the file, and every role without an installed font.
public struct FontCheckList {
    private let file: TextFile
    private let resources: Resources

    public init(_ file: TextFile, _ resources: Resources) {
        self.file = file
        self.resources = resources
    }

    /// - Throws: `DiagnosticsError` when the file cannot be read as font roles.
    public func diagnostics() throws -> [Diagnostic] {
        try NamedFile(file.path, roots: resources.roots).check()
        let roles = try FontRoles(parsing: String(decoding: file.bytes(), as: UTF8.self), file: file.path)
        return FontList(try resources.openFonts(roles: roles)).diagnostics
    }
}

/// Reports font files in the font folders that cannot be read, such as truncated copies. Fontconfig skips them silently, and
/// the page is typeset in another face than the newsroom expects.
enum UnreadFonts {
    private static let endings = [".ttf", ".otf", ".ttc", ".otc"]

    static func diagnostics(in folders: [String], of fonts: FontBook) -> [Diagnostic] {
        let files = folders.flatMap { folder in
            ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted().map { folder + "/" + $0 }
        }
        .filter { file in endings.contains(where: file.lowercased().hasSuffix) }
        let ignored = fonts.ignoredFiles.map { file in
            Diagnostic.warning(
                at: SourcePlace(file: file.path), "this \(file.reason), and is passed over",
                hints: "put font files themselves into the folder")
        }
        let isIgnored = Set(fonts.ignoredFiles.map(\.path))
        guard !files.isEmpty else { return ignored }
        // Two paths may name the same folder.
        let read = Set(fonts.files.compactMap(resolvingLinks))
        let unread = files.filter { file in
            !isIgnored.contains(file) && resolvingLinks(file).map { !read.contains($0) } ?? true
        }
        return ignored
            + unread.map { file in
                .warning(
                    at: SourcePlace(file: file), "the font file cannot be read and is ignored",
                    hints: "copy it again: it may be incomplete; only TrueType and OpenType fonts can be used")
            }
    }
}
