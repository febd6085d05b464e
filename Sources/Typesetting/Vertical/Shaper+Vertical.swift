internal import CPango
internal import Fonts
internal import Pages

/// Glyphs of vertical lines.
///
/// The text is shaped as a horizontal one with the face's `vert` forms switched on, and each glyph is then put into its
/// em box about the line's axis here. Pango's own vertical text (gravity) would choose the same forms, but hands back
/// places in a turned frame with a baseline of its own choice, for which marks, dashes and figures in one em would have
/// to be taken apart again; and faces without vertical metrics stand by the same rule as those with them.
extension Shaper {
    /// The features of each piece of the text.
    func featureAttributes(_ forms: VerticalForms, _ range: Range<Int>) -> OpaquePointer? {
        let list = pango_attr_list_new()
        for piece in forms.pieces where !piece.features.isEmpty && piece.utf8.overlaps(range) {
            let attribute = pango_attr_font_features_new(piece.features)!
            attribute.pointee.start_index = UInt32(piece.utf8.lowerBound)
            attribute.pointee.end_index = UInt32(piece.utf8.upperBound)
            pango_attr_list_insert(list, attribute)
        }
        return list
    }

    /// Puts a cell's glyphs where they stand in a vertical line: from the line's axis and the cell's start.
    func stand(
        _ cell: inout Cell, _ stance: VerticalForms.Stance, _ advance: Double,
        _ font: UnsafeMutablePointer<PangoFont>, _ shaped: inout ShapedText
    ) {
        switch stance {
        case .turned: turn(&cell, &shaped)
        case .oneEm: break
        case .stacked:
            if cell.kind.isWestern { cell.kind = .han }
            (cell.left, cell.right, cell.shift, cell.width) = (0, 0, 0, 1)
            shift(cell, x: -advance / 2, y: LineAxis.ascent, &shaped)
        case .upright: standUpright(&cell, advance, font, &shaped)
        }
    }

    private func standUpright(
        _ cell: inout Cell, _ advance: Double, _ font: UnsafeMutablePointer<PangoFont>, _ shaped: inout ShapedText
    ) {
        switch cell.kind {
        case .dash, .ellipsis, .connector:
            let ink = ink(of: cell, font, shaped)
            // A face without an upright form of the mark has it turned.
            guard ink.height >= ink.width else { return turn(&cell, &shaped, about: ink.midY) }
            // —— may be one glyph: an em for each of the characters, and the ink in the middle of them.
            cell.width = Double(cell.utf8.count / UTF8.width(cell.scalar))
            shift(cell, x: -ink.midX, y: cell.width / 2 - ink.midY, &shaped)
        case .opening, .closing:
            let ink = ink(of: cell, font, shaped)
            guard ink.width >= ink.height else { return turn(&cell, &shaped) }
            fallthrough
        default:
            cell.shift = 0
            if let box = MarkBox(vertical: cell.kind, cell.scalar, in: manner.tradition) {
                (cell.left, cell.right, cell.width) = (box.left, box.right, box.ink)
            } else if cell.kind != .space {
                cell.width = 1
            }
            shift(cell, x: -advance / 2, y: LineAxis.ascent - cell.left, &shaped)
        }
    }

    /// Turns a cell clockwise: its advance runs down the line, and its em box's middle (or the given height over the
    /// baseline, downwards in em) stands on the axis.
    private func turn(_ cell: inout Cell, _ shaped: inout ShapedText, about middle: Double = 0.5 - LineAxis.ascent) {
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
