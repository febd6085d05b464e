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
