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
        for cell in cells.indices {
            guard let index = cells[cell].note else { continue }
            let note = shaped.notes[index]
            switch note.body {
            case .line(let small): items += line(small, note, at: cell)
            case .column(let signs): items += column(signs, at: cell)
            }
        }
        return items
    }

    /// Small type over the middle of its base; at a line's ends it keeps inside the line (CLREQ 5.5.4).
    private func line(_ small: Note.SmallLine, _ note: Note, at cell: Int) -> [Item] {
        let isComment = note.kind == .comment
        var start = isComment ? x(of: cell) : x(of: cell) + (note.base - note.width) / 2
        start = max(min(start, end - note.width), isComment ? 0 : min(start, 0), min(x[0], x(of: cell)))
        var builder = RunBuilder(shaped: small.shaped, size: em * note.scale, ink: ink)
        for (cell, x) in zip(small.shaped.cells, small.x) { builder.add(cell, x: start / note.scale + x) }
        // The small line's own place is its baseline, or its axis in a vertical one.
        let side: LineAxis.Side = isComment ? .after : .before
        let isBelow = axis == .horizontal && isComment
        let depth = axis == .vertical ? 0.5 : isBelow ? LineAxis.ascent : 1 - LineAxis.ascent
        let place = axis.place(along: 0, off: RubyPlaces.distance + depth * note.scale, side)
        return builder.finish().map { Item.text($0).moved(x: em * place.x, y: em * place.y) }
    }

    /// Bopomofo at the right of its character, whichever way the line runs (CLREQ 5.5.3).
    private func column(_ signs: [Note.Placed], at cell: Int) -> [Item] {
        let width = width(of: cell)
        let corner =
            axis == .horizontal
            ? (x: x(of: cell) + width, y: 0.5 - LineAxis.ascent) : (x: 0.5, y: x(of: cell) + width / 2)
        let symbols = Dictionary(grouping: signs, by: \.sign.face).sorted { $0.key < $1.key }
        return symbols.map { face, signs in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: signs.map(\.scalar))
            return .text(
                GlyphRun(
                    face: face, size: em * 0.3, ink: ink,
                    origin: Point(x: em * corner.x, y: em * corner.y),
                    glyphs: signs.map { Glyph(id: $0.sign.glyph, x: $0.x * em.points, y: $0.y * em.points) },
                    text: String(text)))
        }
    }
}
