/// Characters without a body — zero-width spaces, joiners, soft hyphens, variation selectors, accents that came as
/// characters of their own — belong to the character before them: no gap, no width and no line's end comes between.
enum InvisibleCharacters {
    static func fold(_ shaped: inout ShapedText) {
        let cells = shaped.cells
        guard cells.contains(where: { isInvisible($0.scalar) || isPartOfEmoji($0.scalar) }) else { return }
        var folded: [Cell] = []
        folded.reserveCapacity(cells.count)
        for cell in cells {
            guard let last = folded.indices.last, belongs(cell, to: folded[last]) else {
                folded.append(cell)
                continue
            }
            folded[last].utf8 = folded[last].utf8.lowerBound..<cell.utf8.upperBound
            // Only an accent or an emoji's part has ink of its own, drawn over or beside its base.
            for glyph in cell.glyphs { shaped.glyphs[glyph].x += folded[last].width - folded[last].shift }
            folded[last].glyphs =
                folded[last].glyphs.lowerBound..<max(folded[last].glyphs.upperBound, cell.glyphs.upperBound)
            if !isInvisible(cell.scalar) { folded[last].width += cell.width }
            folded[last].joint = joint(cell.scalar) ?? folded[last].joint
        }
        for index in folded.indices where isInvisible(folded[index].scalar) { folded[index].width = 0 }
        shaped.cells = folded
    }

    private static func belongs(_ cell: Cell, to base: Cell) -> Bool {
        guard base.span == cell.span || isInvisible(cell.scalar), base.kind != .space else { return false }
        if isInvisible(cell.scalar) { return true }
        // An accent of a second face would be drawn with the first one's glyphs.
        guard base.face == cell.face else { return false }
        return isPartOfEmoji(cell.scalar) && (isRegional(cell.scalar) ? isLoneRegional(base) : true)
    }

    private static func joint(_ scalar: Unicode.Scalar) -> Cell.Joint? {
        switch scalar {
        case "\u{200B}": .open
        case "\u{2060}", "\u{FEFF}", "\u{200D}": .closed
        case "\u{AD}": .hyphen
        default: nil
        }
    }

    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFE00...0xFE0F,
            0xE0100...0xE01EF, 0x180B...0x180D, 0xE0020...0xE007F:
            true
        default: false
        }
    }

    /// Skin tones, keycaps, halves of flags and accents that Pango shaped apart from their base.
    private static func isPartOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1F3FB...0x1F3FF, 0x20E3, 0x0300...0x036F, 0x3099, 0x309A: true
        default: isRegional(scalar)
        }
    }

    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }
    private static func isLoneRegional(_ cell: Cell) -> Bool { isRegional(cell.scalar) && cell.utf8.count == 4 }
}
