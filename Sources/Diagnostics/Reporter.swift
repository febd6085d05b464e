/// Collects the diagnostics of one step, each only once: a layout that uses a value that the edition lacks would
/// otherwise report it on every page.
///
/// Many equal faults of a file become one diagnostic with their number, and after many similar ones the rest are counted:
/// nobody reads the same sentence five thousand times.
public final class Reporter {
    /// The diagnostics so far, in the order in which they were reported; nil in place of those that are counted by
    /// another.
    private var entries: [Diagnostic?] = []
    private var reported: Set<Diagnostic> = []
    private var equal: [EqualFaults.Kind: Group] = [:]
    private var similar: [EqualFaults.Kind: Group] = [:]
    private var current: [Diagnostic]? = []

    private struct Group {
        /// The indices of the group's entries; only that of the count once they are put into one.
        var entries: [Int] = []
        var count = 0
    }

    /// Creates an empty reporter.
    public init() {}

    /// The most equal faults of a file that have a diagnostic each. An editor mends so many one by one.
    public static let mostEqual = 20
    /// The most faults of a file with the same sentence about different names or numbers that have a diagnostic each.
    public static let mostSimilar = 200

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
        if let faults = diagnostic.faults, faults.isSimilar {
            return count(diagnostic, as: faults.kind, by: faults.count)
        }
        let kind = EqualFaults.Kind(diagnostic)
        equal[kind, default: Group()].count += diagnostic.faults?.count ?? 1
        guard equal[kind]!.count > Self.mostEqual else {
            if equal[kind]!.count == 1, isOneOfMany(diagnostic, kind) { return }
            equal[kind]!.entries.append(entries.count)
            entries.append(diagnostic)
            current?.append(diagnostic)
            return
        }
        current = nil
        let first = equal[kind]!.entries.first ?? entries.count
        if first == entries.count { entries.append(diagnostic) }
        for index in equal[kind]!.entries.dropFirst() { entries[index] = nil }
        equal[kind]!.entries = [first]
        entries[first]!.setFaults(EqualFaults(kind: kind, count: equal[kind]!.count, isSimilar: false))
    }

    /// Whether there are many diagnostics that differ from the new one in names and numbers only. If so, it is counted.
    private func isOneOfMany(_ diagnostic: Diagnostic, _ kind: EqualFaults.Kind) -> Bool {
        let kind = kind.withoutNames
        similar[kind, default: Group()].count += 1
        guard similar[kind]!.count > Self.mostSimilar else { return false }
        count(diagnostic, as: kind, by: 1)
        return true
    }

    /// Counts similar faults in the diagnostic of the first of them that is only counted.
    private func count(_ diagnostic: Diagnostic, as kind: EqualFaults.Kind, by number: Int) {
        current = nil
        guard let index = similar[kind, default: Group()].entries.first else {
            similar[kind]!.entries = [entries.count]
            entries.append(diagnostic)
            entries[entries.count - 1]!.setFaults(EqualFaults(kind: kind, count: number, isSimilar: true))
            return
        }
        let before = entries[index]!.faults!.count
        entries[index]!.setFaults(EqualFaults(kind: kind, count: before + number, isSimilar: true))
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

/// The faults of a file with the same message, or with messages that differ in names and numbers only.
struct EqualFaults: Hashable, Sendable {
    /// What the faults have in common.
    struct Kind: Hashable, Sendable {
        var severity: Diagnostic.Severity
        var file: String?
        var message: String

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            file = diagnostic.place?.file
            message = diagnostic.faults?.message ?? diagnostic.message
        }

        /// The kind of faults that differ in quoted names and in numbers.
        var withoutNames: Kind {
            var kind = self
            kind.message = ""
            var isName = false
            for character in message {
                if character == "”" { isName = false }
                if !isName, !character.isNumber { kind.message.append(character) }
                if character == "“" { isName = true }
            }
            return kind
        }
    }

    var kind: Kind
    var count: Int
    var isSimilar: Bool
    /// The message of the first fault.
    var message = ""

    init(kind: Kind, count: Int, isSimilar: Bool) {
        (self.kind, self.count, self.isSimilar) = (kind, count, isSimilar)
    }
}

extension Diagnostic {
    /// Makes the diagnostic stand for all faults of its kind. Its place remains that of the first.
    fileprivate mutating func setFaults(_ faults: EqualFaults) {
        let first = self.faults?.message ?? message
        self.faults = faults
        self.faults?.message = first
        if faults.isSimilar {
            message = faults.count == 1 ? first : "\(first) (and \(faults.count - 1) more faults like this)"
        } else {
            message = "\(first) (\(faults.count) times; the first is here)"
        }
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
