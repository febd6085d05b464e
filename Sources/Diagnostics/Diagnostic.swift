/// A message about the user's files: its place, one sentence, and hints for a correction.
public struct Diagnostic: Hashable, Sendable {
    /// The severity of a diagnostic. The raw value is the word in the rendered message.
    public enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    /// The severity.
    public var severity: Severity
    /// The place in the user's files; nil if there is none.
    public var place: SourcePlace?
    /// One sentence without a full stop.
    public var message: String
    /// Possible corrections, one in each string.
    public var hints: [String]
    /// The equal faults that the diagnostic stands for, if `Reporter` has put several into one.
    var faults: EqualFaults?

    /// Creates a diagnostic.
    public init(_ severity: Severity, at place: SourcePlace?, _ message: String, hints: [String] = []) {
        self.severity = severity
        self.place = place
        self.message = message
        self.hints = hints
    }

    /// Creates an error.
    public static func error(at place: SourcePlace?, _ message: String, hints: String...) -> Diagnostic {
        Diagnostic(.error, at: place, message, hints: hints)
    }

    /// Creates a warning.
    public static func warning(at place: SourcePlace?, _ message: String, hints: String...) -> Diagnostic {
        Diagnostic(.warning, at: place, message, hints: hints)
    }
}

extension Sequence where Element == Diagnostic {
    /// Whether one of the diagnostics is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}

/// A value and the diagnostics about it. Libraries return their warnings in it and do not print.
public struct Reported<Value> {
    /// The value.
    public var value: Value
    /// The diagnostics, in the order in which they were reported.
    public var diagnostics: [Diagnostic]

    /// Creates a value with its diagnostics.
    public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    /// The result of `transform` with the same diagnostics.
    public func map<New>(_ transform: (Value) throws -> New) rethrows -> Reported<New> {
        Reported<New>(try transform(value), diagnostics)
    }
}

extension Reported: Sendable where Value: Sendable {}

/// An error that ends a step, with all diagnostics that caused it and the warnings reported before.
public struct DiagnosticsError: Error, Sendable {
    /// The diagnostics, in the order in which they were reported.
    public var diagnostics: [Diagnostic]

    /// Creates an error from diagnostics.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
