internal import Pages

/// Where annotations stand beside their text (CLREQ 5.5.3–5.5.7).
enum RubyPlaces {
    /// Em of white between the text's em boxes and those of small type beside it. Letters stand in the lower part of
    /// theirs, so that pinyin is as close as its descenders allow.
    static let distance = 0.04
}

extension LineMarks {
    var ruby: [Item] {
        var items: [Item] = []
        /// Where the last annotation of small type over the text ended.
        var taken = -Double.infinity
        for cell in cells.indices {
            guard let index = cells[cell].note else { continue }
            let note = shaped.notes[index]
            switch note.body {
            case .line(let small):
                let start = self.start(of: note, at: cell, after: taken)
                if note.kind != .comment { taken = start + note.width }
                items += line(small, note, from: start)
            case .column(let signs): items += column(signs, at: cell)
            }
        }
        return items
    }

    /// Where small type begins along the line: in the middle of its base. At a line's ends it keeps inside the line as
    /// far as the annotation beside it leaves room (CLREQ 5.5.4). A remark begins with its text.
    private func start(of note: Note, at cell: Int, after taken: Double) -> Double {
        if note.kind == .comment { return max(0, min(x(of: cell), end - note.width)) }
        let middle = centred(note, at: cell)
        let next = cells.indices[(cell + 1)...].lazy.compactMap { other in
            cells[other].note.map { centred(shaped.notes[$0], at: other) }
        }.first
        var start = middle
        if start < 0 { start = max(start, min(0, (next ?? .infinity) - NoteSpacing.between - note.width)) }
        if start + note.width > end { start = min(start, max(end - note.width, taken + NoteSpacing.between)) }
        return start
    }

    private func centred(_ note: Note, at cell: Int) -> Double { x(of: cell) + (note.base - note.width) / 2 }

    private func line(_ small: Note.SmallLine, _ note: Note, from start: Double) -> [Item] {
        let isComment = note.kind == .comment
        let runs = RunBuilder(shaped: small.shaped, size: em * note.scale, ink: ink)
            .runs(of: small.shaped.cells[...], x: small.x.map { start / note.scale + $0 })
        // The small line's own place is its baseline, or its axis in a vertical one.
        let side: LineAxis.Side = isComment ? .after : .before
        let isBelow = axis == .horizontal && isComment
        let depth = axis == .vertical ? 0.5 : isBelow ? LineAxis.ascent : 1 - LineAxis.ascent
        let place = axis.place(along: 0, off: RubyPlaces.distance + depth * note.scale, side)
        return runs.map { Item.text($0).moved(x: em * place.x, y: em * place.y) }
    }

    /// Bopomofo at the right of its character, whichever way the line runs (CLREQ 5.5.3).
    private func column(_ signs: [[Note.Placed]], at cell: Int) -> [Item] {
        let width = width(of: cell)
        let corner =
            axis == .horizontal
            ? (x: x(of: cell) + width, y: 0.5 - LineAxis.ascent) : (x: 0.5, y: x(of: cell) + width / 2)
        return signs.map { signs in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: signs.map(\.scalar))
            return .text(
                GlyphRun(
                    face: signs[0].sign.face, size: em * 0.3, ink: ink,
                    origin: Point(x: em * corner.x, y: em * corner.y),
                    glyphs: signs.map { Glyph(id: $0.sign.glyph, x: $0.x * em.points, y: $0.y * em.points) },
                    text: String(text)))
        }
    }
}
