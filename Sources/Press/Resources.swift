internal import Copy
public import Diagnostics
public import Files
public import Fonts
internal import FoundationEssentials
internal import Glibc
public import Layouts
public import Typesetting

/// The places where layouts, font roles and fonts are searched: beside the edition, in the folders that the user names,
/// then among the files that come with Paiban.
///
/// The files that come with Paiban are in the folder of the program, if it has one: PREFIX/share/paiban of an installed
/// program, or the checkout in whose build folder the program lies. A program without such a folder uses the files that
/// are embedded in it.
public struct Resources: Hashable, Sendable {
    /// The folders of layout files, in the order in which they are searched.
    public var layoutFolders: [String]
    /// The folders of roles.yaml and of fonts, in the order in which they are searched. The system's fonts follow.
    public var fontFolders: [String]
    /// Whether the embedded layouts and the embedded roles.yaml are searched after all folders.
    public var usesEmbeddedFiles: Bool
    /// The folders that links among the layouts and fonts may lead to: the edition's, those that the user names, and
    /// those of the files that come with Paiban.
    public var roots: FolderRoots
    /// The folder of fontconfig's index of the fonts.
    public var fontCache: String
    /// The hyphenation patterns of Latin words: those that come with the program, then the system's.
    public var hyphenation: HyphenationPatterns

    /// - Parameters:
    ///   - edition: the edition's folder; nil for one that is not in a folder.
    ///   - layouts, fonts: folders that the user names.
    ///   - program: the absolute path of the running program; nil for a program that is not Paiban's own and uses the
    ///     embedded files.
    public init(edition: String? = nil, layouts: [String] = [], fonts: [String] = [], program: String? = nil) {
        let shipped = program.flatMap(Self.shippedFolder)
        layoutFolders =
            (edition.map { [$0 + "/layouts", $0] } ?? []) + layouts + (shipped.map { [$0 + "/layouts"] } ?? [])
        fontFolders = ((edition.map { [$0 + "/fonts"] } ?? []) + fonts + (shipped.map { [$0 + "/fonts"] } ?? []))
            .map(Self.absolute)
        usesEmbeddedFiles = shipped == nil
        roots = FolderRoots([edition, shipped].compactMap { $0 } + layouts + fonts)
        fontCache = Self.cacheFolder() + "/paiban/fontconfig"
        hyphenation = HyphenationPatterns(
            folders: (shipped.map { [$0 + "/hyphen"] } ?? []) + HyphenationPatterns.systemFolders)
    }

    /// Finds layouts in the folders and among the embedded files.
    public var layoutFinder: LayoutFinder {
        LayoutFinder(folders: layoutFolders, files: usesEmbeddedFiles ? ShippedFiles.layouts : [], roots: roots)
    }

    /// The system's own font folders, searched after all others.
    static let systemFonts = ["/usr/share/fonts", "/usr/local/share/fonts"]

    /// Opens the fonts by the first roles.yaml of the font folders, or by the embedded one.
    ///
    /// - Throws: `DiagnosticsError` if there is no roles.yaml, if it is a link that leads out of the folders, or with
    ///   everything that is wrong with it.
    public func openFonts() throws -> FontBook {
        for folder in fontFolders {
            let file = folder + "/roles.yaml"
            guard FileKind(of: file) == .file else { continue }
            guard roots.contain(file) else {
                throw DiagnosticsError([
                    .error(
                        at: SourcePlace(file: file),
                        "roles.yaml is a link that leads out of the edition and of the folders named for fonts",
                        hints: "put the file itself there, or name the folder that has it with --fonts")
                ])
            }
            let text = String(decoding: try TextFile(file).bytes(), as: UTF8.self)
            return try openFonts(roles: FontRoles(parsing: text, file: file))
        }
        if usesEmbeddedFiles {
            let file = ShippedFiles.roles
            return try openFonts(roles: FontRoles(parsing: file.text, file: file.path))
        }
        throw DiagnosticsError([
            .error(
                at: nil, "no roles.yaml in " + fontFolders.joined(separator: ", "),
                hints: "name the folder that holds it with --fonts")
        ])
    }

    /// Opens the fonts by these roles.
    public func openFonts(roles: FontRoles) throws -> FontBook {
        let roots = FolderRoots(roots.folders + Self.systemFonts)
        return try FontBook(
            roles: roles, folders: fontFolders, systemFolders: Self.systemFonts, roots: roots, cache: fontCache)
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

    /// The diagnostics of the font folders, about files in them that cannot be read.
    public func diagnostics(of fonts: FontBook) -> [Diagnostic] { UnreadFonts.diagnostics(in: fontFolders, of: fonts) }

    /// The folder with layouts/ and fonts/ that belongs to a program; nil if it has none.
    private static func shippedFolder(_ program: String) -> String? {
        let parts = program.split(separator: "/", omittingEmptySubsequences: false)
        func folder(_ count: Int) -> String { parts.prefix(count).joined(separator: "/") }
        var candidates: [String] = []
        // PREFIX/bin/paiban.
        if parts.count > 2, parts[parts.count - 2] == "bin" {
            let prefix = folder(parts.count - 2)
            if !isWritableByAll(prefix), !isWritableByAll(prefix + "/share") {
                candidates.append(prefix + "/share/paiban")
            }
        }
        // CHECKOUT/.build/…/paiban, or another build folder of the makefile's.
        if let build = parts.lastIndex(where: { $0.hasPrefix(".build") }),
            FileKind(of: folder(build) + "/Package.swift") == .file
        {
            candidates.append(folder(build))
        }
        return candidates.first { candidate in
            FileKind(of: candidate + "/fonts/roles.yaml") == .file && FileKind(of: candidate + "/layouts") == .folder
                && !["", "/fonts", "/layouts"].contains { isWritableByAll(candidate + $0) }
        }
    }

    /// Whether everybody may put files into a folder, as into /tmp. What is found there need not have come with Paiban.
    private static func isWritableByAll(_ folder: String) -> Bool {
        var status = stat()
        return stat(folder.isEmpty ? "/" : folder, &status) == 0 && status.st_mode & S_IWOTH != 0
    }

    /// The absolute form of a path. Fontconfig does not resolve a relative one against the current folder.
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

/// The absolute path of the running program, with links resolved.
public func programPath() -> String {
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
}
