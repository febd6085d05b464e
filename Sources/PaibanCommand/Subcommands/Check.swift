import ArgumentParser
import Concurrency
import Diagnostics
import Fonts
import Layouts
import Press

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks an edition, a layout file or a roles.yaml, and prints nothing.",
        discussion: """
            For an edition it reports what building it would report, and what a printing house would reject: fonts, \
            photos, inks, thin lines. The exit status is 1 when there is an error.
            """)

    @Argument(help: "An edition as for build, a layout file (.yaml), or a roles.yaml.")
    var path: String

    @Option(help: "Only these pages of the edition, such as 1,3-4.")
    var pages: PageNumbers?

    @OptionGroup var resources: ResourceOptions

    func run() throws {
        try reporting {
            let diagnostics = try check()
            if diagnostics.isEmpty { print("no problems found") }
            return diagnostics
        }
    }

    private func check() throws -> [Diagnostic] {
        if isFile("roles.yaml") {
            return try FontCheckList(TextFile(path), resources.resources(for: ".")).diagnostics()
        }
        if path.hasSuffix(LayoutFile.ending), !isFile("edition.yaml") {
            let resources = resources.resources(for: ".")
            return try LayoutLibrary(resources: resources, fonts: resources.openFonts()).layout(path).diagnostics
        }
        let edition = try EditionArgument.parse([isFile("edition.yaml") ? folder : path])
        let made = try edition.make(edition.read(), pages: pages, resources, jobs: Cores.count)
        return made.diagnostics + Preflight().diagnostics(of: made.value.document)
    }

    private func isFile(_ name: String) -> Bool { path == name || path.hasSuffix("/" + name) }
    private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }
}
