internal import Pages

/// The marks outside the bleed: crop marks at the corners of a page and registration marks at the middles of its sides.
///
/// They are printed in all inks. Lengths are points, counted up from the bottom left corner of the media box.
struct PrinterMarks {
    /// The distance of crop marks from the trim box, so that an inaccurate cut leaves none on the page.
    static let offset = Length.mm(3).points
    static let length = Length.mm(5).points
    static let thickness = 0.25
    private static let radius = 4.0

    /// Crop marks, and the crosses of registration marks.
    let lines: [(x1: Double, y1: Double, x2: Double, y2: Double)]
    /// The centres of registration marks, each a circle with a cross.
    let targets: [(x: Double, y: Double)]

    init(of boxes: PageBoxes) {
        let (left, bottom) = (boxes.margin, boxes.margin)
        let (right, top) = (boxes.width - boxes.margin, boxes.height - boxes.margin)
        let near = boxes.margin - Self.length, far = boxes.margin
        var lines: [(Double, Double, Double, Double)] = []
        for x in [left, right] {
            lines.append((x, bottom - far, x, bottom - far + Self.length))
            lines.append((x, top + near, x, top + far))
        }
        for y in [bottom, top] {
            lines.append((left - far, y, left - near, y))
            lines.append((right + near, y, right + far, y))
        }
        let middle = boxes.margin - Self.length / 2
        targets = [
            ((left + right) / 2, bottom - middle), ((left + right) / 2, top + middle),
            (left - middle, (bottom + top) / 2), (right + middle, (bottom + top) / 2),
        ]
        for (x, y) in targets {
            lines.append((x - Self.length / 2, y, x + Self.length / 2, y))
            lines.append((x, y - Self.length / 2, x, y + Self.length / 2))
        }
        self.lines = lines
    }

    /// The marks as a content stream. It refers to the colour space `allInks` in the page's resources.
    var content: String {
        var out = "q /\(Self.allInks) CS 1 SCN \(Self.thickness) w\n"
        func write(_ numbers: Double..., operator name: String) {
            out += numbers.map(PDFSyntax.number).joined(separator: " ") + " \(name)\n"
        }
        for line in lines {
            write(line.x1, line.y1, operator: "m")
            write(line.x2, line.y2, operator: "l S")
        }
        let (r, k) = (Self.radius, Self.radius * Self.circleControl)
        for (x, y) in targets {
            write(x + r, y, operator: "m")
            write(x + r, y + k, x + k, y + r, x, y + r, operator: "c")
            write(x - k, y + r, x - r, y + k, x - r, y, operator: "c")
            write(x - r, y - k, x - k, y - r, x, y - r, operator: "c")
            write(x + k, y - r, x + r, y - k, x + r, y, operator: "c S")
        }
        return out + "Q"
    }

    /// The resource name of the colour space that prints on every plate.
    static let allInks = "All"
    static let allInksSpace =
        "[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]"

    /// The distance of control points from a quarter circle's ends, as a share of its radius.
    private static let circleControl = 0.5523
}
