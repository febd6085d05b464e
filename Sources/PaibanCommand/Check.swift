import ArgumentParser
import Diagnostics
import Fonts
import Layouts
import Press

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says everything that is wrong with a layout file, a roles.yaml or an edition, and prints nothing.")

    @Argument(help: "A layout file (.yaml), a roles.yaml, or an edition as for build.")
    var path: String

    @OptionGroup var resources: ResourceOptions

    func run() throws {
        try reporting {
            if isFile("roles.yaml") {
                return try FontCheckList(TextFile(path), resources.resources(for: ".")).diagnostics()
            }
            guard path.hasSuffix(LayoutFile.ending), !isFile("edition.yaml") else {
                return try EditionArgument.parse([isFile("edition.yaml") ? folder : path]).make(resources).diagnostics
            }
            let resources = resources.resources(for: ".")
            return try LayoutLibrary(resources: resources, fonts: resources.openFonts()).layout(path).diagnostics
        }
    }

    private func isFile(_ name: String) -> Bool { path == name || path.hasSuffix("/" + name) }
    private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }
}
