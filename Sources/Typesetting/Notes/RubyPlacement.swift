internal import Pages

/// The places of annotations beside their text (CLREQ 5.5.3–5.5.7).
enum RubyPlacement {
    /// The em of white between the em boxes of the text and of small type beside it. Letters stand in the lower part of
    /// their em boxes, so pinyin comes as close as its descenders allow.
    static let distance = 0.04
}

extension LineMarks {
    /// The line's annotations.
    var ruby: [Item] {
        var items: [Item] = []
        // The em from the line's start to the end of the last annotation above the text.
        var lastEnd = -Double.infinity
        for cell in cells.indices {
            guard let index = cells[cell].note else { continue }
            let note = shaped.notes[index]
            switch note.body {
            case .line(let small):
                let start = self.start(of: note, at: cell, after: lastEnd)
                if note.kind != .comment { lastEnd = start + note.width }
                items += line(small, note, from: start)
            case .column(let glyphs): items += column(glyphs, at: cell)
            }
        }
        return items
    }

    /// The em from the line's start to small type, which is centred over its base. At the line's ends it stays inside the
    /// line if the annotation beside it leaves room (CLREQ 5.5.4). A remark begins with its text.
    private func start(of note: Note, at cell: Int, after lastEnd: Double) -> Double {
        if note.kind == .comment { return max(0, min(x(of: cell), end - note.width)) }
        let centredStart = centred(note, at: cell)
        let next = cells.indices[(cell + 1)...].lazy.compactMap { other in
            cells[other].note.map { centred(shaped.notes[$0], at: other) }
        }.first
        var start = centredStart
        if start < 0 { start = max(start, min(0, (next ?? .infinity) - NoteSpacing.between - note.width)) }
        if start + note.width > end { start = min(start, max(end - note.width, lastEnd + NoteSpacing.between)) }
        return start
    }

    private func centred(_ note: Note, at cell: Int) -> Double { x(of: cell) + (note.base - note.width) / 2 }

    private func line(_ small: Note.SmallLine, _ note: Note, from start: Double) -> [Item] {
        let isComment = note.kind == .comment
        let runs = RunBuilder(shaped: small.shaped, size: em * note.scale, ink: ink)
            .runs(of: small.shaped.cells[...], x: small.x.map { start / note.scale + $0 })
        // A small line is placed by its baseline, or by its axis if it is vertical.
        let side: LineAxis.Side = isComment ? .after : .before
        let isBelow = axis == .horizontal && isComment
        let depth = axis == .vertical ? 0.5 : isBelow ? LineAxis.ascent : 1 - LineAxis.ascent
        let place = axis.place(along: 0, off: RubyPlacement.distance + depth * note.scale, side)
        return runs.map { Item.text($0).moved(x: em * place.x, y: em * place.y) }
    }

    /// Bopomofo on the right of its character, whichever way the line runs (CLREQ 5.5.3).
    private func column(_ glyphs: [[Note.PlacedGlyph]], at cell: Int) -> [Item] {
        let width = width(of: cell)
        let corner =
            axis == .horizontal
            ? (x: x(of: cell) + width, y: 0.5 - LineAxis.ascent) : (x: 0.5, y: x(of: cell) + width / 2)
        return glyphs.map { glyphs in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: glyphs.map(\.scalar))
            return .text(
                GlyphRun(
                    face: glyphs[0].glyph.face, size: em * 0.3, ink: ink,
                    origin: Point(x: em * corner.x, y: em * corner.y),
                    glyphs: glyphs.map { Glyph(id: $0.glyph.glyph, x: $0.x * em.points, y: $0.y * em.points) },
                    text: String(text)))
        }
    }
}
