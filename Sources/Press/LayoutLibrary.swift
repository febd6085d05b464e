public import Diagnostics
public import Fonts
internal import FoundationEssentials
public import Layouts
internal import Printing

/// The layouts that there are, for whoever wants to see, check or change one.
public struct LayoutLibrary {
    private let resources: Resources
    private let fonts: FontBook

    public init(resources: Resources, fonts: FontBook) {
        self.resources = resources
        self.fonts = fonts
    }

    private var finder: LayoutFinder { LayoutFinder(folders: resources.layoutFolders) }

    public var names: [String] { finder.names }

    /// A layout by its name, or by the path of its file; everything that there is to say of it comes with it.
    ///
    /// - Throws: `DiagnosticsError` with all that is wrong with it.
    public func layout(_ name: String) throws -> Reported<Layout> {
        let roles = Set(fonts.roles.names)
        let rolesWithoutFonts = roles.filter { !fonts.has($0) }
        let read: Reported<Layout>
        if name.hasSuffix(LayoutFile.ending) || name.contains("/") {
            let file = try LayoutFile(readFrom: name)
            // What it extends may lie beside it.
            let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
            let beside = LayoutFinder(folders: ([folder] + resources.layoutFolders).map { $0.isEmpty ? "/" : $0 })
            read = try LayoutReader(roles: roles, rolesWithoutFonts: rolesWithoutFonts, finder: beside).read(file)
        } else {
            read = try finder.layout(named: name, roles: roles, rolesWithoutFonts: rolesWithoutFonts)
        }
        let looked = FurniturePictures().measured(read.value)
        let diagnostics = read.diagnostics + looked.diagnostics
        if diagnostics.hasErrors { throw DiagnosticsError(diagnostics) }
        return Reported(looked.value, diagnostics)
    }

    /// Writes the file of a new layout that changes another.
    ///
    /// - Parameters:
    ///   - folder: where it goes; it is made when missing.
    /// - Returns: the file's path.
    /// - Throws: `DiagnosticsError` when there is no layout to begin from, or the file is there already.
    public func make(_ name: String, from other: String, in folder: String) throws -> String {
        let parent = try layout(other).value
        let path = folder + "/" + name + LayoutFile.ending
        guard !FileManager.default.fileExists(atPath: path) else {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: path), "the file is there already and is not overwritten",
                    hints: "choose another name, or change the file that is there")
            ])
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw DiagnosticsError([
                .error(at: SourcePlace(file: folder), "the folder cannot be made", hints: "is its parent writable?")
            ])
        }
        try OutputFile(path).write(Array(NewLayout(name: name, parent: parent).text.utf8))
        return path
    }
}

extension LayoutFile {
    /// - Throws: `DiagnosticsError` when there is no such file, or it is not UTF-8.
    init(readFrom path: String) throws {
        let bytes = try TextFile(path).bytes()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DiagnosticsError([
                .error(at: SourcePlace(file: path), "the layout file is not UTF-8 text", hints: "save it as UTF-8")
            ])
        }
        self.init(path: path, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    }
}
