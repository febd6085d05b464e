import Diagnostics

extension Diagnostic {
    /// A name that refers to nothing, with the nearest one that there is.
    static func unknown(
        _ what: String, _ name: String, among known: some Collection<String>, at place: SourcePlace?
    ) -> Diagnostic {
        let list = Set(known).sorted()
        let hint =
            nearestName(to: name, among: list).map { "did you mean “\($0)”?" }
            ?? (list.isEmpty ? "there is none yet" : "there are: \(list.joined(separator: ", "))")
        return Diagnostic(.error, at: place, "there is no \(what) “\(name)”", hints: [hint])
    }
}
