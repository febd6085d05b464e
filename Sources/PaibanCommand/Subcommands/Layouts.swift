import ArgumentParser
import Diagnostics
import Fonts
import Layouts
import Pages
import Press
import Printing

struct Layouts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the layouts, draws one, or begins a new one.",
        subcommands: [LayoutList.self, LayoutShow.self, LayoutNew.self], defaultSubcommand: LayoutList.self)
}

/// Where a command about layouts looks for them: beside the folder that it is called in as beside an edition.
struct LayoutOptions: ParsableArguments {
    @OptionGroup var resources: ResourceOptions

    func library() throws -> LayoutLibrary {
        let resources = resources.resources(for: ".")
        return LayoutLibrary(resources: resources, fonts: try resources.openFonts())
    }
}

struct LayoutList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the layouts with their sheet and columns.")

    @OptionGroup var options: LayoutOptions

    func run() throws {
        try reporting {
            let library = try options.library()
            var diagnostics: [Diagnostic] = []
            var rows: [[String]] = []
            for name in library.names {
                do {
                    let layout = try library.layout(name).value
                    rows.append([name, sheet(layout), columns(layout), "\(layout.grid.rows)行", layout.title])
                } catch let rejected as DiagnosticsError {
                    rows.append([name, "–", "–", "–", "has errors; see “paiban check”"])
                    diagnostics += rejected.diagnostics
                }
            }
            print(table(rows), terminator: "")
            return diagnostics
        }
    }

    private func sheet(_ layout: Layout) -> String {
        "\(Int(layout.page.trim.width.millimetres.rounded())) × \(Int(layout.page.trim.height.millimetres.rounded())) mm"
    }

    private func columns(_ layout: Layout) -> String {
        let grid = layout.grid
        let measures = (0..<grid.columns).map { grid.measure(ofColumn: $0) }
        let text =
            Set(measures).count == 1
            ? "\(grid.columns) × \(grid.measure)字" : measures.map { "\($0)字" }.joined(separator: "+")
        return layout.direction == .vertical ? text + " vertical" : text
    }

    /// Columns padded with blanks; a Han character takes two places on a terminal.
    private func table(_ rows: [[String]]) -> String {
        func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }
        let widths = (0..<5).map { column in rows.map { width($0[column]) }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - width($0)) }.joined(separator: "  ")
                .trimmed + "\n"
        }.joined()
    }
}

extension String {
    fileprivate var trimmed: String {
        String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
    }
}

struct LayoutShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Draws a layout's grid, rows and areas, with their names and sizes.")

    @Argument(help: "A layout's name, or its file.")
    var name: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("A .png, .svg or .pdf file; the layout's name and .png unless given.", valueName: "file"))
    var output: String?

    @Option(help: "Dots per inch of a PNG.")
    var dpi = 72.0

    @OptionGroup var options: LayoutOptions

    func validate() throws {
        guard (10...1200).contains(dpi) else { throw ValidationError("--dpi has to be from 10 to 1200") }
        if let output, !["png", "svg", "pdf"].contains(ending(of: output)) {
            throw ValidationError("the output has to end in .png, .svg or .pdf")
        }
    }

    private func ending(of file: String) -> String { file.split(separator: ".").last.map { $0.lowercased() } ?? "" }

    func run() throws {
        try reporting {
            let resources = options.resources.resources(for: ".")
            let fonts = try resources.openFonts()
            let layout = try LayoutLibrary(resources: resources, fonts: fonts).layout(name)
            let page = LayoutSheet(layout.value, fonts: fonts).page
            let file = output ?? layout.value.name + ".png"
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

struct LayoutNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begins a layout of your own from another.")

    @Argument(help: "The new layout's name.")
    var name: String

    @Option(help: ArgumentHelp("The layout to begin from.", valueName: "layout"))
    var from: String

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("The folder that the file goes to; editions look into layouts/.", valueName: "folder"))
    var folder = "layouts"

    @OptionGroup var options: LayoutOptions

    func validate() throws {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.hasSuffix(LayoutFile.ending) else {
            throw ValidationError("a layout's name is a word without a folder and without .yaml")
        }
    }

    func run() throws {
        try reporting {
            print(try options.library().make(name, from: from, in: folder))
            return []
        }
    }
}
