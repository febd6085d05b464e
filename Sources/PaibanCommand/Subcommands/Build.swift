import ArgumentParser
import Concurrency
import Copy
import Diagnostics
import Press
import Printing

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints an edition to a PDF.")

    @OptionGroup var edition: EditionArgument

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The PDF; by default the edition's name with .pdf. JJ{date}-{page}.pdf makes one file for each page.",
            valueName: "file")
    )
    var output: String?

    @Option(help: "Only these pages, such as 1,3-4.")
    var pages: PageNumbers?

    @Flag(help: "Print nothing if there are warnings.")
    var strict = false

    @Flag(help: "Print despite errors, such as a story that is too long. The exit status is still 1.")
    var proof = false

    @Flag(help: "Describe each page: where each story is and how it is composed.")
    var verbose = false

    @Option(
        help: ArgumentHelp("Write the decisions, their costs and the times taken to a JSON file.", valueName: "file"))
    var report: String?

    @Option(
        help: ArgumentHelp(
            "Keep the pages' dummies in this file: stories stay in their cells while they fit. Pin or move them there.",
            valueName: "file"))
    var dummy: String?

    @Option(
        help: ArgumentHelp(
            "The number of pages made in parallel; by default the number of cores.", valueName: "number"))
    var jobs: Int?

    @OptionGroup var outputs: OutputOptions

    @OptionGroup(title: "What the PDF is for") var pdf: PDFOptions

    @OptionGroup var resources: ResourceOptions

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
        if let unknown = output.map(OutputPattern.init)?.unknown.first {
            throw ValidationError("-o supports {page} and {date}, not {\(unknown)}")
        }
        if strict, proof { throw ValidationError("--strict and --proof contradict each other") }
    }

    func run() throws {
        try reporting {
            let read = try edition.read()
            let check = outputs.check(edition.files(of: read.value, resources, profile: pdf.profile))
            let pattern = OutputPattern(output ?? edition.name + ".pdf")
            let expected = pattern.names(for: read.value, pages: pages.map { Set($0.numbers) })
            try check.check(written(expected.certain), possible: expected.possible.map(Self.pdf))
            let kept = try dummy.flatMap { try EditionDummy(keptIn: $0) }
            let made = try edition.make(
                read, pages: pages, keeping: kept, resources, jobs: jobs ?? Cores.count, needsPhotos: pdf.press)
            let files = pattern.files(of: made.value.document)
            if !expected.possible.isEmpty { try check.check(written(files.map(\.name))) }
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
            let printed = try files.map { try PDFPrinter(pdf.output, jobs: jobs ?? Cores.count).print($0.document) }
            report.add(phase: "printing", since: start)
            try write(report)
            let diagnostics = made.diagnostics + printed.flatMap(\.diagnostics)
            if diagnostics.hasErrors && !proof { return diagnostics }
            if strict, !diagnostics.isEmpty {
                return diagnostics + [.error(at: nil, "nothing is printed, because --strict allows no warnings")]
            }
            for (file, pdf) in zip(files, printed) { try OutputFile(file.name).write(pdf.value) }
            return diagnostics
        }
    }

    private static func pdf(_ name: String) -> Output { Output(name, .pdf, option: "-o") }

    /// All files that the command writes.
    private func written(_ names: [String]) -> [Output] {
        names.map(Self.pdf) + [report.map { Output($0, .report, option: "--report") }].compactMap { $0 }
            + [dummy.map { Output($0, .dummy, option: "--dummy") }].compactMap { $0 }
    }

    private func write(_ report: EditionReport) throws {
        if let file = self.report { try OutputFile(file).write(Array(report.json.utf8)) }
    }
}
