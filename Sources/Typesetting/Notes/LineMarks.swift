internal import Layouts
internal import Pages

/// The marks beside a composed line: emphasis dots, lines along names, ruby. Each kind has a file of its own.
struct LineMarks {
    let shaped: ShapedText
    let cells: ArraySlice<Cell>
    /// The em from the line's start to each cell.
    let x: [Double]
    /// The em from the line's start to its end: its width, or the end of its ink if the width is infinite.
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

    /// Whether there are marks beside the lines of a text.
    static func areNeeded(by shaped: ShapedText) -> Bool {
        shaped.spans.contains { $0.emphasis || $0.line != .none || $0.ruby != nil }
    }

    /// The em from the line's start to a cell.
    func x(of cell: Int) -> Double { x[cell - cells.startIndex] }

    /// The width of a cell in em, without the space that bopomofo takes beside it.
    func width(of cell: Int) -> Double {
        guard let note = cells[cell].note, shaped.notes[note].kind == .zhuyin else { return cells[cell].width }
        return shaped.notes[note].base
    }
}

extension StyledText {
    /// The em of white that two lines need between them for the marks beside the text (CLREQ 5.6.1, 5.5.3).
    private enum WhiteBetweenLines {
        /// For dots, lines or bopomofo on one side.
        static let oneSide = 0.5
        /// For the same on both sides.
        static let bothSides = 0.625
        /// For small type: its em boxes, and the white on both sides of them.
        static let smallType = Note.small + 2 * RubyPlacement.distance
        /// For dots and lines beside small type: as far as the dot's outer edge.
        static let besideSmallType = 0.25
    }

    /// The least leading for text with dots, lines or ruby; nil if the style's leading is enough.
    ///
    /// All lines of a text keep the same distance, so no single line is moved for its marks. The editor has to know if the
    /// leading is too small (CLREQ 5.6.1).
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
        let marks =
            sides.isEmpty ? 0 : sides.count == 1 ? WhiteBetweenLines.oneSide : WhiteBetweenLines.bothSides
        let small = Double(smallType.nonzeroBitCount) * WhiteBetweenLines.smallType
        let white = small == 0 ? marks : small + (sides.isEmpty ? 0 : WhiteBetweenLines.besideSmallType)
        let needed = style.size * (1 + white)
        return white == 0 || needed <= style.leading + .tolerance ? nil : needed
    }
}
