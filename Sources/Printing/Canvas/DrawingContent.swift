/// What a drawing may not contain, from its bytes.
///
/// A drawing is one file in a common encoding. In a packed file or another file, `SVGTextSize` would not see the text at
/// which librsvg aborts the process, and files of other folders would get onto the page.
enum DrawingContent {
    /// Encodings whose letters are those of ASCII. Most drawings do not declare one, and are in UTF-8.
    private static let encodings = [
        "utf-8", "us-ascii", "iso-8859-", "windows-125", "gb2312", "gbk", "gb18030", "big5",
    ]
    /// The beginnings of references that stay inside the drawing, and of links, which are not followed.
    private static let references = [
        "#", "data:image/png", "data:image/jpeg", "data:image/jpg", "data:font/", "data:application/font", "http://",
        "https://", "mailto:",
    ]
    private static let includes = ["<?xml-stylesheet", "@import", "<include", ":include"]

    /// - Throws: `PhotoFile.Unusable` with the first problem.
    static func check(_ svg: [UInt8]) throws(PhotoFile.Unusable) {
        let packed: [UInt8] = [0x1F, 0x8B]
        guard !svg.contains(0), !svg.starts(with: packed) else {
            throw PhotoFile.Unusable("is packed or not in UTF-8; save it as plain SVG")
        }
        if let encoding = encoding(of: svg), !encodings.contains(where: encoding.hasPrefix) {
            throw PhotoFile.Unusable("is in the encoding “\(encoding)”; save it in UTF-8")
        }
        guard SVGText.offsets(of: "<!ENTITY", in: svg).allSatisfy({ isNamespace(svg[$0...]) }) else {
            throw PhotoFile.Unusable("declares entities; save it as plain SVG")
        }
        let isIncluding = includes.contains { !SVGText.offsets(of: $0, in: svg).isEmpty }
        guard !isIncluding else { throw PhotoFile.Unusable("includes another file; put its content into the drawing") }
        for reference in SVGText.values(of: "href", in: svg) + urls(in: svg) {
            let reference = String(decoding: reference.prefix(maxReference), as: UTF8.self).lowercased()
            guard reference.isEmpty || references.contains(where: reference.hasPrefix) else {
                throw PhotoFile.Unusable("refers to “\(reference)”; put its content into the drawing")
            }
        }
    }

    /// The bytes of a reference that a message shows.
    private static let maxReference = 40

    /// The encoding that an XML declaration gives.
    private static func encoding(of svg: [UInt8]) -> String? {
        guard let start = SVGText.offsets(of: "<?xml", in: Array(svg.prefix(16))).first,
            let end = svg[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return SVGText.values(of: "encoding", in: Array(svg[start..<end])).first.map {
            String(decoding: $0, as: UTF8.self).lowercased()
        }
    }

    /// Whether the declaration of an entity gives a web address. Some programs abbreviate their namespaces so. With other
    /// entities, the bytes of the file do not show what the drawing contains.
    private static func isNamespace(_ declaration: ArraySlice<UInt8>) -> Bool {
        let words = String(decoding: declaration.prefix(maxDeclaration), as: UTF8.self)
            .split(maxSplits: 2) { $0.isWhitespace }
        guard words.count == 3 else { return false }
        return ["\"http://", "\"https://", "'http://", "'https://"].contains { words[2].hasPrefix($0) }
    }

    /// The bytes of a declaration that are read: its name and the beginning of its value.
    private static let maxDeclaration = 200

    /// What is in brackets after “url”.
    private static func urls(in svg: [UInt8]) -> [ArraySlice<UInt8>] {
        SVGText.offsets(of: "url(", in: svg).map { offset in
            svg[(offset + 4)...].drop { SVGText.isSpace($0) || "\"'".utf8.contains($0) }.prefix {
                !")\"'<".utf8.contains($0)
            }
        }
    }
}
