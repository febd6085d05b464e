import Diagnostics
import MarkedYAML

/// The page drawn with letters: which rows and columns each area takes.
///
///     picture: |
///       1-15  | M M M M 2 2
///       17-35 | 1 1 1 1 3 3
///       37-60 | 4 4 8 8 8 8
///
/// A line is the rows it stands for, a bar, and one word a column: a story's number, the name or letter of an area or
/// of a piece of furniture, or a dot for nothing. Rows that no line draws are white, unless the same area stands above
/// and below them. An area has to be a rectangle.
struct AreaPicture {
    /// One area of the picture, at the place of its first letter.
    struct Drawn: Hashable {
        var letter: String
        var cells: GridRect
        var place: SourcePlace
    }

    /// By letter.
    private(set) var drawn: [String: Drawn] = [:]
    /// Letters in the order in which they first stand, from the top left.
    private(set) var letters: [String] = []
    /// Whether every line could be read; if not, a name that seems to be missing may stand in one that could not.
    private(set) var isWhole = true

    static let empty: Set<String> = [".", "·", "。"]

    init() {}

    /// - Parameters:
    ///   - columns: the grid's; nil when the grid itself is wrong, so that the picture is not blamed for it.
    ///   - rows: likewise.
    init(_ picture: BlockText, columns: Int?, rows: Int?, _ reporter: Reporter) {
        let lines = Self.lines(picture, reporter)
        isWhole = lines.count == picture.lines.count(where: { $0.text.contains { !$0.isWhitespace } })
        let width = columns ?? lines.first?.words.count ?? 0
        var last: Line?
        var spoilt = Set<String>()
        for line in lines {
            if line.words.count != width {
                reporter.error(
                    at: line.place, "this line draws \(line.words.count) columns, the grid has \(width)",
                    hints: "write one word a column, and a dot for a column that stays empty")
                spoilt.formUnion(line.words.map(\.text))
                isWhole = false
                continue
            }
            if let last, line.rows.lowerBound < last.rows.upperBound {
                reporter.error(
                    at: line.place,
                    "row \(line.rows.lowerBound + 1) is drawn twice: the line before goes down to row \(last.rows.upperBound)",
                    hints: "begin this line at row \(last.rows.upperBound + 1) or further down")
                isWhole = false
                continue
            }
            if let rows, line.rows.upperBound > rows {
                reporter.error(
                    at: line.place, "this line goes down to row \(line.rows.upperBound), the grid has \(rows)",
                    hints: "end the last line at row \(rows), or give the grid more rows")
            }
            add(line, after: last, &spoilt, reporter)
            last = line
        }
    }

    private mutating func add(_ line: Line, after last: Line?, _ spoilt: inout Set<String>, _ reporter: Reporter) {
        var column = 0
        while column < line.words.count {
            let word = line.words[column]
            let end = line.words[column...].firstIndex { $0.text != word.text } ?? line.words.count
            defer { column = end }
            guard !Self.empty.contains(word.text), !spoilt.contains(word.text) else { continue }
            let cells = GridRect(columns: column..<end, rows: line.rows)
            guard let above = drawn[word.text] else {
                drawn[word.text] = Drawn(letter: word.text, cells: cells, place: word.place)
                letters.append(word.text)
                continue
            }
            let goesOn = last.map { above.cells.rows.upperBound == $0.rows.upperBound } ?? false
            if goesOn, above.cells.columns == cells.columns {
                drawn[word.text]!.cells.rows = above.cells.rows.lowerBound..<line.rows.upperBound
            } else {
                spoilt.insert(word.text)
                reporter.error(
                    at: word.place,
                    "“\(word.text)” is no rectangle: it stands in \(above.cells.described), "
                        + "and again in \(cells.described)",
                    hints: "draw it in the same columns on lines that follow each other, or give this part another name"
                )
            }
        }
    }

    private struct Line {
        var rows: Range<Int>
        var words: [(text: String, place: SourcePlace)]
        var place: SourcePlace
    }

    private static func lines(_ picture: BlockText, _ reporter: Reporter) -> [Line] {
        picture.lines.compactMap { text, place in
            guard let start = text.firstIndex(where: { !$0.isWhitespace }) else { return nil }
            let first = place.moved(by: text.distance(from: text.startIndex, to: start))
            guard let bar = text.firstIndex(where: { "|｜".contains($0) }), let span = Span(text[..<bar]) else {
                reporter.error(
                    at: first, "a line of the picture begins with its rows and a bar",
                    hints: "write it like this: 17-44 | A A A A B B")
                return nil
            }
            let words = text[text.index(after: bar)...].split(whereSeparator: \.isWhitespace).map { word in
                (
                    text: String(word),
                    place: place.moved(by: text.distance(from: text.startIndex, to: word.startIndex))
                )
            }
            return Line(rows: span.cells, words: words, place: first)
        }
    }
}

/// A text that stands as lines under a “|”, with the place of every line: YAML's own node knows only the bar's.
struct BlockText {
    var lines: [(text: String, place: SourcePlace)]

    /// Nil, with an error, when the value is no such text.
    init?(_ node: YAMLNode, key: String, in sources: [String: SourceText], _ reporter: Reporter) {
        guard let text = node.text, let source = sources[node.place.file] else {
            reporter.error(
                at: node.place, "“\(key)” has to be lines of text, this is \(node.kind)",
                hints: "write “\(key): |” and the lines under it, indented")
            return nil
        }
        lines = []
        for (offset, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let number = node.place.line + 1 + offset
            let place = source.place(line: number)
            guard let written = place.excerpt, written.hasSuffix(line) else {
                if line.isEmpty { continue }
                reporter.error(
                    at: node.place, "“\(key)” has to stand as lines under a bar",
                    hints: "write “\(key): |” and the lines under it, indented")
                return nil
            }
            lines.append((String(line), place.moved(by: written.count - line.count)))
        }
    }
}

extension SourcePlace {
    /// The place so many characters further on in its line.
    func moved(by characters: Int) -> SourcePlace {
        var place = self
        place.column += characters
        return place
    }
}
