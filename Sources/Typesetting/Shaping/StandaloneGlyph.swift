internal import CPango
internal import Fonts
internal import Pages

/// The glyph of one character that is placed by its ink: an emphasis dot, a tone mark.
struct StandaloneGlyph: Hashable, Sendable {
    var face: FaceKey
    var glyph: UInt32
    var ink: InkBox
}

extension Shaper {
    /// The glyph of a character in a role; nil if no font has it.
    func standaloneGlyph(_ scalar: Unicode.Scalar, role: String) -> StandaloneGlyph? {
        if scalar == "\0" { return nil }
        pango_context_set_font_description(fonts.context, fonts.description(of: role))
        let text = String(scalar)
        let items = pango_itemize(fonts.context, text, 0, Int32(text.utf8.count), nil, nil)
        let glyphs = pango_glyph_string_new()!
        defer {
            pango_glyph_string_free(glyphs)
            g_list_free_full(items) { $0.map { pango_item_free($0.assumingMemoryBound(to: PangoItem.self)) } }
        }
        guard let item = items?.pointee.data.assumingMemoryBound(to: PangoItem.self),
            let font = item.pointee.analysis.font
        else { return nil }
        pango_shape_full(text, Int32(text.utf8.count), nil, 0, &item.pointee.analysis, glyphs)
        guard glyphs.pointee.num_glyphs > 0 else { return nil }
        let id = glyphs.pointee.glyphs[0].glyph
        guard id & UInt32(PANGO_GLYPH_UNKNOWN_FLAG) == 0 else { return nil }
        return StandaloneGlyph(face: fonts.key(of: font), glyph: id, ink: InkBox(of: id, font))
    }
}

/// The rectangle of a glyph's ink, in em from the glyph's origin, to the right and downwards.
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
    /// The ink of a glyph; empty at the origin for a glyph without ink.
    ///
    /// Asks HarfBuzz. Pango's own `pango_font_get_glyph_extents` goes through Cairo's glyph cache, which two threads may
    /// not use with the same font while it evicts glyphs.
    ///
    /// - Parameter font: the font at the shaping size.
    init(of glyph: UInt32, _ font: UnsafeMutablePointer<PangoFont>) {
        var ink = hb_glyph_extents_t()
        hb_font_get_glyph_extents(pango_font_get_hb_font(font), glyph, &ink)
        // HarfBuzz counts upwards: the bearing is the top edge, and the height is negative.
        let em = Double(PANGO_SCALE) * FontBook.shapingSize
        self.init(
            left: Double(ink.x_bearing) / em, top: -Double(ink.y_bearing) / em,
            right: Double(ink.x_bearing + ink.width) / em, bottom: -Double(ink.y_bearing + ink.height) / em)
    }
}
