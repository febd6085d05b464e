public import Fonts
internal import CPango
internal import Pages

/// Text to glyphs: Pango itemises and shapes, nothing more. Where lines break and glyphs stand is decided elsewhere.
public final class Shaper {
    let fonts: FontBook
    let glyphs = pango_glyph_string_new()!
    /// Of the text in hand.
    private(set) var manner = Manner(language: "")
    /// How characters stand in the vertical text that is being shaped; nil in horizontal text.
    private(set) var forms: VerticalForms?

    /// How marks stand in a language's text.
    struct Manner {
        /// BCP 47.
        let language: String
        let tradition: Tradition

        init(language: String) {
            self.language = Shaper.canonical(language)
            tradition = Tradition(language: language)
        }
    }

    public init(fonts: FontBook) { self.fonts = fonts }

    deinit { pango_glyph_string_free(glyphs) }

    /// Shapes text of one paragraph.
    ///
    /// - Parameters:
    ///   - language: BCP 47. It chooses regional glyph forms, and without it —— is not two em.
    ///   - halfWidthFigures: figures take half an em each where the face has such forms, which keeps the grid.
    ///   - vertical: how the lines are set that run from top to bottom; nil for horizontal ones.
    ///   - hyphenator: says where Latin words may be broken; soft hyphens of the copy count without it, too.
    func shape(
        _ styled: StyledText, language: String, halfWidthFigures: Bool, vertical: VerticalHabits? = nil,
        hyphenator: Hyphenator? = nil
    ) -> ShapedText {
        manner = Manner(language: language)
        forms = vertical.map { VerticalForms(styled.text, habits: $0, halfWidthFigures: halfWidthFigures) }
        var text = forms?.text ?? styled.text
        text.makeContiguousUTF8()
        var shaped = ShapedText(text: styled.text)
        shaped.spans = styled.spans
        pango_context_set_language(fonts.context, pango_language_from_string(Self.pangoLanguage(manner.language)))
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
        InvisibleCharacters.fold(&shaped)
        ContextualClasses.resolve(&shaped.cells)
        if forms == nil {
            if let hyphenator { hyphenator.mark(&shaped) }
            addHyphens(to: &shaped, styled)
        }
        forms?.join(&shaped)
        annotate(&shaped, language: language, vertical: vertical)
        return shaped
    }

    /// Shapes the hyphen of each span that has places for one. A face without a hyphen breaks no words.
    private func addHyphens(to shaped: inout ShapedText, _ styled: StyledText) {
        for index in shaped.cells.indices where shaped.cells[index].joint == .hyphen {
            let span = shaped.cells[index].span
            if shaped.hyphens[span] == nil { shaped.hyphens[span] = hyphen(styled.spans[span].role, shaped) }
            if shaped.hyphens[span]?.face != shaped.cells[index].face { shaped.cells[index].joint = .byClass }
        }
    }

    private func hyphen(_ role: String, _ shaped: ShapedText) -> ShapedHyphen? {
        var sign = ShapedText(text: "-")
        "-".utf8CString.withUnsafeBufferPointer { shape($0, 0..<1, span: 0, role: role, false, into: &sign) }
        guard let cell = sign.cells.first, let glyph = sign.glyphs.first, sign.missingGlyphs.isEmpty,
            let face = shaped.faces.firstIndex(of: sign.faces[cell.face])
        else { return nil }
        return ShapedHyphen(glyph: glyph.id, width: cell.width, face: face)
    }

    private func shape(
        _ text: UnsafeBufferPointer<CChar>, _ range: Range<Int>, span: Int, role: String, _ halfWidthFigures: Bool,
        into shaped: inout ShapedText
    ) {
        let attributes =
            forms.map { featureAttributes($0, range) } ?? (halfWidthFigures ? figureAttributes(text, range) : nil)
        defer { attributes.map { pango_attr_list_unref($0) } }
        pango_context_set_font_description(fonts.context, fonts.description(of: role, in: manner.language))
        let base = text.baseAddress!
        let items = pango_itemize(
            fonts.context, base, Int32(range.lowerBound), Int32(range.count), attributes, nil)
        defer { g_list_free(items) }
        var link = items
        while let node = link {
            let item = node.pointee.data.assumingMemoryBound(to: PangoItem.self)
            shape(item, base, range.upperBound, span: span, role: role, into: &shaped)
            pango_item_free(item)
            link = node.pointee.next
        }
    }

    private func shape(
        _ item: UnsafeMutablePointer<PangoItem>, _ base: UnsafePointer<CChar>, _ textCount: Int, span: Int,
        role: String,
        into shaped: inout ShapedText
    ) {
        let offset = Int(item.pointee.offset), length = Int(item.pointee.length)
        // Odd levels run from right to left.
        if item.pointee.analysis.level % 2 == 1 {
            return shapeReversed(item, base, span: span, role: role, into: &shaped)
        }
        // With the whole text given, the features' places are counted from its start, as ours are.
        pango_shape_full(base + offset, Int32(length), base, Int32(textCount), &item.pointee.analysis, glyphs)
        let count = Int(glyphs.pointee.num_glyphs)
        guard count > 0, let font = item.pointee.analysis.font else { return }
        let face = index(of: fonts.key(of: font), in: &shaped)
        let infos = glyphs.pointee.glyphs!, clusters = glyphs.pointee.log_clusters!
        let unit = Double(PANGO_SCALE) * FontBook.shapingSize
        let manner = manner, forms = forms
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
                advance: advance, face: face, span: span, manner)
            if let forms { stand(&cell, forms.stance(at: offset + start), advance, font, &shaped) }
            shaped.cells.append(cell)
            first = next
        }
        noteStrays(from: offset, face, role, &shaped)
    }

    static func cell(
        _ scalar: Unicode.Scalar, utf8: Range<Int>, glyphs: Range<Int>, advance: Double, face: Int, span: Int,
        kind: CharacterClass? = nil, _ manner: Manner
    ) -> Cell {
        let kind = kind ?? CharacterClass(scalar, in: manner.language)
        var cell = Cell(
            scalar: scalar, kind: kind, utf8: utf8, glyphs: glyphs, width: kind == .space ? 0 : advance, left: 0,
            right: 0, shift: 0, face: face, span: span)
        if let box = MarkBox(kind, scalar, in: manner.tradition) {
            // The ink stands in its part of the em box; a face that draws the mark narrow has it centred there.
            (cell.left, cell.right, cell.width) = (box.left, box.right, box.ink)
            cell.shift = advance < 0.75 ? (box.ink - advance) / 2 : -box.left * advance
        }
        return cell
    }

    static func scalar(at bytes: UnsafePointer<CChar>) -> Unicode.Scalar {
        Unicode.Scalar(g_utf8_get_char(bytes)) ?? "\u{FFFD}"
    }

    func index(of key: FaceKey, in shaped: inout ShapedText) -> Int {
        if let known = shaped.faces.firstIndex(of: key) { return known }
        shaped.faces.append(key)
        return shaped.faces.count - 1
    }

    /// Notes a character that no font has; a tab or a space of some width needs none to be blank.
    func noteMissing(
        _ base: UnsafePointer<CChar>, _ offset: Int, _ role: String, _ shaped: inout ShapedText
    ) {
        let scalar = Self.scalar(at: base + offset)
        guard CharacterClass(scalar) != .space else { return }
        shaped.missingGlyphs.append(MissingGlyph(character: Character(scalar), role: role, face: nil))
    }

    /// Notes the characters from a place on when it is another role's face that lends their glyphs.
    func noteStrays(from offset: Int, _ face: Int, _ role: String, _ shaped: inout ShapedText) {
        if fonts.belongs(shaped.faces[face], to: role, in: manner.language) { return }
        for cell in shaped.cells.reversed() {
            guard cell.utf8.lowerBound >= offset else { break }
            if cell.kind == .space { continue }
            shaped.missingGlyphs.append(
                MissingGlyph(character: Character(cell.scalar), role: role, face: fonts.faces[shaped.faces[face]]))
        }
    }

    /// Half-width forms for the figures of a stretch of text; nil when it has none. Points and commas keep their own
    /// width: in half an em they would float away from the figure before them.
    private func figureAttributes(_ text: UnsafeBufferPointer<CChar>, _ range: Range<Int>) -> OpaquePointer? {
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
            attribute.pointee.start_index = UInt32(first)
            attribute.pointee.end_index = UInt32(position)
            if list == nil { list = pango_attr_list_new() }
            pango_attr_list_insert(list, attribute)
        }
        return list
    }

    private static func isFigure(_ byte: CChar) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// One name for each of the languages that have several: zh-TW is zh-Hant, zh-CN is zh-Hans.
    private static func canonical(_ language: String) -> String {
        switch language.lowercased() {
        case "zh", "zh-cn", "zh-sg", "zh-hans-cn": "zh-hans"
        case "zh-hk", "zh-mo", "zh-hant-mo": "zh-hant-hk"
        case "zh-tw", "zh-hant-tw": "zh-hant"
        default: language.lowercased()
        }
    }

    /// Fonts know regions, not scripts: zh-Hans is zh-cn to OpenType's language systems.
    private static func pangoLanguage(_ language: String) -> String {
        switch language {
        case "zh-hans": "zh-cn"
        case "zh-hant-hk": "zh-hk"
        case "zh-hant": "zh-tw"
        default: language
        }
    }
}
