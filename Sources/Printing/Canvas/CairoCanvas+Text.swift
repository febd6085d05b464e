internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Consecutive runs that differ only in position, such as the lines of a paragraph. They are shown in one call.
    struct PendingText {
        var face: FaceKey
        var turn: GlyphRun.Turn
        var size: Length
        var widthScale: Double
        var ink: Ink
        var text = ""

        init(_ run: GlyphRun) {
            (face, turn, size, widthScale, ink) = (run.face, run.turn, run.size, run.widthScale, run.ink)
        }

        func canAppend(_ run: GlyphRun) -> Bool {
            size == run.size && face == run.face && ink == run.ink && turn == run.turn && widthScale == run.widthScale
        }
    }

    /// Paints a run.
    ///
    /// A PDF also gets the text of each glyph. A run without text, such as emphasis dots, is painted there as paths, so
    /// that a reader neither finds nor copies it.
    func paint(_ run: GlyphRun) {
        guard !run.glyphs.isEmpty, run.size > .zero else { return }
        let face = fonts[run.face]
        guard let tagger else {
            add(run.glyphs, of: run, in: face)
            setFont(of: run, in: face)
            cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
            return glyphs.removeAll(keepingCapacity: true)
        }
        if run.text.isEmpty {
            showPendingText()
            tagger.markContent()
            add(run.glyphs, of: run, in: face)
            setFont(of: run, in: face)
            cairo_glyph_path(context, glyphs, Int32(glyphs.count))
            glyphs.removeAll(keepingCapacity: true)
            return cairo_fill(context)
        }
        let mapped = tagger.toUnicode.mapping(of: run)
        if mapped == nil, !hasIrregularSpacing(run, in: face) {
            if pendingText?.canAppend(run) != true {
                showPendingText()
                tagger.markText(actualText: nil)
                setFont(of: run, in: face)
                pendingText = PendingText(run)
            }
            add(run.glyphs, of: run, in: face)
            addClusters(run.text)
            pendingText!.text += run.text
            return
        }
        showPendingText()
        tagger.markText(actualText: mapped?.isExact == true && !hasIrregularSpacing(run, in: face) ? nil : run.text)
        setFont(of: run, in: face)
        add(run.glyphs, of: run, in: face)
        if let mapped {
            for text in mapped.texts { addCluster(utf8Count: text.utf8.count) }
            show(mapped.texts.joined())
        } else {
            addClusters(run.text)
            show(run.text)
        }
    }

    /// Shows every glyph that has a text, one run for each face. Cairo numbers a font's glyphs by first use, so files
    /// that begin with the same specimen page number their glyphs alike.
    ///
    /// - Parameter position: where the glyphs are painted, the same for both axes. All are painted inside the page,
    ///   because Cairo omits glyphs outside it.
    func paintSpecimen(of runs: [GlyphRun], _ toUnicode: ToUnicodeMaps, at position: Double) throws {
        for var run in runs {
            run.origin = Point(x: .pt(position), y: .pt(position))
            let face = fonts[run.face]
            let entries = toUnicode.entries(of: run.face)
            setFont(of: run, in: face)
            add(entries.map { Glyph(id: $0.glyph, x: 0) }, of: run, in: face)
            for (_, text) in entries { addCluster(utf8Count: text.utf8.count) }
            show(entries.map(\.text).joined())
        }
        try check()
    }

    /// Shows the pending text. It must be called before anything else is painted.
    func showPendingText() {
        guard let text = pendingText?.text else { return }
        pendingText = nil
        show(text)
    }

    private func setFont(of run: GlyphRun, in face: CairoFace) {
        setInk(run.ink)
        cairo_set_scaled_font(context, face.scaledFont(for: run, scale: scale, options: fontOptions))
    }

    private func add(_ added: [Glyph], of run: GlyphRun, in face: CairoFace) {
        let (x, y) = (run.origin.x.points, run.origin.y.points)
        glyphs.append(
            contentsOf: added.lazy.map { cairo_glyph_t(index: face.index(of: $0.id), x: x + $0.x, y: y + $0.y) })
    }

    /// Adds a cluster of one glyph for each character of a text.
    private func addClusters(_ text: String) {
        clusters.append(
            contentsOf: text.unicodeScalars.lazy.map {
                cairo_text_cluster_t(num_bytes: Int32(UTF8.width($0)), num_glyphs: 1)
            })
    }

    private func addCluster(utf8Count: Int) {
        clusters.append(cairo_text_cluster_t(num_bytes: Int32(utf8Count), num_glyphs: 1))
    }

    /// Shows the collected glyphs and clusters with their text.
    private func show(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                cairo_show_text_glyphs(
                    context, text.baseAddress, Int32(text.count), glyphs, Int32(glyphs.count), clusters,
                    Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
            }
        }
        glyphs.removeAll(keepingCapacity: true)
        clusters.removeAll(keepingCapacity: true)
    }

    /// The gap or overlap in em at which PDF readers insert a space or a line end, or drop a character (Poppler's
    /// minWordBreakSpace and minDupBreakOverlap).
    private static let spacingTolerance = 0.1

    /// Whether a PDF reader would insert spaces into the run or drop characters of it because of its glyphs' positions.
    private func hasIrregularSpacing(_ run: GlyphRun, in face: CairoFace) -> Bool {
        let em = run.size.points
        let tolerance = Self.spacingTolerance * em
        return zip(run.glyphs, run.glyphs.dropFirst()).contains { glyph, next in
            let advance = face.advance(of: glyph.id) * em * run.widthScale
            let (dx, dy) = (next.x - glyph.x, next.y - glyph.y)
            let (along, across) = run.turn == .upright ? (dx, dy) : (dy, dx)
            return abs(along - advance) > tolerance || abs(across) > tolerance
        }
    }
}
