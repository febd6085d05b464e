public import Fonts
internal import CPango
internal import Pages

/// Shapes text into cells and glyphs. Pango itemises and shapes; where lines break and where glyphs stand is decided
/// elsewhere.
public final class Shaper {
    let fonts: FontBook
    let glyphs = pango_glyph_string_new()!
    /// The language of the text that is being shaped.
    private(set) var language = TextLanguage("")
    /// The orientations of characters in the vertical text that is being shaped; nil for horizontal text.
    private(set) var forms: VerticalForms?

    public init(fonts: FontBook) { self.fonts = fonts }

    deinit { pango_glyph_string_free(glyphs) }

    /// Shapes the text of one paragraph.
    ///
    /// - Parameters:
    ///   - language: BCP 47. It selects regional glyph forms, and without it —— is not two em wide.
    ///   - halfWidthFigures: whether figures take half an em each if the face has such forms, which keeps the grid.
    ///   - vertical: the options of vertical lines; nil for horizontal lines.
    ///   - hyphenator: marks where Latin words may be broken; nil breaks words at the soft hyphens of the copy only.
    func shape(
        _ styled: StyledText, language: String, halfWidthFigures: Bool, vertical: VerticalOptions? = nil,
        hyphenator: Hyphenator? = nil
    ) -> ShapedText {
        let styled = styled.withoutZeros
        self.language = TextLanguage(language)
        forms = vertical.map { VerticalForms(styled.text, options: $0, halfWidthFigures: halfWidthFigures) }
        var text = forms?.text ?? styled.text
        text.makeContiguousUTF8()
        var shaped = ShapedText(text: styled.text)
        shaped.spans = styled.spans
        pango_context_set_language(fonts.context, pango_language_from_string(self.language.pangoCode))
        text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.withMemoryRebound(to: CChar.self) { start in
                shaped.cells.reserveCapacity(bytes.count / 3 + 8)
                shaped.glyphs.reserveCapacity(bytes.count / 3 + 8)
                var from = 0
                for (index, span) in styled.spans.enumerated() where !span.text.isEmpty {
                    let count = span.text.utf8.count
                    shape(start, from..<from + count, span: index, role: span.role, halfWidthFigures, into: &shaped)
                    from += count
                }
            }
        }
        InvisibleCharacters.merge(&shaped)
        ContextualClasses.resolve(&shaped.cells)
        if forms == nil {
            if let hyphenator { hyphenator.mark(&shaped) }
            addHyphens(to: &shaped, styled)
        }
        forms?.join(&shaped)
        annotate(&shaped, language: language, vertical: vertical)
        return shaped
    }

    /// Shapes the hyphen of each span in which words may be broken. A face without a hyphen breaks no words.
    private func addHyphens(to shaped: inout ShapedText, _ styled: StyledText) {
        for index in shaped.cells.indices where shaped.cells[index].joint == .hyphen {
            let span = shaped.cells[index].span
            if shaped.hyphens[span] == nil { shaped.hyphens[span] = hyphen(styled.spans[span].role, shaped) }
            if shaped.hyphens[span]?.face != shaped.cells[index].face { shaped.cells[index].joint = .byClass }
        }
    }

    private func hyphen(_ role: String, _ shaped: ShapedText) -> ShapedHyphen? {
        var shapedHyphen = ShapedText(text: "-")
        "-".utf8CString.withUnsafeBufferPointer { shape($0, 0..<1, span: 0, role: role, false, into: &shapedHyphen) }
        guard let cell = shapedHyphen.cells.first, let glyph = shapedHyphen.glyphs.first,
            shapedHyphen.missingGlyphs.isEmpty,
            let face = shaped.faces.firstIndex(of: shapedHyphen.faces[cell.face])
        else { return nil }
        return ShapedHyphen(glyph: glyph.id, width: cell.width, face: face)
    }

    private func shape(
        _ text: UnsafeBufferPointer<CChar>, _ range: Range<Int>, span: Int, role: String, _ halfWidthFigures: Bool,
        into shaped: inout ShapedText
    ) {
        let window = Self.contextStart(text, before: range.lowerBound)
        let attributes =
            forms.map { featureAttributes($0, range, from: window) }
            ?? (halfWidthFigures ? figureAttributes(text, range, from: window) : nil)
        defer { attributes.map { pango_attr_list_unref($0) } }
        pango_context_set_font_description(fonts.context, fonts.description(of: role, in: language.code))
        let base = text.baseAddress!
        let items = pango_itemize(
            fonts.context, base + window, Int32(range.lowerBound - window), Int32(range.count), attributes, nil)
        defer { g_list_free(items) }
        var link = items
        while let node = link {
            let item = node.pointee.data.assumingMemoryBound(to: PangoItem.self)
            shape(item, base, window..<range.upperBound, span: span, role: role, into: &shaped)
            pango_item_free(item)
            link = node.pointee.next
        }
    }

    /// The bytes before a span that Pango gets with it. HarfBuzz looks at five characters. Pango counts the characters
    /// before a span again for each one, so that a paragraph of ten thousand spans would take the square of its length.
    private static let contextBytes = 64

    /// Where the context of a span begins: at the first byte of a character.
    private static func contextStart(_ text: UnsafeBufferPointer<CChar>, before offset: Int) -> Int {
        var start = max(0, offset - contextBytes)
        while start > 0, UInt8(bitPattern: text[start]) & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// - Parameter window: the span with its context; the item counts from its start.
    private func shape(
        _ item: UnsafeMutablePointer<PangoItem>, _ base: UnsafePointer<CChar>, _ window: Range<Int>, span: Int,
        role: String,
        into shaped: inout ShapedText
    ) {
        let offset = window.lowerBound + Int(item.pointee.offset), length = Int(item.pointee.length)
        // Odd embedding levels run from right to left.
        if item.pointee.analysis.level % 2 == 1 {
            return shapeReversed(item, at: offset, base, span: span, role: role, into: &shaped)
        }
        // With the whole window given, Pango counts the places of features from its start, as we do.
        pango_shape_full(
            base + offset, Int32(length), base + window.lowerBound, Int32(window.count), &item.pointee.analysis, glyphs)
        let count = Int(glyphs.pointee.num_glyphs)
        guard count > 0, let font = item.pointee.analysis.font else { return }
        let face = index(of: fonts.key(of: font), in: &shaped)
        let infos = glyphs.pointee.glyphs!, clusters = glyphs.pointee.log_clusters!
        let unit = Double(PANGO_SCALE) * FontBook.shapingSize
        let language = language, forms = forms
        var first = 0
        while first < count {
            let start = Int(clusters[first])
            var next = first + 1
            while next < count, Int(clusters[next]) == start { next += 1 }
            let end = next < count ? Int(clusters[next]) : length
            let firstGlyph = shaped.glyphs.count
            var advance = 0.0
            for position in first..<next {
                let info = infos[position]
                let id = info.glyph
                if id & UInt32(PANGO_GLYPH_UNKNOWN_FLAG) != 0 {
                    noteMissing(base, offset + start, role, &shaped)
                } else if id != UInt32(PANGO_GLYPH_EMPTY) {
                    shaped.glyphs.append(
                        ShapedGlyph(
                            id: id, x: advance + Double(info.geometry.x_offset) / unit,
                            y: Double(info.geometry.y_offset) / unit))
                }
                advance += Double(info.geometry.width) / unit
            }
            let scalar = Self.scalar(at: base + offset + start)
            var cell = Self.cell(
                scalar, utf8: offset + start..<offset + end, glyphs: firstGlyph..<shaped.glyphs.count,
                advance: advance, face: face, span: span, language)
            if let forms { position(&cell, forms.orientation(at: offset + start), advance, font, &shaped) }
            shaped.cells.append(cell)
            first = next
        }
        noteSubstitutes(from: offset, face, role, &shaped)
    }

    /// A cell of a horizontal line, with the box of its mark by its class.
    static func cell(
        _ scalar: Unicode.Scalar, utf8: Range<Int>, glyphs: Range<Int>, advance: Double, face: Int, span: Int,
        kind: CharacterClass? = nil, _ language: TextLanguage
    ) -> Cell {
        let kind = kind ?? CharacterClass(scalar, in: language.code)
        var cell = Cell(
            scalar: scalar, kind: kind, utf8: utf8, glyphs: glyphs, width: kind == .space ? 0 : advance, left: 0,
            right: 0, shift: 0, face: face, span: span)
        if let box = MarkBox(kind, scalar, in: language.punctuation) {
            // The ink stands in its part of the em box. The glyph of a face that draws the mark narrow is centred there.
            (cell.left, cell.right, cell.width) = (box.left, box.right, box.ink)
            cell.shift = advance < 0.75 ? (box.ink - advance) / 2 : -box.left * advance
        }
        return cell
    }

    static func scalar(at bytes: UnsafePointer<CChar>) -> Unicode.Scalar {
        Unicode.Scalar(g_utf8_get_char(bytes)) ?? "\u{FFFD}"
    }

    /// The index of a face in the text's faces, to which it is added if it is new.
    func index(of key: FaceKey, in shaped: inout ShapedText) -> Int {
        if let index = shaped.faces.firstIndex(of: key) { return index }
        shaped.faces.append(key)
        return shaped.faces.count - 1
    }

    /// Notes a character that no font has. Tabs and spaces need no glyph.
    func noteMissing(
        _ base: UnsafePointer<CChar>, _ offset: Int, _ role: String, _ shaped: inout ShapedText
    ) {
        let scalar = Self.scalar(at: base + offset)
        guard CharacterClass(scalar) != .space else { return }
        shaped.missingGlyphs.append(MissingGlyph(character: Character(scalar), role: role, face: nil))
    }

    /// Notes the characters from a byte on if their face does not belong to the role but substitutes for it.
    func noteSubstitutes(from offset: Int, _ face: Int, _ role: String, _ shaped: inout ShapedText) {
        if fonts.belongs(shaped.faces[face], to: role, in: language.code) { return }
        for cell in shaped.cells.reversed() {
            guard cell.utf8.lowerBound >= offset else { break }
            if cell.kind == .space { continue }
            shaped.missingGlyphs.append(
                MissingGlyph(character: Character(cell.scalar), role: role, face: fonts.faces[shaped.faces[face]]))
        }
    }

    /// Half-width forms for the figures of a stretch of text; nil if it has none. Points and commas keep their own width:
    /// in half an em they would be too far from the figure before them.
    ///
    /// - Parameter window: the byte from which Pango counts.
    private func figureAttributes(
        _ text: UnsafeBufferPointer<CChar>, _ range: Range<Int>, from window: Int
    ) -> OpaquePointer? {
        var list: OpaquePointer?
        var position = range.lowerBound
        while position < range.upperBound {
            guard Self.isFigure(text[position]) else {
                position += 1
                continue
            }
            let first = position
            while position < range.upperBound, Self.isFigure(text[position]) { position += 1 }
            let attribute = pango_attr_font_features_new("hwid")!
            attribute.pointee.start_index = UInt32(first - window)
            attribute.pointee.end_index = UInt32(position - window)
            if list == nil { list = pango_attr_list_new() }
            pango_attr_list_insert(list, attribute)
        }
        return list
    }

    private static func isFigure(_ byte: CChar) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
