internal import Pages

/// The metadata of a PDF: title, author, date and the standards that it conforms to.
struct PDFMetadata {
    /// The document. Its texts have only characters that XML allows, in the information dictionary and in XMP alike: PDF/A
    /// requires that both are equal (ISO 19005-2, 6.6.3).
    private var document: Document
    /// The document's UUID.
    private let identity: String

    private static let program = "Paiban"

    /// - Parameter surveys: the document's pages.
    init(_ document: Document, _ surveys: [PageSurvey]) {
        self.document = document
        self.document.title = Self.xmlCharacters(document.title)
        self.document.author = Self.xmlCharacters(document.author)
        self.document.language = Self.xmlCharacters(document.language)
        identity = Self.identity(of: document, surveys)
    }

    /// A UUID derived from the document's title, author, date and text.
    private static func identity(of document: Document, _ surveys: [PageSurvey]) -> String {
        var hash = StableHash()
        hash.combine(document.title + document.author + document.date)
        for survey in surveys { hash.combine(survey.textHash) }
        var groups: [Substring] = []
        var rest = hash.hexDigits[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }

    /// The document's date as yyyy-mm-dd. It is never the time of the run, so that the same document gives the same
    /// bytes; a document without a valid date gets an arbitrary one.
    private var day: String {
        let isDay = document.date.split(separator: "-").map(\.count) == [4, 2, 2]
        return isDay ? document.date : "1970-01-01"
    }

    /// The document information dictionary (ISO 32000-1, 14.3.3).
    var infoDictionary: String {
        let date = "(D:\(day.prefix(10).filter { $0 != "-" })000000Z)"
        let author = document.author.isEmpty ? "" : " /Author \(PDFSyntax.text(document.author))"
        return """
            <</Title \(PDFSyntax.text(document.title))\(author) /Creator (\(Self.program)) /Producer (\(Self.program)) \
            /CreationDate \(date) /ModDate \(date) /Trapped /False>>
            """
    }

    /// The XMP packet (ISO 16684-1).
    func xmpPacket(_ conformance: Conformance) -> [UInt8] {
        let date = day + "T00:00:00Z"
        let language = document.language.isEmpty ? "x-default" : document.language
        var out = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(document.title))</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>\(Self.escaped(language))</rdf:li></rdf:Bag></dc:language>

            """
        if !document.author.isEmpty {
            out += "<dc:creator><rdf:Seq><rdf:li>\(Self.escaped(document.author))</rdf:li></rdf:Seq></dc:creator>\n"
        }
        out += """
            <xmp:CreatorTool>\(Self.program)</xmp:CreatorTool>
            <xmp:CreateDate>\(date)</xmp:CreateDate>
            <xmp:ModifyDate>\(date)</xmp:ModifyDate>
            <xmp:MetadataDate>\(date)</xmp:MetadataDate>
            <pdf:Producer>\(Self.program)</pdf:Producer>
            <pdf:Trapped>False</pdf:Trapped>
            <xmpMM:DocumentID>uuid:\(identity)</xmpMM:DocumentID>
            <xmpMM:InstanceID>uuid:\(identity)</xmpMM:InstanceID>
            <xmpMM:VersionID>1</xmpMM:VersionID>
            <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
            </rdf:Description>

            """
        if conformance.isPDFA {
            out += Self.description("pdfaid", "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>")
        }
        if conformance.isPDFUA { out += Self.description("pdfuaid", "<pdfuaid:part>1</pdfuaid:part>") }
        if conformance.isPDFX {
            out += Self.description("pdfxid", "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>")
        }
        if conformance.isPDFA { out += Self.extensionSchemas(conformance) }
        out += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
        return Array(out.utf8)
    }

    private static let namespaces = [
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    ]

    private static func description(_ prefix: String, _ content: String) -> String {
        "<rdf:Description rdf:about=\"\" xmlns:\(prefix)=\"\(namespaces[prefix]!)\">\(content)</rdf:Description>\n"
    }

    /// PDF/A requires a description of each schema that is not predefined (ISO 19005-2, 6.6.2.3).
    private static func extensionSchemas(_ conformance: Conformance) -> String {
        var schemas = ""
        if conformance.isPDFUA {
            schemas += schema("PDF/UA identification", "pdfuaid", "part", "Integer", "Part of ISO 14289")
        }
        if conformance.isPDFX {
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
        <pdfaSchema:namespaceURI>\(namespaces[prefix]!)</pdfaSchema:namespaceURI>\
        <pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>\
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
        <pdfaProperty:name>\(property)</pdfaProperty:name><pdfaProperty:valueType>\(type)</pdfaProperty:valueType>\
        <pdfaProperty:category>internal</pdfaProperty:category>\
        <pdfaProperty:description>\(meaning)</pdfaProperty:description>\
        </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>
        """
    }

    /// The characters of a text that XML 1.0 allows (2.2). It knows no way to write the others, such as U+0001.
    private static func xmlCharacters(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    switch $0.value {
                    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
                    default: false
                    }
                }))
    }

    private static func escaped(_ text: String) -> String {
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
