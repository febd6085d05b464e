internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Runs that are shown in one call, as nothing but their places differs: the lines of a paragraph.
    struct Gathered {
        var face: FaceKey
        var turn: GlyphRun.Turn
        var size: Length
        var widthScale: Double
        var ink: Ink
        var text = ""

        init(_ run: GlyphRun) {
            (face, turn, size, widthScale, ink) = (run.face, run.turn, run.size, run.widthScale, run.ink)
        }

        func takes(_ run: GlyphRun) -> Bool {
            size == run.size && face == run.face && ink == run.ink && turn == run.turn && widthScale == run.widthScale
        }
    }

    /// Paints a run glyph by glyph. In a file that carries its text, Cairo is told what each glyph says; a run without
    /// text, such as emphasis dots, is drawn there and not written, so that nothing of it is found or copied.
    func paint(_ run: GlyphRun) {
        guard !run.glyphs.isEmpty, run.size > .zero else { return }
        let face = type[run.face]
        guard let tagger else {
            add(run.glyphs, of: run, in: face)
            prepare(run, in: face)
            cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
            return glyphs.removeAll(keepingCapacity: true)
        }
        if run.text.isEmpty {
            showGathered()
            tagger.own()
            add(run.glyphs, of: run, in: face)
            prepare(run, in: face)
            cairo_glyph_path(context, glyphs, Int32(glyphs.count))
            glyphs.removeAll(keepingCapacity: true)
            return cairo_fill(context)
        }
        let names = tagger.texts.names(of: run)
        if names == nil, !isTorn(run, in: face) {
            if gathered?.takes(run) != true {
                showGathered()
                tagger.ownText(nil)
                prepare(run, in: face)
                gathered = Gathered(run)
            }
            add(run.glyphs, of: run, in: face)
            addClusters(run.text)
            gathered!.text += run.text
            return
        }
        showGathered()
        tagger.ownText(names?.sayIt == true && !isTorn(run, in: face) ? nil : run.text)
        prepare(run, in: face)
        add(run.glyphs, of: run, in: face)
        if let names {
            for name in names.names { addCluster(bytes: name.utf8.count) }
            show(names.names.joined())
        } else {
            addClusters(run.text)
            show(run.text)
        }
    }

    /// Shows every glyph that a text calls by a name, as one run of each face sets it: from then on a file calls them by
    /// numbers that hang on nothing but those names.
    ///
    /// - Parameter middle: of the page, in both directions.
    func paintSpecimen(of runs: [GlyphRun], _ texts: GlyphTexts, at middle: Double) throws {
        for var run in runs {
            run.origin = Point(x: .pt(middle), y: .pt(middle))
            let face = type[run.face]
            let all = texts.all(of: run.face)
            prepare(run, in: face)
            // All in the middle of the page: what lies beside it would not be written.
            add(all.map { Glyph(id: $0.glyph, x: 0) }, of: run, in: face)
            for (_, name) in all { addCluster(bytes: name.utf8.count) }
            show(all.map(\.name).joined())
        }
        try check()
    }

    /// Shows what is gathered; whatever else is painted comes behind it.
    func showGathered() {
        guard let text = gathered?.text else { return }
        gathered = nil
        show(text)
    }

    private func prepare(_ run: GlyphRun, in face: PrintFace) {
        setInk(run.ink)
        cairo_set_scaled_font(context, face.scaled(for: run, unit: unit, options: fontOptions))
    }

    private func add(_ own: [Glyph], of run: GlyphRun, in face: PrintFace) {
        let (x, y) = (run.origin.x.points, run.origin.y.points)
        glyphs.append(
            contentsOf: own.lazy.map { cairo_glyph_t(index: face.number(of: $0.id), x: x + $0.x, y: y + $0.y) })
    }

    /// A cluster for each character of a text.
    private func addClusters(_ text: String) {
        clusters.append(
            contentsOf: text.unicodeScalars.lazy.map {
                cairo_text_cluster_t(num_bytes: Int32(UTF8.width($0)), num_glyphs: 1)
            })
    }

    private func addCluster(bytes: Int) {
        clusters.append(cairo_text_cluster_t(num_bytes: Int32(bytes), num_glyphs: 1))
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
        glyphs.removeAll(keepingCapacity: true)
        clusters.removeAll(keepingCapacity: true)
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
