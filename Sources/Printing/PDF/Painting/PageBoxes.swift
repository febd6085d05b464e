internal import Pages

/// The page boxes of a PDF page (ISO 32000-1, 14.11.2): the trimmed page, the bleed around it, and room for marks.
///
/// Lengths are points. PDF's coordinates start at the bottom left corner of the media box and go up.
struct PageBoxes {
    let trim: Size
    /// The distance from the trim box to the media box.
    let margin: Double
    /// The distance from the trim box to the bleed box.
    let bleed: Double
    let hasMarks: Bool

    init(of page: Page, for output: OutputProfile) {
        trim = page.trim
        switch output {
        case .standard: (bleed, margin, hasMarks) = (page.bleed.points, page.bleed.points, false)
        // A screen shows the trimmed page.
        case .screen: (bleed, margin, hasMarks) = (0, 0, false)
        case .press(let options):
            bleed = page.bleed.points
            margin = options.hasMarks ? max(bleed, PrinterMarks.offset) + PrinterMarks.length : bleed
            hasMarks = options.hasMarks
        }
    }

    /// The width of the media box.
    var width: Double { trim.width.points + 2 * margin }
    /// The height of the media box.
    var height: Double { trim.height.points + 2 * margin }

    /// Converts page coordinates to PDF's.
    func x(_ x: Double) -> Double { margin + x }
    func y(_ y: Double) -> Double { height - margin - y }

    /// A rectangle of the page as a PDF array.
    func array(_ rect: Rect) -> String {
        PDFSyntax.array([x(rect.x.points), y(rect.maxY.points), x(rect.maxX.points), y(rect.y.points)])
    }

    /// The entries of the page's dictionary.
    var entries: String {
        func box(_ name: String, _ inset: Double) -> String {
            " /\(name) " + PDFSyntax.array([inset, inset, width - inset, height - inset])
        }
        return box("MediaBox", 0) + box("BleedBox", margin - bleed) + box("TrimBox", margin)
    }
}
