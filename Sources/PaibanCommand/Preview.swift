import ArgumentParser
import Diagnostics
import Pages
import Press
import Printing

struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Draws one page, and makes only that one.")

    @OptionGroup var edition: EditionArgument

    @Option(help: "The page's number.")
    var page = 1

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A .png, .svg or .pdf file; the edition's name, the page's number and .png unless given.", valueName: "file"
        ))
    var output: String?

    @Option(help: "Dots per inch of a PNG.")
    var dpi = 144.0

    @OptionGroup var resources: ResourceOptions

    func validate() throws {
        guard (1...PageNumbers.most).contains(page) else {
            throw ValidationError("pages count from 1, this is \(page)")
        }
        guard (10...1200).contains(dpi) else { throw ValidationError("--dpi has to be from 10 to 1200") }
        guard ["png", "svg", "pdf"].contains(ending) else {
            throw ValidationError("the output has to end in .png, .svg or .pdf")
        }
    }

    private var file: String { output ?? "\(edition.name)-\(page).png" }
    private var ending: String { file.split(separator: ".").last.map { $0.lowercased() } ?? "" }

    func run() throws {
        try reporting {
            let made = try edition.make(pages: PageNumbers(page), resources)
            guard let sheet = made.value.document.pages.first else { return made.diagnostics }
            let printed =
                switch ending {
                case "svg": try SVGPrinter().print(sheet)
                case "pdf": try PDFPrinter().print(made.value.document)
                default: try PNGPrinter(dpi: dpi).print(sheet)
                }
            try OutputFile(file).write(printed.value)
            return made.diagnostics + printed.diagnostics
        }
    }
}
