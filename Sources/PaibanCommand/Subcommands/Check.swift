import ArgumentParser
import Concurrency
import Diagnostics
import Fonts
import Layouts
import Press

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks an edition, a layout file or a roles.yaml over, and prints nothing.",
        discussion: """
            Of an edition it tells all that building it would tell, and what a printing house would find: fonts, photos, \
            inks, thin lines. The exit status is 1 when there is an error.
            """)

    @Argument(help: "An edition as for build, a layout file (.yaml), or a roles.yaml.")
    var path: String

    @Option(help: "Only these pages of the edition, such as 1,3-4.")
    var pages: PageNumbers?

    @OptionGroup var resources: ResourceOptions

    func run() throws {
        try reporting {
            let diagnostics = try found()
            if diagnostics.isEmpty { print("nothing to mend") }
            return diagnostics
        }
    }

    private func found() throws -> [Diagnostic] {
        if isFile("roles.yaml") {
            return try FontCheckList(TextFile(path), resources.resources(for: ".")).diagnostics()
        }
        if path.hasSuffix(LayoutFile.ending), !isFile("edition.yaml") {
            let resources = resources.resources(for: ".")
            return try LayoutLibrary(resources: resources, fonts: resources.openFonts()).layout(path).diagnostics
        }
        let edition = try EditionArgument.parse([isFile("edition.yaml") ? folder : path])
        let made = try edition.make(pages: pages, resources, jobs: Cores.count)
        return made.diagnostics + Preflight().diagnostics(of: made.value.document)
    }

    private func isFile(_ name: String) -> Bool { path == name || path.hasSuffix("/" + name) }
    private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }
}
