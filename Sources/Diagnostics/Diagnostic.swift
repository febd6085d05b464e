/// Something the user should know of what they wrote: where, one sentence, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    public var severity: Severity
    public var place: SourcePlace?
    /// One sentence without a full stop.
    public var message: String
    /// What would mend it, one idea each.
    public var hints: [String]

    public init(_ severity: Severity, at place: SourcePlace?, _ message: String, hints: [String] = []) {
        self.severity = severity
        self.place = place
        self.message = message
        self.hints = hints
    }

    public static func error(at place: SourcePlace?, _ message: String, hints: String...) -> Diagnostic {
        Diagnostic(.error, at: place, message, hints: hints)
    }

    public static func warning(at place: SourcePlace?, _ message: String, hints: String...) -> Diagnostic {
        Diagnostic(.warning, at: place, message, hints: hints)
    }
}

extension Sequence where Element == Diagnostic {
    public var hasErrors: Bool { contains { $0.severity == .error } }
}

/// A value together with what there is to say of it: warnings travel with results, nothing deep inside prints.
public struct Reported<Value> {
    public var value: Value
    public var diagnostics: [Diagnostic]

    public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    public func map<New>(_ transform: (Value) throws -> New) rethrows -> Reported<New> {
        Reported<New>(try transform(value), diagnostics)
    }
}

extension Reported: Sendable where Value: Sendable {}

/// The run cannot go on: everything that stands in its way, at once.
public struct DiagnosticsError: Error, Sendable {
    public var diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
