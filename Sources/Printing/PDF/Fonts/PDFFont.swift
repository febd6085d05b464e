internal import Pages

/// A font of a PDF: a face cut to the glyphs in use, with the widths and the meaning of each.
struct PDFFont {
    /// What pages call it.
    let name: String
    /// How a page's text calls each glyph of the whole face.
    let codes: [UInt32: UInt16]
    /// Thousandths of the size, by code, as the file has them.
    let widths: [UInt16: Double]
    private let key: FaceKey
    private let tables: FontTables

    /// - Parameter glyphs: what is wanted of the face.
    init(_ key: FaceKey, name: String, glyphs: some Sequence<UInt32>) throws {
        self.key = key
        self.name = name
        let subset = try FontSubset(of: key, glyphs: glyphs)
        tables = FontTables(subset.bytes)
        let numbers = tables["CFF "].flatMap { CFFCharset($0).numbers }
        let perEm = Double(max(1, tables.unsigned("head", 18)))
        let wide = max(1, tables.unsigned("hhea", 34))
        var codes: [UInt32: UInt16] = [:]
        var widths: [UInt16: Double] = [:]
        for (glyph, place) in subset.glyphs {
            let number = numbers.map { Int(place) < $0.count ? $0[Int(place)] : 0 } ?? Int(place)
            let code = UInt16(truncatingIfNeeded: number)
            codes[glyph] = code
            // Beyond the last of the listed widths all glyphs are as wide as that one.
            let units = tables.unsigned("hmtx", 4 * min(Int(place), wide - 1))
            widths[code] = (Double(units) * 1000 / perEm * 1000).rounded() / 1000
        }
        self.codes = codes
        self.widths = widths
    }

    /// Writes the font to a file.
    ///
    /// - Parameter texts: what each glyph of the whole face says.
    func write(to file: inout PDFFile, texts: [UInt32: String]) -> PDFFile.Reference {
        let tagged = PDFSyntax.name(subsetTag + "+" + key.name)
        let program = embedded(in: &file)
        let descriptor = file.add(self.descriptor(named: tagged, program: program))
        let kind = tables["CFF "] == nil ? "/CIDFontType2 /CIDToGIDMap /Identity" : "/CIDFontType0"
        let descendant = file.add(
            """
            <</Type /Font /Subtype \(kind) /BaseFont \(tagged) \
            /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> \
            /FontDescriptor \(descriptor) /DW 1000 /W [\(listedWidths)]>>
            """)
        let named = Dictionary(uniqueKeysWithValues: codes.map { ($1, texts[$0] ?? "") }.filter { !$1.isEmpty })
        let meaning = file.addStream("", ToUnicode(named).bytes)
        return file.add(
            """
            <</Type /Font /Subtype /Type0 /BaseFont \(tagged) /Encoding /Identity-H \
            /DescendantFonts [\(descendant)] /ToUnicode \(meaning)>>
            """)
    }

    private func embedded(in file: inout PDFFile) -> String {
        if let outlines = tables["CFF "] {
            return "/FontFile3 \(file.addStream(" /Subtype /CIDFontType0C", Array(outlines)))"
        }
        return "/FontFile2 \(file.addStream(" /Length1 \(tables.bytes.count)", tables.bytes))"
    }

    /// Runs of codes whose widths differ from the usual em: “first [widths…]”.
    private var listedWidths: String {
        var out = ""
        var last = -2
        for (code, width) in widths.sorted(by: { $0.key < $1.key }) where width != 1000 {
            out += Int(code) == last + 1 ? " " : (last < 0 ? "" : "] ") + "\(code) ["
            out += PDFSyntax.number(width)
            last = Int(code)
        }
        return last < 0 ? "" : out + "]"
    }

    private func descriptor(named name: String, program: String) -> String {
        let perEm = Double(max(1, tables.unsigned("head", 18)))
        func em(_ tag: String, _ offset: Int) -> Double { Double(tables.signed(tag, offset)) * 1000 / perEm }
        let ascent = em("hhea", 4), descent = em("hhea", 6)
        let box = [36, 38, 40, 42].map { em("head", $0) }
        let capitals = tables.unsigned("OS/2", 0) >= 2 ? em("OS/2", 88) : ascent
        let italic = Double(tables.signed("post", 4)) + Double(tables.unsigned("post", 6)) / 65536
        // What a reader draws with should the font ever be missing: heavier faces have thicker stems.
        let weight = Double(tables.unsigned("OS/2", 4)) / 65
        // 4: the font has characters of its own, not those of a Latin alphabet.
        return """
            <</Type /FontDescriptor /FontName \(name) /Flags 4 /FontBBox \(PDFSyntax.array(box)) \
            /ItalicAngle \(PDFSyntax.number(italic)) /Ascent \(PDFSyntax.number(ascent)) \
            /Descent \(PDFSyntax.number(descent)) /CapHeight \(PDFSyntax.number(capitals)) \
            /StemV \(PDFSyntax.number((50 + weight * weight).rounded())) \(program)>>
            """
    }

    /// Six letters that tell this cut of the face from others (ISO 32000-1, 9.6.4), made of the glyphs in it.
    private var subsetTag: String {
        var hash = StableHash()
        for code in codes.values.sorted() { hash.mix(code) }
        var rest = hash.value
        var letters = ""
        for _ in 0..<6 {
            letters.append(Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))))
            rest /= 26
        }
        return letters
    }
}
