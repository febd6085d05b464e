public import Diagnostics
internal import FoundationEssentials

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

    public init(folders: [String], files: [LayoutFile] = []) {
        self.folders = folders
        self.files = files
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
    /// - Throws: `DiagnosticsError` if no folder has the file, or if it is not UTF-8 or too large for a text.
    public func file(named name: String, askedAt place: SourcePlace?, by user: LayoutFile? = nil) throws -> LayoutFile {
        let stem = name.hasSuffix(LayoutFile.ending) ? String(name.dropLast(LayoutFile.ending.count)) : name
        var candidates = folders.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + stem + LayoutFile.ending }
        if let user, let own = candidates.firstIndex(of: user.path) { candidates.removeFirst(own + 1) }
        for path in candidates {
            guard let bytes = try InputFile.bytes(of: path) else { continue }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw DiagnosticsError([
                    .error(
                        at: SourcePlace(file: path), "the layout file is not UTF-8 text", hints: "save it as UTF-8")
                ])
            }
            return LayoutFile(path: path, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
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

    /// The file name extension of layout files.
    public static let ending = ".yaml"

    /// The file's name without folder and extension: the name of the layout in editions.
    public var name: String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(Self.ending) ? String(file.dropLast(Self.ending.count)) : file
    }
}
