internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Paints a run glyph by glyph, and tells Cairo what each glyph says.
    ///
    /// A PDF names the text of a glyph once for the whole font. Where a glyph says something else than it did before,
    /// or several glyphs say one thing, Cairo writes the text beside them (ActualText). A run without text, such as
    /// emphasis dots, says nothing, so that nothing of it is found or copied.
    func paint(_ run: GlyphRun) {
        guard !run.glyphs.isEmpty, run.size > .zero else { return }
        let face = type[run.face]
        cairo_set_scaled_font(context, face.scaled(for: run, unit: unit, options: fontOptions))
        setInk(run.ink)

        let (x, y) = (run.origin.x.points, run.origin.y.points)
        glyphs.removeAll(keepingCapacity: true)
        for glyph in run.glyphs {
            glyphs.append(cairo_glyph_t(index: face.number(of: glyph.id), x: x + glyph.x, y: y + glyph.y))
        }
        fillClusters(of: run)
        var text = run.text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                cairo_show_text_glyphs(
                    context, text.baseAddress, Int32(text.count), glyphs, Int32(glyphs.count), clusters,
                    Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
            }
        }
    }

    /// Cuts the run's text to clusters as it says, or one scalar to a glyph when it says nothing.
    ///
    /// Clusters that do not add up would end the whole file; such a run becomes one cluster, so that its text stays.
    private func fillClusters(of run: GlyphRun) {
        clusters.removeAll(keepingCapacity: true)
        if run.clusters.isEmpty {
            for scalar in run.text.unicodeScalars {
                clusters.append(cairo_text_cluster_t(num_bytes: Int32(UTF8.width(scalar)), num_glyphs: 1))
            }
        } else {
            for cluster in run.clusters {
                clusters.append(
                    cairo_text_cluster_t(num_bytes: Int32(cluster.utf8Count), num_glyphs: Int32(cluster.glyphCount)))
            }
        }
        let (bytes, glyphs) = clusters.reduce((0, 0)) { ($0.0 + Int($1.num_bytes), $0.1 + Int($1.num_glyphs)) }
        guard bytes == run.text.utf8.count, glyphs == run.glyphs.count else {
            clusters = [
                cairo_text_cluster_t(num_bytes: Int32(run.text.utf8.count), num_glyphs: Int32(run.glyphs.count))
            ]
            return
        }
        if run.isSpread { joinNamed(run) }
    }

    /// In a spread run readers of the file would see spaces that the copy does not have; so what it says is written
    /// beside it, but for the glyphs that get their name in the font here.
    private func joinNamed(_ run: GlyphRun) {
        var joined: [cairo_text_cluster_t] = []
        var isOpen = false
        var glyph = 0
        for cluster in clusters {
            let isNamed = cluster.num_glyphs == 1 && names.isNamed(here: glyph, in: run)
            if isOpen, !isNamed {
                joined[joined.count - 1].num_bytes += cluster.num_bytes
                joined[joined.count - 1].num_glyphs += cluster.num_glyphs
            } else {
                joined.append(cluster)
                isOpen = !isNamed
            }
            glyph += Int(cluster.num_glyphs)
        }
        clusters = joined
    }
}
