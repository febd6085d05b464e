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
    } catch let rejected as Rejected {
        diagnostics = rejected.diagnostics
    }
    for diagnostic in diagnostics { fputs(diagnostic.rendered, stderr) }
    if diagnostics.hasErrors { throw ExitCode(1) }
}
