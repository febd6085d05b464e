internal import Pages

/// Crop marks at the corners of a page and registration marks at its sides, in all inks, beside the bleed.
///
/// Points, counted upwards from the paper's bottom left corner.
struct PrinterMarks {
    /// Crop marks begin so far from the trimmed edge, lest one be left on the page by a careless cut.
    static let offset = Length.mm(3).points
    static let length = Length.mm(5).points
    static let thickness = 0.25
    private static let radius = 4.0

    /// Straight lines.
    let lines: [(x1: Double, y1: Double, x2: Double, y2: Double)]
    /// The centres of registration marks: circles with a cross.
    let targets: [(x: Double, y: Double)]

    init(of sheet: PDFSheet) {
        let (left, bottom) = (sheet.margin, sheet.margin)
        let (right, top) = (sheet.width - sheet.margin, sheet.height - sheet.margin)
        let near = sheet.margin - Self.length, far = sheet.margin
        var lines: [(Double, Double, Double, Double)] = []
        for x in [left, right] {
            lines.append((x, bottom - far, x, bottom - far + Self.length))
            lines.append((x, top + near, x, top + far))
        }
        for y in [bottom, top] {
            lines.append((left - far, y, left - near, y))
            lines.append((right + near, y, right + far, y))
        }
        let middle = sheet.margin - Self.length / 2
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

    /// The marks as content; all inks together are a colour space of the page's resources.
    var content: String {
        var out = "q /\(Self.allInks) CS 1 SCN \(Self.thickness) w\n"
        func put(_ numbers: Double..., operator name: String) {
            out += numbers.map(PDFSyntax.number).joined(separator: " ") + " \(name)\n"
        }
        for line in lines {
            put(line.x1, line.y1, operator: "m")
            put(line.x2, line.y2, operator: "l S")
        }
        let (r, k) = (Self.radius, Self.radius * Self.circle)
        for (x, y) in targets {
            put(x + r, y, operator: "m")
            put(x + r, y + k, x + k, y + r, x, y + r, operator: "c")
            put(x - k, y + r, x - r, y + k, x - r, y, operator: "c")
            put(x - r, y - k, x - k, y - r, x, y - r, operator: "c")
            put(x + k, y - r, x + r, y - k, x + r, y, operator: "c S")
        }
        return out + "Q"
    }

    static let allInks = "All"
    /// What is painted in it comes on every plate.
    static let allInksSpace =
        "[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]"

    /// Where the control points of a quarter of a circle stand, as a share of its radius.
    private static let circle = 0.5523
}
