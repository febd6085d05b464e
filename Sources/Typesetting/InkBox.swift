internal import CPango
internal import Fonts

/// The rectangle that a glyph's ink fills, in em from the glyph's origin, downwards.
struct InkBox: Hashable, Sendable {
    var left, top, right, bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var midX: Double { (left + right) / 2 }
    var midY: Double { (top + bottom) / 2 }

    func moved(x: Double, y: Double) -> InkBox {
        InkBox(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
    }

    func union(_ other: InkBox) -> InkBox {
        InkBox(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}

extension InkBox {
    /// - Parameter font: at the shaping size.
    init(of glyph: UInt32, _ font: UnsafeMutablePointer<PangoFont>) {
        var ink = PangoRectangle()
        pango_font_get_glyph_extents(font, glyph, &ink, nil)
        let em = Double(PANGO_SCALE) * FontBook.shapingSize
        self.init(
            left: Double(ink.x) / em, top: Double(ink.y) / em, right: Double(ink.x + ink.width) / em,
            bottom: Double(ink.y + ink.height) / em)
    }
}
