/// Characters without a width of their own: zero-width spaces, joiners, soft hyphens, variation selectors, combining
/// accents. They belong to the cell of the character before them, so that no gap and no line's end comes between.
enum InvisibleCharacters {
    /// Merges the cells of such characters into the cells before them.
    static func merge(_ shaped: inout ShapedText) {
        let cells = shaped.cells
        guard cells.contains(where: { isInvisible($0.scalar) || isPartOfEmoji($0.scalar) }) else { return }
        var merged: [Cell] = []
        merged.reserveCapacity(cells.count)
        for cell in cells {
            guard let last = merged.indices.last, belongs(cell, to: merged[last]) else {
                merged.append(cell)
                continue
            }
            merged[last].utf8 = merged[last].utf8.lowerBound..<cell.utf8.upperBound
            // Only an accent or a part of an emoji has ink of its own, drawn over or beside its base.
            for glyph in cell.glyphs { shaped.glyphs[glyph].x += merged[last].width - merged[last].shift }
            merged[last].glyphs =
                merged[last].glyphs.lowerBound..<max(merged[last].glyphs.upperBound, cell.glyphs.upperBound)
            if !isInvisible(cell.scalar) { merged[last].width += cell.width }
            merged[last].joint = joint(cell.scalar) ?? merged[last].joint
        }
        for index in merged.indices where isInvisible(merged[index].scalar) { merged[index].width = 0 }
        shaped.cells = merged
    }

    private static func belongs(_ cell: Cell, to base: Cell) -> Bool {
        guard base.span == cell.span || isInvisible(cell.scalar), base.kind != .space else { return false }
        if isInvisible(cell.scalar) { return true }
        // A cell has one face: an accent from another face would be drawn with the glyphs of the base's face.
        guard base.face == cell.face else { return false }
        return isPartOfEmoji(cell.scalar) && (isRegional(cell.scalar) ? isLoneRegional(base) : true)
    }

    /// What an invisible character says about a line's end after it.
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

    /// Whether the scalar is a skin tone, a keycap, half of a flag or an accent, which Pango may shape apart from its base.
    private static func isPartOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1F3FB...0x1F3FF, 0x20E3, 0x0300...0x036F, 0x3099, 0x309A: true
        default: isRegional(scalar)
        }
    }

    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }
    private static func isLoneRegional(_ cell: Cell) -> Bool { isRegional(cell.scalar) && cell.utf8.count == 4 }
}
