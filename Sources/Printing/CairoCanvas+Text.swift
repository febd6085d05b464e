internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Paints a run glyph by glyph, and tells Cairo what each glyph says.
    ///
    /// A PDF names the text of a glyph once for the whole font. Where a glyph says something else than it did before,
    /// or several glyphs say one thing, Cairo writes the text beside them (ActualText). A run without text, such as
    /// emphasis dots, says nothing, so that nothing of it is found or copied.
    func paint(_ run: GlyphRun) {
        guard !run.glyphs.isEmpty else { return }
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
                // Even a run that says nothing must hand over an address, or Cairo would guess the text from the font.
                withUnsafePointer(to: 0 as CChar) { nothing in
                    cairo_show_text_glyphs(
                        context, text.baseAddress ?? nothing, Int32(text.count), glyphs, Int32(glyphs.count),
                        clusters, Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
                }
            }
        }
    }

    /// Cuts the run's text to clusters as it says, or one scalar to a glyph when it says nothing.
    ///
    /// Clusters that do not add up would end the whole file; such a run becomes one cluster, so that its text stays.
    /// So does a spread run, where readers of the file would see spaces that the copy does not have, and a run from top
    /// to bottom, each character of which they would take for a line.
    private func fillClusters(of run: GlyphRun) {
        clusters.removeAll(keepingCapacity: true)
        if run.isSpread {
            // One cluster for all.
        } else if run.clusters.isEmpty {
            for scalar in run.text.unicodeScalars {
                clusters.append(cairo_text_cluster_t(num_bytes: Int32(UTF8.width(scalar)), num_glyphs: 1))
            }
            if clusters.count == run.glyphs.count { return }
        } else {
            var (byteCount, glyphCount) = (0, 0)
            for cluster in run.clusters {
                byteCount += cluster.utf8Count
                glyphCount += cluster.glyphCount
                clusters.append(
                    cairo_text_cluster_t(num_bytes: Int32(cluster.utf8Count), num_glyphs: Int32(cluster.glyphCount)))
            }
            if byteCount == run.text.utf8.count, glyphCount == run.glyphs.count { return }
        }
        clusters = [
            cairo_text_cluster_t(num_bytes: Int32(run.text.utf8.count), num_glyphs: Int32(run.glyphs.count))
        ]
    }
}

extension GlyphRun {
    /// Whether glyphs stand so far apart that a reader of the file takes the gaps for spaces.
    ///
    /// Poppler does from 0.15 em of blank on. A Han character is one em wide, so that is how far its neighbour may be.
    /// Upright glyphs one below the other are no line to a reader at all.
    fileprivate var isSpread: Bool {
        let reach = 1.14 * size.points
        let drop = turn == .upright ? 0.45 * size.points : reach
        return zip(glyphs, glyphs.dropFirst()).contains { $1.x - $0.x > reach || $1.y - $0.y > drop }
    }
}
