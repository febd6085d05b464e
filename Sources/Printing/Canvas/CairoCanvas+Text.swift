internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Paints a run glyph by glyph. In a file that carries its text, Cairo is told what each glyph says; a run without
    /// text, such as emphasis dots, is drawn there and not written, so that nothing of it is found or copied.
    func paint(_ run: GlyphRun) {
        guard !run.glyphs.isEmpty, run.size > .zero else { return }
        let face = type[run.face]
        let font = face.scaled(for: run, unit: unit, options: fontOptions)
        let (x, y) = (run.origin.x.points, run.origin.y.points)
        glyphs.removeAll(keepingCapacity: true)
        for glyph in run.glyphs {
            glyphs.append(cairo_glyph_t(index: face.number(of: glyph.id), x: x + glyph.x, y: y + glyph.y))
        }
        guard let tagger else {
            setInk(run.ink)
            cairo_set_scaled_font(context, font)
            return cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
        }
        if run.text.isEmpty {
            tagger.own(in: context)
            setInk(run.ink)
            cairo_set_scaled_font(context, font)
            cairo_glyph_path(context, glyphs, Int32(glyphs.count))
            return cairo_fill(context)
        }
        let names = tagger.texts.names(of: run)
        tagger.ownText(names?.sayIt != false && !isTorn(run, in: face) ? nil : run.text, in: context)
        setInk(run.ink)
        cairo_set_scaled_font(context, font)
        clusters.removeAll(keepingCapacity: true)
        if let names {
            for name in names.names {
                clusters.append(cairo_text_cluster_t(num_bytes: Int32(name.utf8.count), num_glyphs: 1))
            }
            show(names.names.joined())
        } else {
            for scalar in run.text.unicodeScalars {
                clusters.append(cairo_text_cluster_t(num_bytes: Int32(UTF8.width(scalar)), num_glyphs: 1))
            }
            show(run.text)
        }
    }

    /// Shows the glyphs at hand with the clusters of a text.
    private func show(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                cairo_show_text_glyphs(
                    context, text.baseAddress, Int32(text.count), glyphs, Int32(glyphs.count), clusters,
                    Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
            }
        }
    }

    /// Readers see a space, or a line's end, where blank of more than so many em stands between two glyphs, or where one
    /// goes so far over the other (Poppler's minWordBreakSpace and minDupBreakOverlap).
    private static let tear = 0.1

    /// Whether a run stands so that a reader of the file does not take it for one piece of text.
    private func isTorn(_ run: GlyphRun, in face: PrintFace) -> Bool {
        let em = run.size.points
        let limit = Self.tear * em
        return zip(run.glyphs, run.glyphs.dropFirst()).contains { glyph, next in
            let advance = face.advance(of: glyph.id) * em * run.widthScale
            let (dx, dy) = (next.x - glyph.x, next.y - glyph.y)
            let (along, across) = run.turn == .upright ? (dx, dy) : (dy, dx)
            return abs(along - advance) > limit || abs(across) > limit
        }
    }
}
