import ArgumentParser
import Diagnostics
import Layouts
import Pages
import Press
import Printing

struct LayoutShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Draws a layout's grid, rows and areas, with their names and sizes.")

    @Argument(help: "A layout's name or file.")
    var name: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("A .png, .svg or .pdf file; by default the layout's name with .png.", valueName: "file"))
    var output: String?

    @Option(help: "Pixels per inch of a PNG.")
    var dpi = 72.0

    @OptionGroup var outputs: OutputOptions

    @OptionGroup var options: LayoutOptions

    func validate() throws {
        guard (10...1200).contains(dpi) else { throw ValidationError("--dpi must be from 10 to 1200") }
        if let output, !["png", "svg", "pdf"].contains(ending(of: output)) {
            throw ValidationError("the output must end in .png, .svg or .pdf")
        }
    }

    private func ending(of file: String) -> String { file.split(separator: ".").last.map { $0.lowercased() } ?? "" }

    func run() throws {
        try reporting {
            let resources = options.resources.resources(for: ".")
            let fonts = try resources.openFonts()
            let layout = try LayoutLibrary(resources: resources, fonts: fonts).layout(name)
            let file = output ?? layout.value.name + ".png"
            try outputs.check(
                EditionFiles(around: layout.value.place.file, as: "the layout itself", resources: resources)
            )
            .check([Output(file, Output.Kind(endingOf: file), option: "-o")])
            let page = LayoutSheet(layout.value, fonts: fonts).page
            let printed =
                switch ending(of: file) {
                case "svg": try SVGPrinter().print(page)
                case "pdf":
                    try PDFPrinter().print(
                        Document(
                            title: layout.value.title, author: "", language: "zh-Hans", date: "", pages: [page]))
                default: try PNGPrinter(dpi: dpi).print(page)
                }
            try OutputFile(file).write(printed.value)
            return layout.diagnostics + printed.diagnostics
        }
    }
}
