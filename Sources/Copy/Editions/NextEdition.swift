internal import Diagnostics
internal import MarkedYAML

/// The edition.yaml of the next edition, made from the previous one: the same pages, layouts, sections and editors, the
/// next date and numbers, and empty folders for the new copy.
///
///     let next = try NextEdition(after: text, file: "2023-06-21/edition.yaml", date: day)
///     next.text          // edition.yaml, including the comments of the previous one
///     next.copyFolders   // ["copy/1", "copy/2"]
///
/// Values that concern only the previous day are removed: photos, notices, the names of copy files, and the values of
/// `today`.
public struct NextEdition: Sendable {
    /// The contents of the new edition.yaml.
    public private(set) var text: String
    /// The copy folders, one for each page, relative to the edition's folder.
    public private(set) var copyFolders: [String] = []

    /// Makes the next edition.yaml.
    ///
    /// - Parameters:
    ///   - other: the contents of the previous edition.yaml.
    ///   - file: the name of the previous edition.yaml, for messages.
    ///   - date: the new date; nil for the day after the previous date.
    /// - Throws: `DiagnosticsError` if the previous edition.yaml is not valid YAML, or if no day or no number follows its
    ///   own.
    public init(after other: String, file: String, date: CalendarDate?) throws {
        let root = try YAMLNode(parsing: other, file: file)
        var lines = YAMLLines(other)
        let previous = Self.text("date", of: root).flatMap(CalendarDate.init(parsing:))
        if date == nil, let previous, previous.next == nil {
            throw DiagnosticsError([
                .error(
                    at: Self.value("date", of: root)?.place, "no day that can be written follows \(previous.iso)",
                    hints: "give the new edition's date with --date")
            ])
        }
        if let day = date ?? previous?.next { lines.replace("date", of: root, by: "date: " + day.iso) }
        for key in ["issue", "total"] {
            guard let number = Self.text(key, of: root).flatMap({ Int($0) }) else { continue }
            guard number < Int.max else {
                throw DiagnosticsError([
                    .error(
                        at: Self.value(key, of: root)?.place, "no number follows \(number)",
                        hints: "write a smaller number")
                ])
            }
            lines.replace(key, of: root, by: "\(key): \(number + 1)")
        }
        for key in ["photos", "notices"] { lines.remove(key, of: root) }
        if let today = Self.value("today", of: root), case .mapping(let entries) = today.content {
            // The keys remain without values: yesterday's weather must not be printed, and a missing value causes a
            // warning.
            lines.removeValues(entries.compactMap(\.key.text), of: today, under: "today", of: root)
        }
        if Self.value("copy", of: root) != nil {
            lines.replace("copy", of: root, by: "copy: [copy]")
            copyFolders.append("copy")
        }
        if case .sequence(let pages)? = Self.value("pages", of: root)?.content {
            for (index, page) in pages.enumerated() {
                for key in ["photos", "notices"] { lines.remove(key, of: page) }
                guard Self.value("copy", of: page) != nil else { continue }
                lines.replace("copy", of: page, by: "copy: [copy/\(index + 1)]")
                copyFolders.append("copy/\(index + 1)")
            }
        }
        text = lines.text
    }

    /// The first edition.yaml of a paper, with empty values for the user to fill in.
    public static func first(date: CalendarDate?, layout: String) -> String {
        """
        # Fill in or change the values after the colons. Text after # is explanation.
        paper:
          name:           # the paper's name: 江边日报
          publisher:
        date: \(date?.iso ?? "         # as 2023-06-21")
        issue: 1
        pages:
          - layout: \(YAMLScalar.written(layout, indent: 4))
            section: 要闻
            editors:
            copy: [copy]  # all .md and .txt files of the folder copy; photos are in the folder photos

        """
    }

    private static func value(_ key: String, of node: YAMLNode) -> YAMLNode? {
        guard case .mapping(let entries) = node.content else { return nil }
        return entries.first { $0.key.text == key }?.value
    }

    private static func text(_ key: String, of node: YAMLNode) -> String? { value(key, of: node)?.text }
}

/// Edits keys of a YAML file and leaves its other lines unchanged.
private struct YAMLLines {
    private let lines: [String]
    /// The replacement for the lines of each changed key; nil removes them.
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
        guard let (range, prefix) = extent(of: key, in: node) else { return }
        changes[range] = prefix + text
    }

    /// Removes the values of keys. Keys that share a line get a line each.
    mutating func removeValues(_ keys: [String], of node: YAMLNode, under parent: String, of root: YAMLNode) {
        if keys.allSatisfy({ extent(of: $0, in: node) != nil }) {
            for key in keys { replace(key, of: node, by: key + ":") }
        } else {
            replace(parent, of: root, by: ([parent + ":"] + keys.map { "  \($0):" }).joined(separator: "\n"))
        }
    }

    /// Removes a key. The first key of a list item remains without a value, so that the item keeps its dash.
    mutating func remove(_ key: String, of node: YAMLNode) {
        guard let (range, prefix) = extent(of: key, in: node) else { return }
        changes[range] = prefix.contains("-") ? prefix + key + ": []" : String?.none
    }

    /// The lines of a key and the text before it on the first line; nil if other keys precede it there.
    private func extent(of key: String, in node: YAMLNode) -> (Range<Int>, prefix: String)? {
        guard case .mapping(let entries) = node.content,
            let place = entries.first(where: { $0.key.text == key })?.key.place
        else { return nil }
        let first = place.line - 1
        let prefix = String(lines[first].prefix(place.column - 1))
        guard prefix.allSatisfy({ $0 == " " || $0 == "-" }) else { return nil }
        var end = first + 1
        while end < lines.count, belongs(lines[end], to: prefix.count) { end += 1 }
        // Trailing blank lines and comments belong to the next key.
        while end > first + 1, isBlank(lines[end - 1]) { end -= 1 }
        return (first..<end, prefix)
    }

    /// Whether a line belongs to the value of a key at an indentation: it is indented further, or is an item of the
    /// key's list.
    private func belongs(_ line: String, to indent: Int) -> Bool {
        if isBlank(line) { return true }
        let indentation = line.prefix { $0 == " " }.count
        return indentation > indent || indentation == indent && line.dropFirst(indentation).hasPrefix("- ")
    }

    private func isBlank(_ line: String) -> Bool {
        let text = line.drop { $0 == " " }
        return text.isEmpty || text.hasPrefix("#")
    }
}
