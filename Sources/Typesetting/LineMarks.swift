internal import Layouts
internal import Pages

/// What stands beside a set line: dots, lines along names, ruby. Each kind has its own rule and file.
struct LineMarks {
    let shaped: ShapedText
    let cells: ArraySlice<Cell>
    /// Em from the line's start to each cell.
    let x: [Double]
    /// Em that the line may fill: its width, or its ink's end when it has none.
    let end: Double
    let style: TextStyle

    init(
        shaped: ShapedText, metrics: LineMetrics, style: TextStyle, line: ParagraphComposer.Line,
        placed: Justifier.Placed
    ) {
        self.shaped = shaped
        self.style = style
        cells = metrics.cells[line.start..<line.end]
        x = placed.x
        end = line.width.isFinite ? max(line.width, placed.inkWidth) : placed.inkWidth
    }

    var axis: LineAxis { shaped.axis }
    var em: Length { style.size }
    var ink: Ink { style.ink }

    var items: [Item] { ruby + sideLines + emphasisDots }

    /// Whether a text has any.
    static func stand(beside shaped: ShapedText) -> Bool {
        shaped.spans.contains { $0.emphasis || $0.line != .none || $0.ruby != nil }
    }

    func x(of cell: Int) -> Double { x[cell - cells.startIndex] }

    /// Em of a cell without the room that its annotation takes beside it.
    func width(of cell: Int) -> Double {
        guard let note = cells[cell].note, shaped.notes[note].kind == .zhuyin else { return cells[cell].width }
        return shaped.notes[note].base
    }
}
