import Diagnostics
import MarkedYAML
import Pages

/// Reads `page`: the sheet, and the white that the file asks for round the grid.
///
///     page:
///       size: 对开              # or 390mm × 545mm
///       margins: {top: 26mm}    # what is left out comes from centring the grid
///       bleed: 3mm
struct PageReader {
    /// The sheet as the file asks for it; the grid is placed on it by `GridReader`.
    struct Sheet {
        var trim: Size
        var bleed: Length
        var margins = AskedMargins()
    }

    /// Margins as written, nil where the file leaves one out.
    struct AskedMargins {
        var top, right, bottom, left: Length?
    }

    let units: Units

    func sheet(_ group: MappingReader?) -> Sheet {
        let standard = PaperSize.read(LayoutDefaults.page)!
        guard let group else { return Sheet(trim: standard, bleed: LayoutDefaults.bleed) }
        let names = PaperSize.named.map(\.name).joined(separator: ", ")
        var sheet = Sheet(
            trim: group.value("size", expecting: "width × height such as 390mm × 545mm, or \(names)", PaperSize.read)
                ?? standard,
            bleed: group.length("bleed", .paper) ?? LayoutDefaults.bleed)
        if let margins = group.mapping("margins", as: "“margins”") {
            sheet.margins = AskedMargins(
                top: margins.length("top", units), right: margins.length("right", units),
                bottom: margins.length("bottom", units), left: margins.length("left", units))
            margins.finish()
        }
        group.finish()
        return sheet
    }
}
