internal import CPango
internal import Fonts
internal import Pages

/// Text that runs from right to left: a Hebrew or Arabic phrase in Chinese copy.
///
/// Such a phrase is one cell. Its glyphs come as they are seen, from left to right, and only in one piece are they sure to
/// keep that order. One that is too long for a line is parted into words, which then follow each other from left to right.
extension Shaper {
    /// Shapes a stretch of one direction; Pango has found out where it begins and ends.
    func shapeReversed(
        _ item: UnsafeMutablePointer<PangoItem>, _ base: UnsafePointer<CChar>, span: Int, role: String,
        into shaped: inout ShapedText
    ) {
        let start = Int(item.pointee.offset), end = start + Int(item.pointee.length)
        guard let font = item.pointee.analysis.font else { return }
        let face = index(of: fonts.key(of: font), in: &shaped)
        var phrase = reversedCell(item, base, start..<end, face, span, role, &shaped)
        if phrase.width <= Self.longestReversedPhrase {
            stand(&phrase, font, at: start, &shaped)
            shaped.cells.append(phrase)
        } else {
            shaped.glyphs.removeSubrange(phrase.glyphs)
            var from = start
            while from < end {
                // A word with the space behind it, or as much as has no space.
                var to = from
                while to < end, base[to] != 0x20 { to += 1 }
                if to == from { to += 1 }
                var word = reversedCell(item, base, from..<to, face, span, role, &shaped)
                stand(&word, font, at: from, &shaped)
                shaped.cells.append(word)
                from = to
            }
        }
        noteStrays(from: start, face, role, &shaped)
    }

    /// Em that a phrase from right to left may take in one piece: the narrowest columns of papers are about so wide.
    private static let longestReversedPhrase = 10.0

    private func reversedCell(
        _ item: UnsafeMutablePointer<PangoItem>, _ base: UnsafePointer<CChar>, _ range: Range<Int>, _ face: Int,
        _ span: Int, _ role: String, _ shaped: inout ShapedText
    ) -> Cell {
        pango_shape(base + range.lowerBound, Int32(range.count), &item.pointee.analysis, glyphs)
        let unit = Double(PANGO_SCALE) * FontBook.shapingSize
        let first = shaped.glyphs.count
        var advance = 0.0
        for position in 0..<Int(glyphs.pointee.num_glyphs) {
            let info = glyphs.pointee.glyphs[position]
            if info.glyph & UInt32(PANGO_GLYPH_UNKNOWN_FLAG) != 0 {
                noteMissing(base, range.lowerBound + Int(glyphs.pointee.log_clusters[position]), role, &shaped)
            } else if info.glyph != UInt32(PANGO_GLYPH_EMPTY) {
                shaped.glyphs.append(
                    ShapedGlyph(
                        id: info.glyph, x: advance + Double(info.geometry.x_offset) / unit,
                        y: Double(info.geometry.y_offset) / unit))
            }
            advance += Double(info.geometry.width) / unit
        }
        return Self.cell(
            Self.firstVisible(of: base, range), utf8: range, glyphs: first..<shaped.glyphs.count,
            advance: advance, face: face, span: span, kind: base[range.lowerBound] == 0x20 ? .space : .latin,
            manner)
    }

    private func stand(
        _ cell: inout Cell, _ font: UnsafeMutablePointer<PangoFont>, at offset: Int, _ shaped: inout ShapedText
    ) {
        if forms != nil { stand(&cell, .turned, cell.width, font, &shaped) }
    }

    /// What stands for a phrase in the rules: its first character that is no mark of direction.
    private static func firstVisible(of base: UnsafePointer<CChar>, _ range: Range<Int>) -> Unicode.Scalar {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = scalar(at: base + offset)
            if !InvisibleCharacters.isInvisible(scalar) { return scalar }
            offset += UTF8.width(scalar)
        }
        return scalar(at: base + range.lowerBound)
    }
}
