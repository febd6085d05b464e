import Diagnostics

/// The words in braces that furniture texts put the day's facts in for.
enum Placeholder {
    static let names = ["date", "weekday", "lunar", "issue", "total", "page", "pages", "section", "editors"]
    /// {paper.KEY} and {today.KEY}: the edition's own texts, of every day and of this one.
    static let prefixes = ["paper.", "today."]

    /// Whether a line has a placeholder in it: outside quotes YAML takes its braces for a group of keys.
    static func stands(in line: String) -> Bool {
        prefixes.contains { line.contains("{\($0)") } || names.contains { line.contains("{\($0)}") }
    }

    /// Reports braces that stand for nothing.
    static func check(_ template: String, at place: SourcePlace, _ reporter: Reporter) {
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
            let isOwn = prefixes.contains { name.hasPrefix($0) && name.count > $0.count }
            if !isOwn, !names.contains(name) {
                reporter.report(.unknown("placeholder", name, among: names + ["paper.name"], at: place))
            }
        }
    }
}
