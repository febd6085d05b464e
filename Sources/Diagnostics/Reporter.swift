/// Collects the diagnostics of one step, each only once: a layout that uses a value that the edition lacks would
/// otherwise report it on every page.
///
/// Many equal faults of a file become one diagnostic with their number: nobody reads the same sentence five thousand
/// times.
public final class Reporter {
    /// The diagnostics so far, in the order in which they were reported; nil in place of those that are counted by the
    /// first of their kind.
    private var entries: [Diagnostic?] = []
    private var reported: Set<Diagnostic> = []
    private var groups: [EqualFaults.Kind: Group] = [:]
    private var current: [Diagnostic]? = []

    private struct Group {
        /// The indices of the group's entries; only the first once they are put into one.
        var entries: [Int] = []
        var count = 0
    }

    /// Creates an empty reporter.
    public init() {}

    /// The most equal faults of a file that have a diagnostic each. An editor mends so many one by one.
    public static let mostEqual = 20

    /// The diagnostics so far, in the order in which they were reported.
    public var diagnostics: [Diagnostic] {
        if let current { return current }
        let all = entries.compactMap(\.self)
        current = all
        return all
    }

    /// Adds a diagnostic, unless an equal one was added before.
    public func report(_ diagnostic: Diagnostic) {
        guard reported.insert(diagnostic).inserted else { return }
        let kind = EqualFaults.Kind(diagnostic)
        groups[kind, default: Group()].count += diagnostic.faults?.count ?? 1
        guard groups[kind]!.count > Self.mostEqual else {
            groups[kind]!.entries.append(entries.count)
            entries.append(diagnostic)
            current?.append(diagnostic)
            return
        }
        current = nil
        let first = groups[kind]!.entries.first ?? entries.count
        if first == entries.count { entries.append(diagnostic) }
        for index in groups[kind]!.entries.dropFirst() { entries[index] = nil }
        groups[kind]!.entries = [first]
        entries[first]!.setFaults(EqualFaults(kind: kind, count: groups[kind]!.count))
    }

    /// Adds several diagnostics.
    public func report(_ more: [Diagnostic]) { for diagnostic in more { report(diagnostic) } }

    /// Adds an error.
    public func error(at place: SourcePlace?, _ message: String, hints: String...) {
        report(Diagnostic(.error, at: place, message, hints: hints))
    }

    /// Adds a warning.
    public func warning(at place: SourcePlace?, _ message: String, hints: String...) {
        report(Diagnostic(.warning, at: place, message, hints: hints))
    }
}

/// The faults of a file with the same message.
struct EqualFaults: Hashable, Sendable {
    /// What equal faults have in common.
    struct Kind: Hashable, Sendable {
        var severity: Diagnostic.Severity
        var file: String?
        var message: String

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            file = diagnostic.place?.file
            message = diagnostic.faults?.kind.message ?? diagnostic.message
        }
    }

    var kind: Kind
    var count: Int
}

extension Diagnostic {
    /// Makes the diagnostic stand for all faults of its kind. Its place remains that of the first.
    fileprivate mutating func setFaults(_ faults: EqualFaults) {
        self.faults = faults
        message = "\(faults.kind.message) (\(faults.count) times; the first is here)"
    }
}

extension Sequence where Element == Diagnostic {
    /// The diagnostics of several steps, each only once, with one in place of many equal faults.
    public var condensed: [Diagnostic] {
        let reporter = Reporter()
        for diagnostic in self { reporter.report(diagnostic) }
        return reporter.diagnostics
    }
}
