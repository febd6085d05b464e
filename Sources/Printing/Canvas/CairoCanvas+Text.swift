internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Paints a run glyph by glyph.
    func paint(_ run: GlyphRun) {
        guard !run.glyphs.isEmpty, run.size > .zero else { return }
        cairo_set_scaled_font(context, type[run.face].scaled(for: run, unit: unit, options: fontOptions))
        setInk(run.ink)
        let (x, y) = (run.origin.x.points, run.origin.y.points)
        glyphs.removeAll(keepingCapacity: true)
        for glyph in run.glyphs { glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: x + glyph.x, y: y + glyph.y)) }
        cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
    }
}
