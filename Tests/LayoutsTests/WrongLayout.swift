import Diagnostics
import Layouts

/// A layout file that is wrong in one way, and what the reader says of it.
struct WrongLayout {
    /// What is wrong, as the golden's heading.
    let fault: String
    let text: String

    init(_ fault: String, _ text: String) {
        self.fault = fault
        self.text = text
    }

    /// What reading the file says, as a terminal shows it.
    var said: String {
        do {
            let read = try LayoutReader().read(LayoutFile(path: "wrong.yaml", text: text))
            return read.diagnostics.isEmpty ? "(nothing)\n" : read.diagnostics.map(\.rendered).joined()
        } catch let rejected as DiagnosticsError {
            return rejected.diagnostics.map(\.rendered).joined()
        } catch {
            return "\(error)\n"
        }
    }

    /// All of them, one under the other, for a golden.
    static func report(_ wrong: [WrongLayout]) -> String {
        wrong.map { "# \($0.fault)\n\($0.said)" }.joined(separator: "\n")
    }
}

/// Reads a right layout, for tests of what it means.
func layout(_ text: String, extending parents: LayoutFinder? = nil) throws -> Layout {
    try LayoutReader(finder: parents).read(LayoutFile(path: "right.yaml", text: text)).value
}
