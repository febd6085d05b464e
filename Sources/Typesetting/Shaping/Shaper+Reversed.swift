internal import CPango
internal import Fonts
internal import Pages

/// Text from right to left: a Hebrew or Arabic phrase in Chinese copy.
///
/// A phrase is one cell. Pango returns its glyphs in visual order, from left to right, and they keep that order only in
/// one piece. A phrase that may be too long for a line is divided into words, which then follow each other from left to
/// right.
extension Shaper {
    /// Shapes a Pango item whose text runs from right to left.
    ///
    /// - Parameter start: the byte of the text at which the item begins.
    func shapeReversed(
        _ item: UnsafeMutablePointer<PangoItem>, at start: Int, _ base: UnsafePointer<CChar>, span: Int, role: String,
        into shaped: inout ShapedText
    ) {
        let end = start + Int(item.pointee.length)
        guard let font = item.pointee.analysis.font else { return }
        let face = index(of: fonts.key(of: font), in: &shaped)
        var phrase = reversedCell(item, base, start..<end, face, span, role, &shaped)
        if phrase.width <= Self.longestReversedPhrase {
            rotateIfVertical(&phrase, font, &shaped)
            shaped.cells.append(phrase)
        } else {
            shaped.glyphs.removeSubrange(phrase.glyphs)
            var from = start
            while from < end {
                // A word, or the space between two words.
                var to = from
                while to < end, base[to] != 0x20 { to += 1 }
                if to == from { to += 1 }
                var word = reversedCell(item, base, from..<to, face, span, role, &shaped)
                rotateIfVertical(&word, font, &shaped)
                shaped.cells.append(word)
                from = to
            }
        }
        noteSubstitutes(from: start, face, role, &shaped)
    }

    /// The most em that a phrase from right to left takes in one piece: about the width of the narrowest newspaper columns.
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
            language)
    }

    private func rotateIfVertical(
        _ cell: inout Cell, _ font: UnsafeMutablePointer<PangoFont>, _ shaped: inout ShapedText
    ) {
        if forms != nil { position(&cell, .rotated, cell.width, font, &shaped) }
    }

    /// The scalar by which the rules treat a phrase: the first one that is not a direction mark.
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
