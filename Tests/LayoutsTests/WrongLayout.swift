import Diagnostics
import Layouts

/// A layout file with one fault, and the diagnostics that the reader reports for it.
struct WrongLayout {
    /// The fault, as the heading in the golden file.
    let fault: String
    let text: String

    init(_ fault: String, _ text: String) {
        self.fault = fault
        self.text = text
    }

    /// The diagnostics, as a terminal shows them.
    var output: String {
        do {
            let read = try LayoutReader().read(LayoutFile(path: "wrong.yaml", text: text))
            return read.diagnostics.isEmpty ? "(nothing)\n" : read.diagnostics.map(\.rendered).joined()
        } catch let error as DiagnosticsError {
            return error.diagnostics.map(\.rendered).joined()
        } catch {
            return "\(error)\n"
        }
    }

    /// The diagnostics of several files, for a golden file.
    static func report(_ wrong: [WrongLayout]) -> String {
        wrong.map { "# \($0.fault)\n\($0.output)" }.joined(separator: "\n")
    }
}

/// Reads a layout that has no faults.
func layout(_ text: String, extending parents: LayoutFinder? = nil) throws -> Layout {
    try LayoutReader(finder: parents).read(LayoutFile(path: "right.yaml", text: text)).value
}
