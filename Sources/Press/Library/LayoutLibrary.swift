public import Diagnostics
public import Fonts
internal import Files
internal import FoundationEssentials
public import Layouts
internal import MarkedYAML
internal import Pages
internal import Printing

/// The layouts that the program finds: to list, read, check and extend them.
public struct LayoutLibrary {
    private let resources: Resources
    private let fonts: FontBook

    public init(resources: Resources, fonts: FontBook) {
        self.resources = resources
        self.fonts = fonts
    }

    private var finder: LayoutFinder { resources.layoutFinder }

    public var names: [String] { finder.names }

    /// A layout by its name or by the path of its file, with the warnings about it.
    ///
    /// - Throws: `DiagnosticsError` with everything that is wrong with the layout.
    public func layout(_ name: String) throws -> Reported<Layout> {
        let roles = Set(fonts.roles.names)
        let rolesWithoutFonts = roles.filter { !fonts.has($0) }
        let read: Reported<Layout>
        var roots = finder.roots
        if name.hasSuffix(LayoutFile.ending) || name.contains("/") {
            try NamedFile(name, roots: roots).check()
            let file = try LayoutFile(readFrom: name)
            // The layout that it extends may be beside it.
            let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
            var beside = finder
            beside.searchFirst(folder.isEmpty ? "/" : folder)
            roots = beside.roots
            read = try LayoutReader(roles: roles, rolesWithoutFonts: rolesWithoutFonts, finder: beside).read(file)
        } else {
            read = try finder.layout(named: name, roles: roles, rolesWithoutFonts: rolesWithoutFonts)
        }
        let looked = FurniturePictures(roots: roots).measured(read.value)
        let diagnostics = read.diagnostics + looked.diagnostics
        if diagnostics.hasErrors { throw DiagnosticsError(diagnostics) }
        return Reported(looked.value, diagnostics)
    }

    /// Writes the file of a new layout that extends another.
    ///
    /// - Parameters:
    ///   - folder: the folder of the new file; it is created when missing.
    /// - Returns: the file's path.
    /// - Throws: `DiagnosticsError` when there is no layout to extend, or when the file exists already.
    public func make(_ name: String, from other: String, in folder: String) throws -> String {
        guard FolderRoots.isInside(name), !name.contains("/"), !name.hasPrefix(".") else {
            throw DiagnosticsError([
                .error(
                    at: nil, "“\(YAMLScalar.inComment(name))” is not a name for a layout",
                    hints: "write a name without folders and without line ends, such as our-front")
            ])
        }
        let parent = try layout(other).value
        let path = folder + "/" + name + LayoutFile.ending
        guard !isTaken(path) else {
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

/// The text of a layout file that extends another: the key `extends`, and as comments the keys that are changed most often,
/// with their present values.
struct NewLayout {
    let name: String
    let parent: Layout

    var text: String {
        """
        # A layout of our own. What is not written here is as in “\(YAMLScalar.inComment(parent.name))”.
        # “paiban layouts show \(name) -o \(name).png” draws it, “paiban check” says whether it is right.
        extends: \(YAMLScalar.written(parent.name, indent: 0))
        title: \(YAMLScalar.written(parent.title, indent: 0))

        # Take the # away and change the value. layouts/README.md tells what else can be written.
        # page: {size: \(mm(parent.page.trim.width)) × \(mm(parent.page.trim.height))}
        # grid: {\(grid)}
        # styles: {body: {size: \(pt(parent.grid.bodySize))}}
        # colours: {red: {cmyk: [0, 100, 90, 5], rgb: '#c8161d'}}
        # separators: {vertical: none}
        # makeup: auto

        """
    }

    private var grid: String {
        let grid = parent.grid
        let measures = (0..<grid.columns).map { "\(grid.measure(ofColumn: $0))字" }
        let measure = Set(measures).count == 1 ? measures[0] : "[" + measures.joined(separator: ", ") + "]"
        return "columns: \(grid.columns), measure: \(measure), gutter: \(number(grid.gutter / grid.bodySize))字, "
            + "leading: \(pt(grid.leading)), rows: \(grid.rows)"
    }

    private func mm(_ length: Length) -> String { number(length.millimetres) + "mm" }
    private func pt(_ length: Length) -> String { number(length.points) + "pt" }
    private func number(_ value: Double) -> String {
        let hundredths = (value * 100).rounded() / 100
        return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
    }
}
