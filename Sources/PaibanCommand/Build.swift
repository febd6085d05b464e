import ArgumentParser
import Copy
import Diagnostics
import Press
import Printing

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints an edition to a PDF.")

    @OptionGroup var edition: EditionArgument

    @Option(name: .shortAndLong, help: ArgumentHelp("The PDF; EDITION.pdf unless given.", valueName: "file"))
    var output: String?

    @Option(help: "Only these pages, such as 1,3-4.")
    var pages: PageNumbers?

    @Flag(help: "Print nothing while there are warnings.")
    var strict = false

    @Flag(help: "Print even what is overset.")
    var proof = false

    @Flag(help: "Say how each page was made up.")
    var verbose = false

    @OptionGroup var resources: ResourceOptions

    func run() throws {
        try reporting {
            let made = try edition.make(pages: pages, resources)
            if strict, !made.diagnostics.isEmpty { throw Rejected(made.diagnostics + [.error(at: nil, "warnings stand in the way of --strict")]) }
            if verbose { for dummy in made.value.dummies { print(dummy, terminator: "") } }
            if made.diagnostics.hasErrors && !proof { return made.diagnostics }
            let pdf = try PDFPrinter().print(made.value.document)
            try OutputFile(output ?? edition.name + ".pdf").write(pdf.value)
            return made.diagnostics + pdf.diagnostics
        }
    }
}
