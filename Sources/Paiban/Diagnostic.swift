internal import Diagnostics

/// A problem in an edition: in its copy, its photos, its layouts, its fonts, or in the pages that were made of them.
///
/// The description is what the command line prints: place, severity, message, the line itself with a caret, and hints.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    let base: Diagnostics.Diagnostic

    /// How serious a problem is.
    public enum Severity: Hashable, Sendable {
        /// The result can be used, and somebody should look at it.
        case warning
        /// Something is missing on the page, or the page cannot be made.
        case error
    }

    /// Whether the problem is an error or a warning.
    public var severity: Severity { base.severity == .error ? .error : .warning }

    /// One sentence without a full stop.
    public var message: String { base.message }

    /// What would mend it, one idea each.
    public var hints: [String] { base.hints }

    /// The path of the file, or the id of the ``Article`` that was not read from a file; nil where it is neither.
    public var source: String? { base.place?.file }

    /// The line, from 1; nil where the whole source is meant.
    public var line: Int? { base.place.flatMap { $0.line > 0 ? $0.line : nil } }

    /// The column in characters, from 1; nil where the whole line is meant.
    public var column: Int? { base.place.flatMap { $0.line > 0 && $0.column > 0 ? $0.column : nil } }

    public var description: String { base.rendered }

    /// - Parameter names: what messages call pictures in memory, by the paths that they are opened by.
    init(_ diagnostic: Diagnostics.Diagnostic, names: [(path: String, name: String)] = []) {
        var base = diagnostic
        for (path, name) in names {
            base.message = base.message.replacing(path, with: name)
            if base.place?.file == path { base.place?.file = name }
        }
        // Parts of an edition in memory have no place.
        if base.place?.file == "" { base.place = nil }
        self.base = base
    }
}

extension Sequence where Element == Diagnostic {
    /// Whether one of the problems is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}

/// Everything that prevents an edition from being read, composed or printed, at once.
public struct EditionError: Error, Hashable, CustomStringConvertible {
    /// The problems, in the order in which they were found; at least one is an error.
    public let diagnostics: [Diagnostic]

    public var description: String { diagnostics.map(\.description).joined() }

    /// Executes work and translates its diagnostics.
    static func translating<Result>(
        names: [(path: String, name: String)] = [], _ work: () throws -> Result
    ) throws -> Result {
        do {
            return try work()
        } catch let error as DiagnosticsError {
            throw EditionError(diagnostics: error.diagnostics.map { Diagnostic($0, names: names) })
        }
    }
}
