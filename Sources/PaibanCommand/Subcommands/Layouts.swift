import ArgumentParser
import Diagnostics
import Layouts
import Pages
import Press

struct Layouts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the layouts, draws one, or creates a new one.",
        subcommands: [LayoutList.self, LayoutShow.self, LayoutNew.self], defaultSubcommand: LayoutList.self)
}

/// Where a command about layouts searches for them: as for an edition in the current folder.
struct LayoutOptions: ParsableArguments {
    @OptionGroup var resources: ResourceOptions

    func library() throws -> LayoutLibrary {
        let resources = resources.resources(for: ".")
        return LayoutLibrary(resources: resources, fonts: try resources.openFonts())
    }
}

struct LayoutList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the layouts with their page sizes and columns.")

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
                } catch let error as DiagnosticsError {
                    rows.append([name, "–", "–", "–", "has errors; see “paiban check”"])
                    diagnostics += error.diagnostics
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

    /// Rows with aligned columns. A Han character is two cells wide on a terminal.
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
