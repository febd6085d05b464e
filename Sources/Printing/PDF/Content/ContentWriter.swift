internal import Pages

/// Writes a page's content: PDF's operators, in as few bytes as the page allows.
///
/// Places come in the page's own measure, from the trimmed sheet's top left corner downwards; PDF counts upwards from the
/// sheet's bottom left. Inks, line widths and fonts are told only when they change.
struct ContentWriter {
    private(set) var bytes: [UInt8] = []
    let sheet: PDFSheet
    let colours: ContentColours
    private var isInText = false
    private var fill: ContentColours.Colour?
    private var stroke: ContentColours.Colour?
    private var lineWidth: Double?
    private var font: Font?
    private var overprint = Overprint()

    /// Whether lines and areas are printed over what is below them.
    struct Overprint: Hashable, CaseIterable {
        var lines = false
        var areas = false

        static let allCases = [(false, false), (false, true), (true, false), (true, true)].map(Overprint.init)

        /// The name of the graphics state that says so.
        var name: String { "O\(lines ? 1 : 0)\(areas ? 1 : 0)" }
        var dictionary: String { "<</OP \(lines) /op \(areas) /OPM 1>>" }
    }

    private struct Font: Hashable {
        var name: String
        var size: Double
    }

    init(sheet: PDFSheet, colours: ContentColours) {
        self.sheet = sheet
        self.colours = colours
    }

    // MARK: Operands and operators

    mutating func put(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func put(_ text: String) {
        bytes += text.utf8
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func operands(_ values: Double...) { values.forEach { operand($0) } }

    private mutating func operand(_ value: Double, places: Int = 3) {
        PDFSyntax.append(value, places: places, to: &bytes)
        bytes.append(UInt8(ascii: " "))
    }

    private mutating func place(_ x: Double, _ y: Double) {
        operands(sheet.x(x), sheet.y(y))
    }

    // MARK: State

    /// Ends the text that is being written; other operators stand outside it.
    mutating func endText() {
        guard isInText else { return }
        put("ET")
        isInText = false
    }

    private mutating func beginText() {
        guard !isInText else { return }
        put("BT")
        isInText = true
    }

    mutating func setFill(_ ink: Ink) {
        let colour = colours.colour(of: ink)
        guard colour != fill else { return }
        fill = colour
        write(colour, "g", "rg", "k")
        setOverprint(Overprint(lines: overprint.lines, areas: colour.isSolidBlack))
    }

    private mutating func setStroke(_ ink: Ink) {
        let colour = colours.colour(of: ink)
        guard colour != stroke else { return }
        stroke = colour
        write(colour, "G", "RG", "K")
        setOverprint(Overprint(lines: colour.isSolidBlack, areas: overprint.areas))
    }

    /// Solid black goes over what is below it, as presses want: no white shows where plates do not meet.
    private mutating func setOverprint(_ wanted: Overprint) {
        guard colours.blackOverprints, wanted != overprint else { return }
        overprint = wanted
        put("/\(wanted.name) gs")
    }

    private mutating func write(
        _ colour: ContentColours.Colour, _ grey: StaticString, _ rgb: StaticString, _ cmyk: StaticString
    ) {
        switch colour {
        case .grey(let shade):
            operand(shade)
            put(grey)
        case .rgb(let colour):
            operands(colour.red, colour.green, colour.blue)
            put(rgb)
        case .cmyk(let inks):
            operands(inks.cyan, inks.magenta, inks.yellow, inks.black)
            put(cmyk)
        }
    }

    // MARK: Lines and areas

    mutating func paint(_ rule: Rule) {
        endText()
        setStroke(rule.ink)
        setLineWidth(rule.thickness)
        place(rule.from.x.points, rule.from.y.points)
        put("m")
        if let wave = rule.wave {
            for curve in wave.curves(along: rule) {
                place(curve.first.x, curve.first.y)
                place(curve.second.x, curve.second.y)
                place(curve.end.x, curve.end.y)
                put("c")
            }
        } else {
            place(rule.to.x.points, rule.to.y.points)
            put("l")
        }
        put("S")
    }

    /// Fills the rectangle, then draws its frame, the middle of whose line runs on the rectangle's edge.
    mutating func paint(_ box: Box) {
        endText()
        if let ink = box.fill {
            setFill(ink)
            outline(box.rect)
            put("f")
        }
        if let frame = box.frame {
            setStroke(frame.ink)
            setLineWidth(frame.thickness)
            outline(box.rect)
            put("S")
        }
    }

    private mutating func outline(_ rect: Rect) {
        place(rect.x.points, rect.maxY.points)
        operands(rect.width.points, rect.height.points)
        put("re")
    }

    private mutating func setLineWidth(_ width: Length) {
        guard width.points != lineWidth else { return }
        lineWidth = width.points
        operand(width.points)
        put("w")
    }

    /// A filled outline, its points counted from `origin` in the page's axes.
    mutating func paint(_ path: GlyphOutline, at origin: Point, ink: Ink) {
        endText()
        setFill(ink)
        let (left, top) = (origin.x.points, origin.y.points)
        for step in path.steps {
            switch step {
            case .move(let point):
                place(left + point.x, top + point.y)
                put("m")
            case .line(let point):
                place(left + point.x, top + point.y)
                put("l")
            case .curve(let first, let second, let end):
                for point in [first, second, end] { place(left + point.x, top + point.y) }
                put("c")
            case .close: put("h")
            }
        }
        put("f")
    }

    /// A picture by its resource's name: the part of it that `frame` shows.
    ///
    /// - Parameter placing: from the picture, one unit wide and high from its top left, to the page.
    mutating func paintPicture(_ name: String, in frame: Rect, placing: Affine) {
        endText()
        put("q")
        outline(frame)
        put("W n")
        // PDF's pictures stand on their bottom edge.
        let matrix = Affine(xx: 1, yx: 0, xy: 0, yy: -1, x: 0, y: 1).then(placing)
        operands(matrix.xx, -matrix.yx, matrix.xy, -matrix.yy)
        place(matrix.x, matrix.y)
        put("cm")
        put("/\(name) Do")
        put("Q")
    }

    // MARK: Text

    /// Writes a run in a font of the file.
    mutating func paint(_ run: GlyphRun, in font: PDFFont) {
        beginText()
        setFill(run.ink)
        let size = run.size.points, width = run.widthScale
        let current = Font(name: font.name, size: size)
        if current != self.font {
            self.font = current
            bytes += "/\(font.name) ".utf8
            operand(size)
            put("Tf")
        }
        // Along the baseline and across it, whichever way the run is turned.
        let em = size * width
        let places = size > Self.largeType ? 1 : 0
        let step = places == 0 ? 1.0 : 0.1
        var pen = 0.0, across = Double.nan, isOpen = false
        for glyph in run.glyphs {
            guard let code = font.codes[glyph.id] else { continue }
            let (along, off) = run.turn == .upright ? (glyph.x, glyph.y) : (glyph.y, glyph.x)
            if !(abs(off - across) < 0.001) {
                if isOpen { put(">]TJ") }
                across = off
                pen = along
                setTextPlace(run, at: glyph)
                bytes += "[<".utf8
                isOpen = true
            } else {
                let back = ((pen - along) / em * 1000 / step).rounded() * step
                if back != 0 {
                    bytes.append(UInt8(ascii: ">"))
                    PDFSyntax.append(back, places: places, to: &bytes)
                    bytes.append(UInt8(ascii: "<"))
                    pen -= back / 1000 * em
                }
            }
            append(code: code)
            pen += font.widths[code, default: 0] / 1000 * em
        }
        if isOpen { put(">]TJ") }
    }

    /// Type beyond this size, in points, is placed to the tenth of a thousandth of its size, other type to the
    /// thousandth: that is nowhere more than two hundredths of a point off.
    private static let largeType = 40.0

    private mutating func setTextPlace(_ run: GlyphRun, at glyph: Glyph) {
        switch run.turn {
        case .upright: operands(run.widthScale, 0, 0, 1)
        case .clockwise: operands(0, -run.widthScale, 1, 0)
        }
        place(run.origin.x.points + glyph.x, run.origin.y.points + glyph.y)
        put("Tm")
    }

    private mutating func append(code: UInt16) {
        for shift in stride(from: 12, through: 0, by: -4) {
            let digit = UInt8(code >> UInt16(shift) & 15)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
