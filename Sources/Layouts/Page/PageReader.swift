import Diagnostics
import MarkedYAML
import Pages

/// Reads `page`: the sheet, and the margins that the file asks for round the grid.
///
///     page:
///       size: 对开              # or 390mm × 545mm
///       margins: {top: 26mm}    # the grid is centred between margins that are left out
///       bleed: 3mm
///       facing: true            # inner and outer margins; even pages are the mirror image of odd ones
struct PageReader {
    /// The sheet as the file describes it. `GridReader` places the grid on it.
    struct Sheet {
        var trim: Size
        var bleed: Length
        var margins = RequestedMargins()
        var isFacing = false

        /// The sheet lying on its side with its right edge up, as for vertical lines.
        var lying: Sheet {
            Sheet(
                trim: Size(width: trim.height, height: trim.width), bleed: bleed,
                margins: RequestedMargins(
                    top: margins.right, right: margins.bottom, bottom: margins.left, left: margins.top),
                isFacing: isFacing)
        }
    }

    /// The margins that the file gives; nil for those that it leaves out.
    struct RequestedMargins {
        var top, right, bottom, left: Length?
    }

    let units: Units
    /// Papers with vertical lines are bound on the right, so their odd pages lie on the left.
    let direction: LineDirection

    func sheet(_ group: MappingReader?) -> Sheet {
        let standard = PaperSize.parse(LayoutDefaults.page)!
        guard let group else { return Sheet(trim: standard, bleed: LayoutDefaults.bleed) }
        let names = PaperSize.named.map(\.name).joined(separator: ", ")
        var sheet = Sheet(
            trim: group.value("size", expecting: "width × height such as 390mm × 545mm, or \(names)", PaperSize.parse)
                ?? standard,
            bleed: group.length("bleed", .paper) ?? LayoutDefaults.bleed)
        sheet.isFacing = group.flag("facing") ?? false
        if let margins = group.mapping("margins", as: "“margins”") {
            sheet.margins = self.margins(margins, isFacing: sheet.isFacing)
            margins.finish()
        }
        group.finish()
        return sheet
    }

    /// The margins of an odd page.
    private func margins(_ group: MappingReader, isFacing: Bool) -> RequestedMargins {
        var margins = RequestedMargins(
            top: group.length("top", units), right: group.length("right", units),
            bottom: group.length("bottom", units), left: group.length("left", units))
        let inner = group.length("inner", units), outer = group.length("outer", units)
        if let key = ["inner", "outer"].first(where: { group.node($0) != nil }), !isFacing {
            group.reporter.error(
                at: group.place(of: key), "only facing pages have an “\(key)” margin",
                hints: "write facing: true under page, or name the margins left and right")
        }
        let isRight = direction == .horizontal
        for (key, other) in [("inner", isRight ? "left" : "right"), ("outer", isRight ? "right" : "left")]
        where group.node(key) != nil && group.node(other) != nil {
            group.reporter.error(
                at: group.place(of: key), "the margins “\(key)” and “\(other)” are the same on an odd page",
                hints: "keep one of the two")
        }
        margins.left = margins.left ?? (isRight ? inner : outer)
        margins.right = margins.right ?? (isRight ? outer : inner)
        return margins
    }
}

/// Sizes of trimmed sheets.
enum PaperSize {
    /// Sizes by the names of the trade. Broadsheet and tabloid are the trimmed sizes of Chinese dailies.
    static let named: [(name: String, size: Size)] = [
        ("对开", Size(width: .mm(390), height: .mm(545))),
        ("broadsheet", Size(width: .mm(390), height: .mm(545))),
        ("四开", Size(width: .mm(270), height: .mm(390))),
        ("tabloid", Size(width: .mm(270), height: .mm(390))),
        ("A2", Size(width: .mm(420), height: .mm(594))),
        ("A3", Size(width: .mm(297), height: .mm(420))),
        ("A4", Size(width: .mm(210), height: .mm(297))),
        ("A5", Size(width: .mm(148), height: .mm(210))),
    ]

    static let smallest = Length.mm(50)
    /// Cairo and PDF readers support 200 inches; no press prints a wider sheet.
    static let largest = Length.mm(5000)

    /// The size of a text such as “A4”, “对开” or “390mm × 545mm”; nil if it is neither a name nor two lengths.
    static func parse(_ text: String) -> Size? {
        if let named = named.first(where: { $0.name.lowercased() == text.lowercased() }) { return named.size }
        let sides = text.split(omittingEmptySubsequences: false) { "×xX*".contains($0) }
            .map { side in Quantity(side.trimmed).flatMap { Units.paper.length($0) } }
        guard sides.count == 2, let width = sides[0], let height = sides[1],
            (smallest...largest).contains(width), (smallest...largest).contains(height)
        else { return nil }
        return Size(width: width, height: height)
    }
}

extension Substring {
    /// The text without blanks at both ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
