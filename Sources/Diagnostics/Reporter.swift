/// Collects what there is to say while one thing is read or made, so that one run reports it all.
public final class Reporter {
    public private(set) var diagnostics: [Diagnostic] = []

    public init() {}

    public func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
    public func report(_ more: [Diagnostic]) { diagnostics += more }

    public func error(at place: SourcePlace?, _ message: String, hints: String...) {
        report(Diagnostic(.error, at: place, message, hints: hints))
    }

    public func warning(at place: SourcePlace?, _ message: String, hints: String...) {
        report(Diagnostic(.warning, at: place, message, hints: hints))
    }
}
