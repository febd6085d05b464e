import ArgumentParser
import Copy
import Concurrency
import Diagnostics
import Press
import Printing

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints an edition to a PDF.")

    @OptionGroup var edition: EditionArgument

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The PDF; the edition's name and .pdf unless given. JJ{date}-{page}.pdf makes one file a page.",
            valueName: "file")
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

    @Option(
        help: ArgumentHelp("Pages made at once; as many as the machine has cores unless given.", valueName: "number"))
    var jobs: Int?

    @OptionGroup(title: "What the PDF is for") var pdf: PDFOptions

    @OptionGroup var resources: ResourceOptions

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs has to be 1 or more") }
        if let unknown = output.map(OutputPattern.init)?.unknown.first {
            throw ValidationError("-o knows {page} and {date}, not {\(unknown)}")
        }
        if strict, proof { throw ValidationError("--strict and --proof contradict each other") }
    }

    func run() throws {
        try reporting {
            let kept = try dummy.flatMap { try EditionDummy(keptIn: $0) }
            let made = try edition.make(pages: pages, keeping: kept, resources, jobs: jobs ?? Cores.count)
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
            let files = OutputPattern(output ?? edition.name + ".pdf").files(of: made.value.document)
            let printed = try files.map { try PDFPrinter(pdf.form, jobs: jobs ?? Cores.count).print($0.document) }
            report.add(phase: "printing", since: start)
            try write(report)
            let diagnostics = made.diagnostics + printed.flatMap(\.diagnostics)
            if strict, !diagnostics.isEmpty {
                return diagnostics + [.error(at: nil, "nothing is printed: --strict lets no warning pass")]
            }
            for (file, pdf) in zip(files, printed) { try OutputFile(file.name).write(pdf.value) }
            return diagnostics
        }
    }

    private func write(_ report: EditionReport) throws {
        if let file = self.report { try OutputFile(file).write(Array(report.json.utf8)) }
    }
}
