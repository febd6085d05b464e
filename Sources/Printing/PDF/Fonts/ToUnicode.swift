/// A map from a font's codes to what they say, by which readers search and copy (ISO 32000-1, 9.10.3).
struct ToUnicode {
    let bytes: [UInt8]

    init(_ texts: [UInt16: String]) {
        var out = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """
        var rest = texts.sorted { $0.key < $1.key }[...]
        while !rest.isEmpty {
            let block = rest.prefix(Self.most)
            rest = rest.dropFirst(Self.most)
            out += "\(block.count) beginbfchar\n"
            for (code, text) in block {
                let units = text.utf16.map { PDFSyntax.hex($0, 4) }.joined()
                out += "<\(PDFSyntax.hex(code, 4))> <\(units)>\n"
            }
            out += "endbfchar\n"
        }
        out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        bytes = Array(out.utf8)
    }

    /// Lines to a block, by the rules of the form.
    private static let most = 100
}
