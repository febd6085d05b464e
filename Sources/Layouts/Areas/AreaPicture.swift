import Diagnostics
import MarkedYAML

/// The page drawn with letters, which shows the rows and columns of each area.
///
///     picture: |
///       1-15  | M M M M 2 2
///       17-35 | 1 1 1 1 3 3
///       37-60 | 4 4 8 8 8 8
///
/// A line has the rows that it stands for, a bar, and a word for each column: a story's number, the name or letter of an
/// area or of a piece of furniture, or a dot for an empty column. Rows between two lines are white, unless the same area
/// is above and below them. An area has to be a rectangle.
struct AreaPicture {
    /// An area of the picture.
    struct Drawn: Hashable {
        var letter: String
        var cells: GridRect
        /// The place of the area's first letter.
        var place: SourcePlace
    }

    /// The areas by their letters.
    private(set) var drawn: [String: Drawn] = [:]
    /// The letters in the order of their first places, from the top left.
    private(set) var letters: [String] = []
    /// Whether every line could be read. If not, an area that seems to be missing may be in one that could not.
    private(set) var isComplete = true

    static let empty: Set<String> = [".", "·", "。"]

    init() {}

    /// - Parameters:
    ///   - columns: the grid's columns; nil if the grid is wrong, so that no error of the picture follows from it.
    ///   - rows: the grid's rows, or nil likewise.
    init(_ picture: BlockText, columns: Int?, rows: Int?, _ reporter: Reporter) {
        let lines = Self.lines(picture, reporter)
        isComplete = lines.count == picture.lines.count(where: { $0.text.contains { !$0.isWhitespace } })
        let width = columns ?? lines.first?.words.count ?? 0
        var last: Line?
        // Letters with an error, which get no further ones.
        var rejected = Set<String>()
        for line in lines {
            if line.words.count != width {
                reporter.error(
                    at: line.place, "this line draws \(line.words.count) columns, the grid has \(width)",
                    hints: "write one word for each column, and a dot for an empty column")
                rejected.formUnion(line.words.map(\.text))
                isComplete = false
                continue
            }
            if let last, line.rows.lowerBound < last.rows.upperBound {
                reporter.error(
                    at: line.place,
                    "row \(line.rows.lowerBound + 1) is drawn twice: the line before goes down to row \(last.rows.upperBound)",
                    hints: "begin this line at row \(last.rows.upperBound + 1) or further down")
                isComplete = false
                continue
            }
            if let rows, line.rows.upperBound > rows {
                reporter.error(
                    at: line.place, "this line goes down to row \(line.rows.upperBound), the grid has \(rows)",
                    hints: "end the last line at row \(rows), or give the grid more rows")
            }
            add(line, after: last, &rejected, reporter)
            last = line
        }
    }

    private mutating func add(_ line: Line, after last: Line?, _ rejected: inout Set<String>, _ reporter: Reporter) {
        var column = 0
        while column < line.words.count {
            let word = line.words[column]
            let end = line.words[column...].firstIndex { $0.text != word.text } ?? line.words.count
            defer { column = end }
            guard !Self.empty.contains(word.text), !rejected.contains(word.text) else { continue }
            let cells = GridRect(columns: column..<end, rows: line.rows)
            guard let above = drawn[word.text] else {
                drawn[word.text] = Drawn(letter: word.text, cells: cells, place: word.place)
                letters.append(word.text)
                continue
            }
            let continues = last.map { above.cells.rows.upperBound == $0.rows.upperBound } ?? false
            if continues, above.cells.columns == cells.columns {
                drawn[word.text]!.cells.rows = above.cells.rows.lowerBound..<line.rows.upperBound
            } else {
                rejected.insert(word.text)
                reporter.error(
                    at: word.place,
                    "“\(word.text)” is not a rectangle: it is in \(above.cells.described), "
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
            // Distances are counted on from the last word: from the start, a long line would take the square of its length.
            var counted = text.startIndex, column = 0
            let words = text[text.index(after: bar)...].split(whereSeparator: \.isWhitespace).map { word in
                column += text.distance(from: counted, to: word.startIndex)
                counted = word.startIndex
                return (text: String(word), place: place.moved(by: column))
            }
            return Line(rows: span.cells, words: words, place: first)
        }
    }
}

/// A YAML block text, which has its lines under a “|”, with the place of every line. The YAML node has only the place of
/// the bar.
struct BlockText {
    var lines: [(text: String, place: SourcePlace)]

    /// - Returns: nil, with an error, if the value is not such a text.
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
    /// The place `characters` characters later in its line.
    func moved(by characters: Int) -> SourcePlace {
        var place = self
        place.column += characters
        return place
    }
}
