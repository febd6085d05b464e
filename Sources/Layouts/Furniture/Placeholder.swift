import Diagnostics

/// The words in braces that are replaced in texts of furniture, such as {date}.
enum Placeholder {
    /// The placeholders that every text may have.
    static let names = ["date", "weekday", "lunar", "issue", "total", "page", "facing", "pages", "section", "editors"]
    /// The placeholders that an entry of the index of the day may have.
    static let entryNames = ["page", "title", "section"]
    /// {paper.KEY} and {today.KEY} stand for texts of the edition: those of every day and those of this day.
    static let prefixes = ["paper.", "today."]

    /// Whether a line has a placeholder. Outside of quotes, YAML reads its braces as a group of keys.
    static func occurs(in line: String) -> Bool {
        prefixes.contains { line.contains("{\($0)") } || names.contains { line.contains("{\($0)}") }
    }

    /// Reports unknown placeholders and braces without a partner.
    ///
    /// - Parameter allowed: the placeholders that the text may have; nil allows `names` and those with `prefixes`.
    static func check(
        _ template: String, allowing allowed: [String]? = nil, at place: SourcePlace, _ reporter: Reporter
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
            let isOwn = allowed == nil && prefixes.contains { name.hasPrefix($0) && name.count > $0.count }
            if !isOwn, !(allowed ?? names).contains(name) {
                reporter.report(.unknown("placeholder", name, among: allowed ?? names + ["paper.name"], at: place))
            }
        }
    }
}
