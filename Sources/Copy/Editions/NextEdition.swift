internal import Diagnostics
internal import MarkedYAML

/// The next day's edition.yaml made from another day's: the same pages, layouts, sections and editors, the day and the
/// numbers counted on, and empty folders where the new copy goes.
///
///     let next = try NextEdition(after: text, file: "2023-06-21/edition.yaml", date: day)
///     next.text          // edition.yaml, with the comments of the other
///     next.copyFolders   // ["copy/1", "copy/2"]
///
/// What belonged to that day alone goes: photos, notices, the names of copy files, and what `today` said.
public struct NextEdition: Sendable {
    public private(set) var text: String
    /// Folders for copy, a page each, counted from the edition's folder.
    public private(set) var copyFolders: [String] = []

    /// - Parameter date: the new edition's day; nil for the one after the other's.
    /// - Throws: `DiagnosticsError` when the other is not YAML.
    public init(after other: String, file: String, date: CalendarDate?) throws {
        let root = try YAMLNode(parsing: other, file: file)
        var lines = YAMLLines(other)
        let day = date ?? Self.text("date", of: root).flatMap(CalendarDate.init(parsing:))?.next
        if let day { lines.replace("date", of: root, by: "date: " + day.iso) }
        for key in ["issue", "total"] {
            if let number = Self.text(key, of: root).flatMap({ Int($0) }) {
                lines.replace(key, of: root, by: "\(key): \(number + 1)")
            }
        }
        for key in ["photos", "notices"] { lines.empty(key, of: root) }
        if let today = Self.value("today", of: root), case .mapping(let entries) = today.content {
            // The keys stay: yesterday's weather must not be printed, and a missing one is warned of.
            lines.blank(entries.compactMap(\.key.text), of: today, under: "today", of: root)
        }
        if Self.value("copy", of: root) != nil {
            lines.replace("copy", of: root, by: "copy: [copy]")
            copyFolders.append("copy")
        }
        if case .sequence(let pages)? = Self.value("pages", of: root)?.content {
            for (index, page) in pages.enumerated() {
                for key in ["photos", "notices"] { lines.empty(key, of: page) }
                guard Self.value("copy", of: page) != nil else { continue }
                lines.replace("copy", of: page, by: "copy: [copy/\(index + 1)]")
                copyFolders.append("copy/\(index + 1)")
            }
        }
        text = lines.text
    }

    /// The edition.yaml of a paper that has none yet.
    public static func first(date: CalendarDate?, layout: String) -> String {
        """
        # What stands in quotes or after a colon is yours to change; lines with # are for you to read.
        paper:
          name:           # the paper's name: 江边日报
          publisher:
        date: \(date?.iso ?? "         # as 2023-06-21")
        issue: 1
        pages:
          - layout: \(YAMLScalar.written(layout, indent: 4))
            section: 要闻
            editors:
            copy: [copy]  # all .md and .txt files of the folder copy; photos lie in photos

        """
    }

    private static func value(_ key: String, of node: YAMLNode) -> YAMLNode? {
        guard case .mapping(let entries) = node.content else { return nil }
        return entries.first { $0.key.text == key }?.value
    }

    private static func text(_ key: String, of node: YAMLNode) -> String? { value(key, of: node)?.text }
}

/// The lines of a YAML file, of which keys are rewritten and all else stays as it is.
private struct YAMLLines {
    private let lines: [String]
    /// What stands in the place of a key's lines.
    private var changes: [Range<Int>: String?] = [:]

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    var text: String {
        var out: [String] = []
        var line = 0
        while line < lines.count {
            if let (range, change) = changes.first(where: { $0.key.lowerBound == line }) {
                if let change { out.append(change) }
                line = range.upperBound
            } else {
                out.append(lines[line])
                line += 1
            }
        }
        return out.joined(separator: "\n")
    }

    mutating func replace(_ key: String, of node: YAMLNode, by text: String) {
        guard let (range, lead) = extent(of: key, in: node) else { return }
        changes[range] = lead + text
    }

    /// Leaves keys without their values. Where they share a line, they are given one each.
    mutating func blank(_ keys: [String], of node: YAMLNode, under parent: String, of root: YAMLNode) {
        if keys.allSatisfy({ extent(of: $0, in: node) != nil }) {
            for key in keys { replace(key, of: node, by: key + ":") }
        } else {
            replace(parent, of: root, by: ([parent + ":"] + keys.map { "  \($0):" }).joined(separator: "\n"))
        }
    }

    /// Takes a key out; the first of a list's item has to stay, so that the item keeps its dash.
    mutating func empty(_ key: String, of node: YAMLNode) {
        guard let (range, lead) = extent(of: key, in: node) else { return }
        changes[range] = lead.contains("-") ? lead + key + ": []" : String?.none
    }

    /// A key's lines, and what stands before it on the first. Nil when it shares that line with other keys.
    private func extent(of key: String, in node: YAMLNode) -> (Range<Int>, lead: String)? {
        guard case .mapping(let entries) = node.content,
            let place = entries.first(where: { $0.key.text == key })?.key.place
        else { return nil }
        let first = place.line - 1
        let lead = String(lines[first].prefix(place.column - 1))
        guard lead.allSatisfy({ $0 == " " || $0 == "-" }) else { return nil }
        var end = first + 1
        while end < lines.count, belongs(lines[end], to: lead.count) { end += 1 }
        // Blank lines and comments at the end belong to what follows.
        while end > first + 1, isBlank(lines[end - 1]) { end -= 1 }
        return (first..<end, lead)
    }

    /// Whether a line goes on with the value of a key at an indentation: it stands further in, or is an item of its list.
    private func belongs(_ line: String, to indent: Int) -> Bool {
        if isBlank(line) { return true }
        let own = line.prefix { $0 == " " }.count
        return own > indent || own == indent && line.dropFirst(own).hasPrefix("- ")
    }

    private func isBlank(_ line: String) -> Bool {
        let text = line.drop { $0 == " " }
        return text.isEmpty || text.hasPrefix("#")
    }
}
