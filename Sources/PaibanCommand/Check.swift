import ArgumentParser
import Diagnostics
import Press

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks an edition over before it goes to press, and prints nothing.",
        discussion: """
            Tells all that building it would tell, and what a printing house would find: fonts, photos, inks, thin \
            lines. The exit status is 1 when there is an error.
            """)

    @OptionGroup var edition: EditionArgument

    @Option(help: "Only these pages, such as 1,3-4.")
    var pages: PageNumbers?

    @OptionGroup var resources: ResourceOptions

    func run() throws {
        try reporting {
            let made = try edition.make(pages: pages, resources)
            let diagnostics = made.diagnostics + Preflight().diagnostics(of: made.value.document)
            if diagnostics.isEmpty { print("nothing to mend") }
            return diagnostics
        }
    }
}
