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

    @Option(help: ArgumentHelp("Write what was chosen, what it cost and how long it took, as JSON.", valueName: "file"))
    var report: String?

    @Option(
        help: ArgumentHelp(
            "Keep the pages' dummies in this file: stories stay in its cells while they fit. Pin or move them there.",
            valueName: "file"))
    var dummy: String?

    @OptionGroup(title: "What the PDF is for") var pdf: PDFOptions

    @OptionGroup var resources: ResourceOptions

    func validate() throws {
        if strict, proof { throw ValidationError("--strict and --proof contradict each other") }
    }

    func run() throws {
        try reporting {
            let kept = try dummy.flatMap { try EditionDummy(keptIn: $0) }
            let made = try edition.make(pages: pages, keeping: kept, resources)
            var report = made.value.report
            if verbose {
                for (dummy, page) in zip(made.value.dummies, report.pages) {
                    print(dummy + page.summary, terminator: "")
                }
            }
            if let dummy { try made.value.kept.write(to: dummy) }
            if made.diagnostics.hasErrors && !proof {
                try write(report)
                return made.diagnostics
            }
            let start = ContinuousClock.now
            let printed = try PDFPrinter(pdf.form).print(made.value.document)
            report.add(phase: "printing", since: start)
            try write(report)
            let diagnostics = made.diagnostics + printed.diagnostics
            if strict, !diagnostics.isEmpty {
                return diagnostics + [.error(at: nil, "nothing is printed: --strict lets no warning pass")]
            }
            try OutputFile(output ?? edition.name + ".pdf").write(printed.value)
            return diagnostics
        }
    }

    private func write(_ report: EditionReport) throws {
        if let file = self.report { try OutputFile(file).write(Array(report.json.utf8)) }
    }
}
