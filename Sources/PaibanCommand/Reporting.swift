import ArgumentParser
import Diagnostics
import Glibc

/// Runs the work of a subcommand and says on standard error what there is to say.
///
/// Exit statuses: 0 made, 1 errors in what the user wrote, 2 wrong usage (the argument parser's own).
func reporting(_ work: () throws -> [Diagnostic]) throws {
    var diagnostics: [Diagnostic]
    do {
        diagnostics = try work()
    } catch let rejected as DiagnosticsError {
        diagnostics = rejected.diagnostics
    }
    var standardError = StandardError()
    for diagnostic in diagnostics { print(diagnostic.rendered, terminator: "", to: &standardError) }
    if diagnostics.hasErrors { throw ExitCode(1) }
}

/// Standard error as a stream to print to.
struct StandardError: TextOutputStream {
    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let written = Glibc.write(STDERR_FILENO, rest.baseAddress, rest.count)
                guard written > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
    }
}

/// A line on the terminal that tells how far a run has come, and that leaves nothing behind.
struct Progress: Sendable {
    /// Nil where nobody looks: into a pipe or a file nothing of it is written.
    static var onTerminal: Progress? { isatty(STDERR_FILENO) == 1 ? Progress() : nil }

    /// A run of fewer pages is over before the line could be read.
    private static let fewest = 4

    func show(made: Int, of total: Int) {
        guard total >= Self.fewest else { return }
        var standardError = StandardError()
        standardError.write(made < total ? "\r\(made) of \(total) pages" : "\r\u{1B}[K")
    }
}
