internal import Pages

/// What a PDF says of itself, in the form that archives and presses read (XMP, ISO 16684-1).
struct XMPPacket {
    let bytes: [UInt8]

    init(_ document: Document, date: String, claims: Conformance, identity: String) {
        let language = document.language.isEmpty ? "x-default" : document.language
        var out = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.plain(document.title))</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>\(Self.plain(language))</rdf:li></rdf:Bag></dc:language>

            """
        if !document.author.isEmpty {
            out += "<dc:creator><rdf:Seq><rdf:li>\(Self.plain(document.author))</rdf:li></rdf:Seq></dc:creator>\n"
        }
        out += """
            <xmp:CreatorTool>\(PDFInfo.program)</xmp:CreatorTool>
            <xmp:CreateDate>\(date)</xmp:CreateDate>
            <xmp:ModifyDate>\(date)</xmp:ModifyDate>
            <xmp:MetadataDate>\(date)</xmp:MetadataDate>
            <pdf:Producer>\(PDFInfo.program)</pdf:Producer>
            <pdf:Trapped>False</pdf:Trapped>
            <xmpMM:DocumentID>uuid:\(identity)</xmpMM:DocumentID>
            <xmpMM:InstanceID>uuid:\(identity)</xmpMM:InstanceID>
            <xmpMM:VersionID>1</xmpMM:VersionID>
            <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
            </rdf:Description>

            """
        if claims.isArchivable {
            out += Self.description("pdfaid", "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>")
        }
        if claims.isAccessible { out += Self.description("pdfuaid", "<pdfuaid:part>1</pdfuaid:part>") }
        if claims.isForPress {
            out += Self.description("pdfxid", "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>")
        }
        if claims.isArchivable { out += Self.extensions(claims) }
        out += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
        bytes = Array(out.utf8)
    }

    private static let spaces = [
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    ]

    private static func description(_ prefix: String, _ content: String) -> String {
        "<rdf:Description rdf:about=\"\" xmlns:\(prefix)=\"\(spaces[prefix]!)\">\(content)</rdf:Description>\n"
    }

    /// PDF/A wants properties described that are not in its own list (ISO 19005-2, 6.6.2.3).
    private static func extensions(_ claims: Conformance) -> String {
        var schemas = ""
        if claims.isAccessible {
            schemas += schema("PDF/UA identification", "pdfuaid", "part", "Integer", "Part of ISO 14289")
        }
        if claims.isForPress {
            schemas += schema("PDF/X identification", "pdfxid", "GTS_PDFXVersion", "Text", "Version of PDF/X")
        }
        guard !schemas.isEmpty else { return "" }
        return """
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag>\(schemas)</rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>

            """
    }

    private static func schema(
        _ title: String, _ prefix: String, _ property: String, _ type: String, _ meaning: String
    ) -> String {
        """
        <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>\(title)</pdfaSchema:schema>\
        <pdfaSchema:namespaceURI>\(spaces[prefix]!)</pdfaSchema:namespaceURI>\
        <pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>\
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
        <pdfaProperty:name>\(property)</pdfaProperty:name><pdfaProperty:valueType>\(type)</pdfaProperty:valueType>\
        <pdfaProperty:category>internal</pdfaProperty:category>\
        <pdfaProperty:description>\(meaning)</pdfaProperty:description>\
        </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>
        """
    }

    private static func plain(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: String(character)
            }
        }.joined()
    }
}

/// A document's own words on itself, and its date, in the oldest place that readers look at.
struct PDFInfo {
    static let program = "Paiban"

    /// The document's day at midnight. A file that were dated by the clock would differ from run to run, so an edition
    /// without a day gets some day.
    static func date(of document: Document) -> String {
        let isDay = document.date.split(separator: "-").map(\.count) == [4, 2, 2]
        return (isDay ? document.date : "1970-01-01") + "T00:00:00Z"
    }

    static func dictionary(_ document: Document) -> String {
        let day = date(of: document).prefix(10).filter { $0 != "-" }
        let stamp = "(D:\(day)000000Z)"
        let author = document.author.isEmpty ? "" : " /Author \(PDFSyntax.text(document.author))"
        return """
            <</Title \(PDFSyntax.text(document.title))\(author) /Creator (\(program)) /Producer (\(program)) \
            /CreationDate \(stamp) /ModDate \(stamp) /Trapped /False>>
            """
    }
}
