internal import Copy
public import Diagnostics
public import Fonts
internal import FoundationEssentials
public import Typesetting

/// Where layouts, font roles and fonts are looked for: beside the edition, where the user says, then among those that
/// come with the program.
public struct Resources: Hashable, Sendable {
    public var layoutFolders: [String]
    public var fontFolders: [String]
    /// Fontconfig's index of the fonts.
    public var fontCache: String
    /// The patterns by which Latin words are broken: those that come with the program, then the system's.
    public var hyphenation: HyphenationPatterns

    /// - Parameters:
    ///   - edition: the edition's folder, if there is one.
    ///   - layouts, fonts: folders that the user names.
    ///   - program: the path of the running program; what comes with it lies in PREFIX/share/paiban, or in the
    ///     checkout that it was built in.
    public init(edition: String? = nil, layouts: [String] = [], fonts: [String] = [], program: String) {
        let shipped = Self.shippedFolder(program)
        layoutFolders =
            (edition.map { [$0 + "/layouts", $0] } ?? []) + layouts + (shipped.map { [$0 + "/layouts"] } ?? [])
        fontFolders = ((edition.map { [$0 + "/fonts"] } ?? []) + fonts + (shipped.map { [$0 + "/fonts"] } ?? []))
            .map(Self.absolute)
        fontCache = Self.cacheFolder() + "/paiban/fontconfig"
        hyphenation = HyphenationPatterns(
            folders: (shipped.map { [$0 + "/hyphen"] } ?? []) + HyphenationPatterns.systemFolders)
    }

    /// The system's own font folders, searched after all others.
    private static let systemFonts = ["/usr/share/fonts", "/usr/local/share/fonts"]

    /// Opens the fonts by the first roles.yaml of the font folders.
    public func openFonts() throws -> FontBook {
        for folder in fontFolders {
            let file = folder + "/roles.yaml"
            guard let data = FileManager.default.contents(atPath: file) else { continue }
            return try openFonts(roles: FontRoles(parsing: String(decoding: data, as: UTF8.self), file: file))
        }
        throw DiagnosticsError([
            .error(
                at: nil, "no roles.yaml in " + fontFolders.joined(separator: ", "),
                hints: "name the folder that holds it with --fonts")
        ])
    }

    /// Opens the fonts by these roles.
    public func openFonts(roles: FontRoles) throws -> FontBook {
        try FontBook(roles: roles, folders: fontFolders + Self.systemFonts, cache: fontCache)
    }

    /// A warning if hyphenation patterns are missing and the edition's stories have words that they would apply to.
    func missingHyphenation(of edition: Edition) -> [Diagnostic] {
        guard hyphenation.file == nil else { return [] }
        let articles = edition.pages.flatMap(\.articles) + edition.fillers
        guard articles.contains(where: { $0.body.contains(where: \.hasBreakableWord) }) else { return [] }
        return [
            .warning(
                at: nil,
                "Latin words are broken only at soft hyphens: \(HyphenationPatterns.fileName) is not in "
                    + hyphenation.folders.joined(separator: ", "),
                hints: "install hyphen-en-us, or put libhyphen's patterns of American English into one of these folders"
            )
        ]
    }

    /// What there is to say of the font folders: files in them that cannot be read.
    public func diagnostics(of fonts: FontBook) -> [Diagnostic] { UnreadFonts.diagnostics(in: fontFolders, of: fonts) }

    /// The folder with layouts/ and fonts/ that belongs to a program: share/paiban of its prefix, else the nearest
    /// folder above it that has them.
    private static func shippedFolder(_ program: String) -> String? {
        let files = FileManager.default
        let real = (try? files.destinationOfSymbolicLink(atPath: program)) ?? program
        var parts = real.split(separator: "/", omittingEmptySubsequences: false)
        while parts.count > 1 {
            parts.removeLast()
            let folder = parts.joined(separator: "/")
            for candidate in [folder + "/share/paiban", folder]
            where files.fileExists(atPath: candidate + "/fonts/roles.yaml")
                && files.fileExists(atPath: candidate + "/layouts")
            {
                return candidate
            }
        }
        return nil
    }

    /// Fontconfig resolves a relative folder against a place of its own choosing.
    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private static func cacheFolder() -> String {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["XDG_CACHE_HOME"], !folder.isEmpty { return folder }
        if let home = environment["HOME"], !home.isEmpty, home != "/" { return home + "/.cache" }
        return "/tmp"
    }
}

extension Block {
    /// Whether hyphenation patterns apply to one of the block's words.
    fileprivate var hasBreakableWord: Bool {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph), .listItem(_, let paragraph):
            HyphenationPatterns.apply(to: paragraph.text)
        case .subhead: false
        }
    }
}
