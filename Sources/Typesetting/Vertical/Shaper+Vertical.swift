internal import CPango
internal import Fonts
internal import Pages

/// Glyphs of vertical lines.
///
/// The text is shaped as a horizontal one with the face's `vert` forms. Then each glyph is placed in its em box about the
/// line's axis. Pango's own vertical text (gravity) selects the same forms, but returns places in a rotated frame with a
/// baseline of its own choice, which would have to be undone for marks, dashes and figures in one em. Here, faces without
/// vertical metrics follow the same rule as those with them.
extension Shaper {
    /// Pango's attributes for the OpenType features of each piece in a range of bytes.
    ///
    /// - Parameter window: the byte from which Pango counts.
    func featureAttributes(_ forms: VerticalForms, _ range: Range<Int>, from window: Int) -> OpaquePointer? {
        let list = pango_attr_list_new()
        for piece in forms.pieces(in: range) where !piece.features.isEmpty {
            let attribute = pango_attr_font_features_new(piece.features)!
            attribute.pointee.start_index = UInt32(max(0, piece.utf8.lowerBound - window))
            attribute.pointee.end_index = UInt32(piece.utf8.upperBound - window)
            pango_attr_list_insert(list, attribute)
        }
        return list
    }

    /// Moves a cell's glyphs to their places in a vertical line, counted from the line's axis and the cell's start.
    ///
    /// - Parameter advance: the glyphs' horizontal advance in em.
    func position(
        _ cell: inout Cell, _ orientation: VerticalForms.Orientation, _ advance: Double,
        _ font: UnsafeMutablePointer<PangoFont>, _ shaped: inout ShapedText
    ) {
        switch orientation {
        case .rotated: rotate(&cell, &shaped)
        case .combined: break
        case .stacked:
            if cell.kind.isWestern { cell.kind = .han }
            (cell.left, cell.right, cell.shift, cell.width) = (0, 0, 0, 1)
            shift(cell, x: -advance / 2, y: LineAxis.ascent, &shaped)
        case .upright: positionUpright(&cell, advance, font, &shaped)
        }
    }

    private func positionUpright(
        _ cell: inout Cell, _ advance: Double, _ font: UnsafeMutablePointer<PangoFont>, _ shaped: inout ShapedText
    ) {
        switch cell.kind {
        case .dash, .ellipsis, .connector:
            let ink = ink(of: cell, font, shaped)
            // If the face has no upright form of the mark, the horizontal one is rotated.
            guard ink.height >= ink.width else { return rotate(&cell, &shaped, about: ink.midY) }
            // —— may be one glyph: it takes an em for each character, with the ink in the middle.
            cell.width = Double(cell.utf8.count / UTF8.width(cell.scalar))
            shift(cell, x: -ink.midX, y: cell.width / 2 - ink.midY, &shaped)
        case .opening, .closing:
            let ink = ink(of: cell, font, shaped)
            guard ink.width >= ink.height else { return rotate(&cell, &shaped) }
            fallthrough
        default:
            cell.shift = 0
            if let box = MarkBox(vertical: cell.kind, cell.scalar, in: language.punctuation) {
                (cell.left, cell.right, cell.width) = (box.left, box.right, box.ink)
            } else if cell.kind != .space {
                cell.width = 1
            }
            shift(cell, x: -advance / 2, y: LineAxis.ascent - cell.left, &shaped)
        }
    }

    /// Rotates a cell clockwise about the line's axis.
    ///
    /// - Parameter middle: the height that is placed on the axis, in em from the baseline downwards; the middle of the em
    ///   box by default.
    private func rotate(_ cell: inout Cell, _ shaped: inout ShapedText, about middle: Double = 0.5 - LineAxis.ascent) {
        for index in cell.glyphs {
            let glyph = shaped.glyphs[index]
            shaped.glyphs[index].x = middle - glyph.y
            shaped.glyphs[index].y = glyph.x + cell.shift
        }
        cell.shift = 0
        cell.turn = .clockwise
    }

    private func shift(_ cell: Cell, x: Double, y: Double, _ shaped: inout ShapedText) {
        for index in cell.glyphs {
            shaped.glyphs[index].x += x
            shaped.glyphs[index].y += y
        }
    }

    private func ink(of cell: Cell, _ font: UnsafeMutablePointer<PangoFont>, _ shaped: ShapedText) -> InkBox {
        var all: InkBox?
        for glyph in shaped.glyphs[cell.glyphs] {
            let ink = InkBox(of: glyph.id, font).moved(x: glyph.x, y: glyph.y)
            all = all?.union(ink) ?? ink
        }
        return all ?? InkBox(left: 0, top: 0, right: 0, bottom: 0)
    }
}
