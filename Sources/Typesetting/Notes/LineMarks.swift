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

extension StyledText {
    /// Em of white between two lines that hold what stands beside the text (CLREQ 5.6.1, 5.5.3).
    private enum Room {
        /// Dots, lines or bopomofo on one side.
        static let oneSide = 0.5
        /// The same on both sides.
        static let bothSides = 0.625
        /// Small type: its em boxes, and a little white on either side.
        static let smallType = Note.small + 2 * RubyPlaces.distance
        /// What dots and lines take when small type fills the rest: out to the dot's outer edge.
        static let besideSmallType = 0.25
    }

    /// The least leading for text with dots, lines or ruby; nil when the style's leading is enough. All lines of a text
    /// keep one distance, so none is pushed apart: too little is for the editor to know (CLREQ 5.6.1).
    func neededLeading(in style: TextStyle, along axis: LineAxis) -> Length? {
        var sides: Set<LineAxis.Side> = []
        var smallType = 0
        for span in spans {
            if span.emphasis { sides.insert(axis == .horizontal ? .after : .before) }
            if span.line != .none { sides.insert(.after) }
            switch span.ruby?.kind {
            case .pinyin, .gloss: smallType |= 1
            case .comment: smallType |= 2
            case .zhuyin where axis == .vertical: sides.insert(.before)
            case .zhuyin, nil: break
            }
        }
        let marks = sides.isEmpty ? 0 : sides.count == 1 ? Room.oneSide : Room.bothSides
        let small = Double(smallType.nonzeroBitCount) * Room.smallType
        let room = small == 0 ? marks : small + (sides.isEmpty ? 0 : Room.besideSmallType)
        let needed = style.size * (1 + room)
        return room == 0 || needed <= style.leading + .tolerance ? nil : needed
    }
}
