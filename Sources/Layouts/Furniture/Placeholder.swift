import Diagnostics

/// The words in braces that furniture texts put the day's facts in for.
enum Placeholder {
    static let names = ["date", "weekday", "lunar", "issue", "total", "page", "facing", "pages", "section", "editors"]
    /// What an entry of the index of the day knows.
    static let entryNames = ["page", "title", "section"]
    /// {paper.KEY} and {today.KEY}: the edition's own texts, of every day and of this one.
    static let prefixes = ["paper.", "today."]

    /// Whether a line has a placeholder in it: outside quotes YAML takes its braces for a group of keys.
    static func stands(in line: String) -> Bool {
        prefixes.contains { line.contains("{\($0)") } || names.contains { line.contains("{\($0)}") }
    }

    /// Reports braces that stand for nothing.
    ///
    /// - Parameter known: the names that have a meaning; nil for all that a page knows.
    static func check(
        _ template: String, knowing known: [String]? = nil, at place: SourcePlace, _ reporter: Reporter
    ) {
        var rest = template[...]
        while let open = rest.firstIndex(where: { "{}".contains($0) }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
                reporter.error(
                    at: place, "a brace of “\(template)” has no partner",
                    hints: "a placeholder looks like {date}")
                return
            }
            let name = String(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
            let isOwn = known == nil && prefixes.contains { name.hasPrefix($0) && name.count > $0.count }
            if !isOwn, !(known ?? names).contains(name) {
                reporter.report(.unknown("placeholder", name, among: known ?? names + ["paper.name"], at: place))
            }
        }
    }
}
