import ArgumentParser
import Diagnostics
import Glibc

/// Runs the work of a subcommand and prints its diagnostics to standard error.
///
/// - Throws: `ExitCode(1)` when there is an error among the diagnostics.
func reporting(_ work: () throws -> [Diagnostic]) throws {
    var diagnostics: [Diagnostic]
    do {
        diagnostics = try work()
    } catch let error as DiagnosticsError {
        diagnostics = error.diagnostics
    }
    var standardError = StandardError()
    var renderer = DiagnosticRenderer()
    for diagnostic in diagnostics.condensed { standardError.write(renderer.rendered(diagnostic)) }
    if diagnostics.hasErrors { throw ExitCode(1) }
}

/// A line on the terminal with the number of pages made so far. It is erased at the end.
struct Progress: Sendable {
    /// nil if standard error is not a terminal.
    static var onTerminal: Progress? { isatty(STDERR_FILENO) == 1 ? Progress() : nil }

    /// A run of fewer pages ends before the line can be read.
    private static let minPages = 4

    func show(made: Int, of total: Int) {
        guard total >= Self.minPages else { return }
        var standardError = StandardError()
        standardError.write(made < total ? "\r\(made) of \(total) pages" : "\r\u{1B}[K")
    }
}

/// Standard error as an unbuffered output stream.
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
