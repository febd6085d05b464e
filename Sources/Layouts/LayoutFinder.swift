public import Diagnostics
public import Files
internal import FoundationEssentials
internal import MarkedYAML

/// Finds layout files by name in a list of folders, such as those beside the edition, those of the user, and the one that
/// comes with the program.
///
///     let finder = LayoutFinder(folders: [edition.folder, "\(edition.folder)/layouts", "/usr/share/paiban/layouts"])
///     let front = try finder.layout(named: "broadsheet-front", askedAt: page.layoutPlace)
public struct LayoutFinder: Sendable {
    /// The folders in the order in which they are searched.
    public var folders: [String]
    /// Files in memory, which are searched after the folders.
    public var files: [LayoutFile]
    /// The folders that links may lead to from a layout file or a picture beside it.
    public var roots: FolderRoots

    /// - Parameter roots: the folders that links may lead to; by default those of the layouts.
    public init(folders: [String], files: [LayoutFile] = [], roots: FolderRoots? = nil) {
        self.folders = folders
        self.files = files
        self.roots = roots ?? FolderRoots(folders)
    }

    /// Adds a folder that is searched before all others.
    public mutating func searchFirst(_ folder: String) {
        folders.insert(folder, at: 0)
        roots.folders.append(folder)
    }

    /// The names of all layouts in the folders, in alphabetical order.
    public var names: [String] {
        let found = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
        let names = found.filter { $0.hasSuffix(LayoutFile.ending) && $0 != "edition.yaml" }
            .map { String($0.dropLast(LayoutFile.ending.count)) }
        return Set(names + files.map(\.name)).sorted()
    }

    /// Reads a layout and the layouts that it extends.
    ///
    /// - Parameters:
    ///   - name: the file's name with or without its extension.
    ///   - place: where the name is written, for messages.
    ///   - roles: the known font roles.
    ///   - rolesWithoutFonts: those of them for which no font is installed.
    /// - Throws: `DiagnosticsError` if no folder has the file, or with all errors in it.
    public func layout(
        named name: String, askedAt place: SourcePlace? = nil, roles: Set<String> = LayoutReader.standardRoles,
        rolesWithoutFonts: Set<String> = []
    ) throws -> Reported<Layout> {
        try LayoutReader(roles: roles, rolesWithoutFonts: rolesWithoutFonts, finder: self).read(
            try file(named: name, askedAt: place))
    }

    /// The layout file of a name in the first folder that has one, or in memory.
    ///
    /// - Parameters:
    ///   - place: where the name is written, for messages.
    ///   - user: the file that extends the layout. If both have the same name, the search continues after the folder of
    ///     `user`, so that a paper may keep changes to a shipped layout under the shipped name.
    /// - Throws: `DiagnosticsError` if no folder has the file, if it is a link that leads out of the folders, or if it
    ///   cannot be read or is not UTF-8 or too large for a text. No message quotes a file outside the folders.
    public func file(named name: String, askedAt place: SourcePlace?, by user: LayoutFile? = nil) throws -> LayoutFile {
        let stem = name.hasSuffix(LayoutFile.ending) ? String(name.dropLast(LayoutFile.ending.count)) : name
        guard FolderRoots.isInside(stem) else {
            throw DiagnosticsError([
                .error(
                    at: place, "“\(YAMLScalar.inComment(name))” is not the name of a layout",
                    hints: "write the name of a file in the layouts folder, such as broadsheet-front")
            ])
        }
        var candidates = folders.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + stem + LayoutFile.ending }
        if let user, let own = candidates.firstIndex(of: user.path) { candidates.removeFirst(own + 1) }
        for path in candidates {
            // A pipe, a socket or a device is passed over. The edition's reader has reported it.
            guard FileKind(of: path) == .file else { continue }
            guard roots.contain(path) else {
                throw DiagnosticsError([
                    .error(
                        at: SourcePlace(file: path),
                        "the layout file is a link that leads out of the edition and of the folders named for layouts",
                        hints: "put the file itself there, or name the folder that has it with --layouts")
                ])
            }
            return try LayoutFile(readFrom: path)
        }
        if let file = files.first(where: { $0.name == stem && $0.path != user?.path }) { return file }
        throw DiagnosticsError([.unknown("layout", stem, among: names.filter { $0 != user?.name }, at: place)])
    }
}

/// The text of a layout file.
public struct LayoutFile: Hashable, Sendable {
    /// The file's path, as messages name it.
    public var path: String
    public var text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// Reads a layout file.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read or is not UTF-8.
    public init(readFrom path: String) throws {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(of: path)
        } catch .missing {
            throw DiagnosticsError([.error(at: nil, "the file \(path) cannot be read", hints: "is the name right?")])
        } catch {
            throw DiagnosticsError([.error(at: SourcePlace(file: path), "the layout file \(error)")])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DiagnosticsError([
                .error(at: SourcePlace(file: path), "the layout file is not UTF-8 text", hints: "save it as UTF-8")
            ])
        }
        self.init(path: path, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    }

    /// The file name extension of layout files.
    public static let ending = ".yaml"

    /// The file's name without folder and extension: the name of the layout in editions.
    public var name: String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(Self.ending) ? String(file.dropLast(Self.ending.count)) : file
    }
}
