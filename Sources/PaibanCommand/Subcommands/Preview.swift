import ArgumentParser
import Diagnostics
import Makeup
import Pages
import Press
import Printing

struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Makes and draws only one page.")

    @OptionGroup var edition: EditionArgument

    @Option(help: "The page number.")
    var page = 1

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A .png, .svg or .pdf file; by default the edition's name and the page number with .png.", valueName: "file"
        ))
    var output: String?

    @Option(help: "Pixels per inch of a PNG.")
    var dpi = 144.0

    @Flag(
        help: """
            Draw guides on the page: columns and baselines, each story's cells with its name, white lines in blue, \
            text that does not fit in red, and bars beside lines that are stretched, compressed, widows or orphans.
            """)
    var guides = false

    @OptionGroup var outputs: OutputOptions

    @OptionGroup var resources: ResourceOptions

    func validate() throws {
        guard (1...PageNumbers.maxNumber).contains(page) else {
            throw ValidationError("--page must be from 1 to \(PageNumbers.maxNumber)")
        }
        guard (10...1200).contains(dpi) else { throw ValidationError("--dpi must be from 10 to 1200") }
        guard ["png", "svg", "pdf"].contains(ending) else {
            throw ValidationError("the output must end in .png, .svg or .pdf")
        }
    }

    private var file: String { output ?? "\(edition.name)-\(page).png" }
    private var ending: String { file.split(separator: ".").last.map { $0.lowercased() } ?? "" }

    func run() throws {
        try reporting {
            let read = try edition.read()
            try outputs.check(edition.files(of: read.value, resources))
                .check([Output(file, Output.Kind(endingOf: file), option: "-o")])
            let made = try edition.make(read, pages: PageNumbers(page), resources, guides: guides)
            var document = made.value.document
            document.pages = document.pages.map { page in
                made.value.guides.first { $0.page == page.number }?.drawn(on: page) ?? page
            }
            guard let sheet = document.pages.first else { return made.diagnostics }
            let printed =
                switch ending {
                case "svg": try SVGPrinter().print(sheet)
                case "pdf": try PDFPrinter().print(document)
                default: try PNGPrinter(dpi: dpi).print(sheet)
                }
            try OutputFile(file).write(printed.value)
            return made.diagnostics + printed.diagnostics
        }
    }
}
