internal import Pages

/// The paper of a page in a PDF: the trimmed page, the bleed round it, and what room marks need beyond.
///
/// Points; PDF counts upwards from the bottom left corner of the paper.
struct PDFSheet {
    let trim: Size
    /// How far the paper reaches over the trimmed edge on each side.
    let margin: Double
    /// How far ink may run over the trimmed edge.
    let bleed: Double
    let hasMarks: Bool

    init(of page: Page, in form: OutputProfile) {
        trim = page.trim
        switch form {
        case .standard: (bleed, margin, hasMarks) = (page.bleed.points, page.bleed.points, false)
        // A reader sees the page as it is when it has been cut.
        case .screen: (bleed, margin, hasMarks) = (0, 0, false)
        case .press(let sheet):
            bleed = page.bleed.points
            margin = sheet.hasMarks ? max(bleed, PrinterMarks.offset) + PrinterMarks.length : bleed
            hasMarks = sheet.hasMarks
        }
    }

    var width: Double { trim.width.points + 2 * margin }
    var height: Double { trim.height.points + 2 * margin }

    /// From the page's own measure to PDF's.
    func x(_ x: Double) -> Double { margin + x }
    func y(_ y: Double) -> Double { height - margin - y }

    func array(_ rect: Rect) -> String {
        PDFSyntax.array([x(rect.x.points), y(rect.maxY.points), x(rect.maxX.points), y(rect.y.points)])
    }

    /// The page's boxes, as entries of its dictionary.
    var boxes: String {
        func box(_ name: String, _ inset: Double) -> String {
            " /\(name) " + PDFSyntax.array([inset, inset, width - inset, height - inset])
        }
        return box("MediaBox", 0) + box("BleedBox", margin - bleed) + box("TrimBox", margin)
    }
}
