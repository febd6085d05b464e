/// Collects what there is to say while one thing is read or made, so that one run reports it all, and nothing twice: a
/// layout that asks for what the edition does not say does so on every page.
public final class Reporter {
    public private(set) var diagnostics: [Diagnostic] = []
    private var said: Set<Diagnostic> = []

    public init() {}

    public func report(_ diagnostic: Diagnostic) {
        if said.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
    public func report(_ more: [Diagnostic]) { for diagnostic in more { report(diagnostic) } }

    public func error(at place: SourcePlace?, _ message: String, hints: String...) {
        report(Diagnostic(.error, at: place, message, hints: hints))
    }

    public func warning(at place: SourcePlace?, _ message: String, hints: String...) {
        report(Diagnostic(.warning, at: place, message, hints: hints))
    }
}
