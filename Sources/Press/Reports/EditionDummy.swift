internal import Copy
internal import Diagnostics
internal import Files
internal import Layouts
internal import Makeup
internal import MarkedYAML
internal import Printing

/// The dummies of an edition's pages in a file, from one build to the next:
///
///     pages:
///       - page: 1
///         layout: broadsheet-auto
///         planned: 5d01c2aa
///         # 16-33 | 1 1 1 1
///         stories:
///           - {story: front-1, columns: 1-4, rows: 16-33, headline: 46pt × 2, lines: 58, title: 区领导调研…}
///
/// Legs that end above the others are given with their last row: `short: {columns: 1-2, end: 30}`. A story stays in its
/// cells while it fits them. An editor moves it by changing columns and rows, and keeps it there with `pin: true` when
/// the rest of the page is planned again. The keys after `rows` only inform the reader.
public struct EditionDummy: Hashable, Sendable {
    var pages: [PageDummy] = []

    public init() {}

    /// The dummies in a file; nil when there is no such file.
    ///
    /// - Throws: `DiagnosticsError` with everything that is wrong with the file.
    public init?(keptIn path: String) throws {
        guard FileKind(of: path) != .nothing else { return nil }
        try self.init(parsing: String(decoding: TextFile(path).bytes(), as: UTF8.self), file: path)
    }

    /// Writes the file, unless it has these contents already.
    public func write(to path: String) throws {
        let bytes = Array(text.utf8)
        if (try? InputFile.bytes(of: path)) == bytes { return }
        try OutputFile(path).write(bytes)
    }

    /// Replaces the dummy of a page, or adds it.
    mutating func take(_ dummy: PageDummy) {
        pages.removeAll { $0.page == dummy.page }
        pages.append(dummy)
        pages.sort { $0.page < $1.page }
    }

    public var text: String {
        var lines = [
            "# Where the stories stand. Change columns and rows to move one; pin: true holds it when others have to move.",
            "pages:",
        ]
        for page in pages {
            lines += ["  - page: \(page.page)", "    layout: \(YAMLScalar.written(page.layout, indent: 4))"]
            if let planned = page.planned { lines.append("    planned: \(Self.quoted(planned))") }
            lines += page.drawing.map { "    # " + $0 }
            lines.append(page.stories.isEmpty ? "    stories: []" : "    stories:")
            lines += page.stories.map { "      - " + Self.line($0) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ entry: PageDummy.Entry) -> String {
        var parts = [
            "story: \(quoted(entry.id))",
            "columns: \(entry.cells.columns.lowerBound + 1)-\(entry.cells.columns.upperBound)",
            "rows: \(entry.cells.rows.lowerBound + 1)-\(entry.cells.rows.upperBound)",
        ]
        if let step = entry.step {
            let short = entry.cells.short(step)
            let foot = entry.cells.rows.upperBound - step.rows
            parts.append("short: {columns: \(short.lowerBound + 1)-\(short.upperBound), end: \(foot)}")
        }
        if entry.isPinned { parts.append("pin: true") }
        parts += entry.remarks.map { "\($0.key): \(YAMLScalar.writtenInline($0.text))" }
        parts.append("title: \(quoted(entry.title))")
        return "{" + parts.joined(separator: ", ") + "}"
    }

    /// The text in single quotes, so that an editor need not know which characters have a meaning in YAML.
    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.allSatisfy(YAMLScalar.isPrintable) else { return YAMLScalar.quoted(text) }
        var inside = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { inside.append(contentsOf: scalar == "'" ? [scalar, scalar] : [scalar]) }
        return "'\(String(inside))'"
    }
}

extension EditionDummy {
    init(parsing text: String, file: String) throws {
        let reporter = Reporter()
        let root = MappingReader(try YAMLNode(parsing: text, file: file), as: "the dummy", reporter)
        pages = root.list("pages").compactMap { Self.page($0, reporter) }
        root.finish()
        if reporter.diagnostics.hasErrors { throw DiagnosticsError(reporter.diagnostics) }
    }

    private static func page(_ node: YAMLNode, _ reporter: Reporter) -> PageDummy? {
        let group = MappingReader(node, as: "a page", reporter)
        defer { group.finish() }
        let number = group.integer("page", in: 1...9_999)
        if group.node("page") == nil {
            reporter.error(at: group.place, "a page lacks “page”", hints: "write the page's number: page: 1")
        }
        let layout = group.requiredText("layout", hint: "write the name of the page's layout")
        let planned = group.text("planned")
        let stories = group.list("stories").compactMap { entry($0, reporter) }
        guard let number, let layout else { return nil }
        return PageDummy(page: number, layout: layout, stories: stories, planned: planned)
    }

    private static func entry(_ node: YAMLNode, _ reporter: Reporter) -> PageDummy.Entry? {
        let group = MappingReader(node, as: "a story", reporter)
        defer { group.finish() }
        let id = group.requiredText("story", hint: "write the story's name")
        let columns = group.value("columns", expecting: "columns such as 1-4, counted from 1", { Span($0) })
        let rows = group.value("rows", expecting: "rows such as 16-33, counted from 1", { Span($0) })
        let isPinned = group.flag("pin") ?? false
        for key in ["columns", "rows"] where group.node(key) == nil {
            reporter.error(
                at: group.place, "a story lacks “\(key)”",
                hints: "write the cells of the story: columns: 1-4, rows: 16-33")
        }
        let remarks = ["headline", "photo", "lines"].compactMap { key in
            group.text(key).map { PageDummy.Remark(key: key, text: $0) }
        }
        let title = group.text("title") ?? ""
        guard let id, let columns, let rows else { return nil }
        let cells = GridRect(columns: columns.cells, rows: rows.cells)
        let step = group.mapping("short", as: "the short legs").flatMap { Self.step($0, of: cells, reporter) }
        return PageDummy.Entry(
            id: id, title: title, cells: cells, step: step, isPinned: isPinned, remarks: remarks)
    }

    /// The legs that end above the others: some of the story's columns, from its left or its right edge.
    private static func step(_ group: MappingReader, of cells: GridRect, _ reporter: Reporter) -> LegStep? {
        defer { group.finish() }
        let columns = group.value("columns", expecting: "columns such as 1-2, counted from 1", { Span($0) })?.cells
        let end = group.integer("end", in: 1...9_999)
        guard let columns, let end else { return nil }
        let isAtLeft = columns.lowerBound == cells.columns.lowerBound
        guard columns != cells.columns, isAtLeft || columns.upperBound == cells.columns.upperBound,
            cells.columns.clamped(to: columns) == columns, cells.rows.contains(end)
        else {
            reporter.error(
                at: group.place(of: "columns"), "these are no short legs of the story",
                hints: "name some of its columns from its left or its right edge, and the row in which they end")
            return nil
        }
        return LegStep(columns: columns.count, isAtLeft: isAtLeft, rows: cells.rows.upperBound - end)
    }
}
