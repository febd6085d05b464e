import ArgumentParser
import Copy
import Diagnostics
import Press
import Printing

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints an edition to a PDF.")

    @OptionGroup var edition: EditionArgument

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The PDF; the edition's name and .pdf unless given.", valueName: "file")
    )
    var output: String?

    @Option(help: "Only these pages, such as 1,3-4.")
    var pages: PageNumbers?

    @Flag(help: "Print nothing while there are warnings.")
    var strict = false

    @Flag(help: "Print in spite of errors, such as a story that is too long; the exit status tells of them.")
    var proof = false

    @Flag(help: "Say how each page was made up: where each story stands and how it is set.")
    var verbose = false

    @OptionGroup var resources: ResourceOptions

    func validate() throws {
        if strict, proof { throw ValidationError("--strict and --proof contradict each other") }
    }

    func run() throws {
        try reporting {
            let made = try edition.make(pages: pages, resources)
            if verbose { for dummy in made.value.dummies { print(dummy, terminator: "") } }
            if made.diagnostics.hasErrors && !proof { return made.diagnostics }
            let pdf = try PDFPrinter().print(made.value.document)
            let diagnostics = made.diagnostics + pdf.diagnostics
            if strict, !diagnostics.isEmpty {
                return diagnostics + [.error(at: nil, "nothing is printed: --strict lets no warning pass")]
            }
            try OutputFile(output ?? edition.name + ".pdf").write(pdf.value)
            return diagnostics
        }
    }
}
