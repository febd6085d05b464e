import Diagnostics
import Foundation
import Pages
import Press
import Printing
import TestSupport
import Testing

/// The sample edition's PDF, as presses, archives and readers use it.
struct SeedPDFTests {
    private static let forms: [OutputProfile] = [
        .standard, .press(PressOptions(hasMarks: true)), .press(PressOptions(photos: .cmyk)), .screen,
    ]
    /// The output profiles of the file.
    private static let files = Result {
        let document = try ComposedSample.seed.edition().value.document
        return try Dictionary(uniqueKeysWithValues: forms.map { ($0, try PDFPrinter($0).print(document).value) })
    }

    private func print(_ form: OutputProfile = .standard) throws -> [UInt8] {
        try #require(try Self.files.get()[form])
    }

    @Test func theStructureMatchesItsGolden() throws {
        #expect(difference(PDFReader(try print()).structure, fromGolden: "jiangjin.structure.txt") == nil)
    }

    @Test func withoutItsPhotosTheFileIsSmall() throws {
        let bytes = try print()
        let photos = PDFReader(bytes).pictures.count
        #expect(photos == 2)
        let carried = try ["station", "workshop"].reduce(0) { try $0 + Checkout.seedFile("photos/\($1).jpg").count }
        #expect(bytes.count - carried < 300_000, "\(bytes.count - carried)")
        #expect(try print(.screen).count < 450_000)
    }

    /// Every content stream, operator by operator: no RGB colour on paper, and no painting outside of marked content.
    @Test(arguments: forms)
    func everyPaintingOperatorIsMarkedAndHasAllowedInks(_ form: OutputProfile) throws {
        let colours = try Regex("^(.*\\s)?(rg|RG)$")
        for page in PDFReader(try print(form)).pages {
            var depth = 0
            var (isArtifact, painted) = (false, 0)
            for line in page.content.split(separator: "\n") {
                if form != .screen { #expect(line.wholeMatch(of: colours) == nil) }
                if line.hasSuffix(" BDC") || line.hasSuffix(" BMC") {
                    #expect(depth == 0 || isArtifact && line.hasPrefix("/Span"), "\(line)")
                    depth += 1
                    isArtifact = line.hasPrefix("/Artifact") || depth > 1
                } else if line == "EMC" {
                    depth -= 1
                } else if ["TJ", "Tj", "S", "f", "f*", "B", "Do"].contains(where: { line.hasSuffix($0) }) {
                    painted += 1
                    #expect(depth > 0, "\(line)")
                }
            }
            #expect(depth == 0)
            #expect(painted > 300)
        }
    }

    // MARK: PDF/UA-1 (ISO 14289-1) and PDF/A-2u (ISO 19005-2), rule by rule

    @Test(arguments: forms)
    func theFileIsTitledAndTagged(_ form: OutputProfile) throws {
        let pdf = PDFReader(try print(form))
        // 7.1: tagged, titled, the title shown; 7.2: its language.
        #expect(pdf.root["MarkInfo"]?["Marked"]?.isTrue == true)
        #expect(pdf.root["ViewerPreferences"]?["DisplayDocTitle"]?.isTrue == true)
        #expect(pdf.root["Lang"]?.text == "zh-Hans")
        #expect(pdf.trailer["Info"]?["Title"]?.text == "江津新闻 2023-06-21 第4321期")
        #expect(pdf.metadata.contains("江津新闻 2023-06-21 第4321期</rdf:li>"))
        #expect(pdf.metadata.contains("<pdfuaid:part>1"))
    }

    @Test func headingLevelsHaveNoGaps() throws {
        let types = PDFReader(try print()).structure.split(separator: "\n").map {
            String($0.drop { $0 == " " }.prefix { $0 != " " })
        }
        let levels = types.filter { $0.hasPrefix("H") }.compactMap { Int($0.dropFirst()) }
        #expect(levels.first == 1)
        #expect(levels.count > 9)
        for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
        #expect(types.filter { $0 == "Art" }.count == 9)
        let standard = ["Document", "Sect", "Art", "P", "BlockQuote", "Figure", "Caption", "Link"]
        #expect(Set(types).subtracting(standard).allSatisfy { $0.firstMatch(of: /^H[1-6]$/) != nil })
    }

    @Test func everyFigureIsDescribedAndPlaced() throws {
        var figures: [PDFObject] = []
        func collect(_ element: PDFObject) {
            if element["S"]?.name == "Figure" { figures.append(element) }
            for kid in element["K"].map({ $0.isArray ? $0.items : [$0] }) ?? [] where kid["S"] != nil { collect(kid) }
        }
        collect(try #require(PDFReader(try print()).root["StructTreeRoot"]?["K"]))
        #expect(figures.map { $0["Alt"]?.text?.isEmpty } == [false, false])
        #expect(figures.allSatisfy { $0["A"]?["BBox"]?.numbers.count == 4 })
    }

    @Test(arguments: forms)
    func fontsAreEmbeddedAndMapToText(_ form: OutputProfile) throws {
        let pdf = PDFReader(try print(form))
        #expect(pdf.fonts.count > 4)
        for font in pdf.fonts {
            // 6.2.11.7: every code has a text, and none that means nothing.
            let meaning = String(decoding: try #require(font["ToUnicode"]).data, as: UTF8.self).lowercased()
            #expect(meaning.contains("beginbf"))
            for nothing in ["<feff>", "<fffe>", "<fffd>", "> <0000>"] { #expect(!meaning.contains(nothing)) }
            let inner = font["DescendantFonts"]?.items[0] ?? font
            let descriptor = try #require(inner["FontDescriptor"])
            #expect(descriptor["FontFile2"] != nil || descriptor["FontFile3"] != nil)
            #expect(descriptor["FontName"]?.name.firstMatch(of: /^[A-Z]{6}\+/) != nil)
            if inner["Subtype"]?.name == "CIDFontType2" { #expect(inner["CIDToGIDMap"]?.name == "Identity") }
            if font["Subtype"]?.name == "Type0" { #expect(font["Encoding"]?.name == "Identity-H") }
        }
    }

    @Test(arguments: forms)
    func coloursAreDefined(_ form: OutputProfile) throws {
        let pdf = PDFReader(try print(form))
        let intents = pdf.root["OutputIntents"]?.items ?? []
        let components = intents.first?["DestOutputProfile"]?["N"]?.int
        #expect(intents.isEmpty == (form == .standard))
        for picture in pdf.pictures {
            // 6.2.8: no interpolation, no alternates; 6.2.4: a device's colours only where the intent is such a device.
            #expect(picture["Interpolate"]?.isTrue != true)
            #expect(picture["Alternates"] == nil && picture["OPI"] == nil)
            guard !intents.isEmpty, let space = picture["ColorSpace"] else { continue }
            if space.name == "DeviceRGB" { #expect(components == 3) }
            if space.name == "DeviceCMYK" { #expect(components == 4) }
        }
        for page in pdf.pages where form != .standard {
            let usesLight = page.content.firstMatch(of: /\s(rg|RG)\s/) != nil
            let usesInks = page.content.firstMatch(of: /\s(k|K)\s/) != nil
            #expect(!usesLight || components == 3)
            #expect(!usesInks || components == 4)
        }
    }

    @Test(arguments: forms)
    func theFileHasNothingThatArchivesForbid(_ form: OutputProfile) throws {
        let bytes = try print(form)
        let pdf = PDFReader(bytes)
        #expect(pdf.trailer["Encrypt"] == nil)
        #expect(pdf.trailer["ID"]?.items.count == 2)
        for key in ["OpenAction", "AA", "JavaScript", "NeedsRendering", "AcroForm", "OCProperties", "Requirements"] {
            #expect(pdf.root[key] == nil)
        }
        for page in pdf.pages {
            #expect(page["AA"] == nil && page["Annots"] == nil)
            for state in page["Resources"]?["ExtGState"]?.values ?? [] {
                #expect(state["TR"] == nil && state["HTP"] == nil)
            }
        }
        // 6.6.2: the metadata in plain sight, dated like the rest of the file.
        #expect(bytes.firstRange(of: Array("<?xpacket begin".utf8)) != nil)
        #expect(pdf.metadata.contains("<xmp:CreateDate>2023-06-21T00:00:00Z</xmp:CreateDate>"))
        #expect(pdf.trailer["Info"]?["CreationDate"]?.text == "D:20230621000000Z")
    }

    // MARK: Copying

    /// Every paragraph of the copy, read from the structure: whole, in order, without additional spaces.
    @Test func paragraphsAreReadWhole() throws {
        let folder = try TemporaryFolder()
        try folder.write(print(), to: "a.pdf")
        let text = try ProgramRun("/usr/bin/env", ["pdfinfo", "-struct-text", folder.path("a.pdf")]).output
        let read = text.split(separator: "\n").filter { $0.contains("\"") }
            .map { $0.drop { $0 == " " }.dropFirst().dropLast() }.joined()
        let copy = String(decoding: try Checkout.seedFile("copy/front.txt"), as: UTF8.self)
        let lines = copy.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }
            .filter { $0.count > 40 }
        #expect(lines.count > 20)
        let bare = read.filter { !$0.isWhitespace }
        for line in lines { #expect(bare.contains(line), "\(line)") }
        // Between the Han characters of the body, there are only the spaces of the copy.
        let missingGlyph = read.matches(of: /\p{Han} +\p{Han}/).map { String($0.output) }
        let squeezed = copy.split { $0 == " " || $0 == "\u{3000}" }.joined(separator: " ")
        for found in missingGlyph {
            #expect(squeezed.contains(found.split(separator: " ").joined(separator: " ")), "\(found)")
        }
    }

    @Test(arguments: [["pdftotext", "-raw", "a.pdf", "-"], ["mutool", "draw", "-q", "-F", "text", "a.pdf"]])
    func textIsCopiedInOrder(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(print(), to: "a.pdf")
        let text = try ProgramRun("/usr/bin/env", command, in: folder.path).output
        let bare = text.filter { !$0.isWhitespace }
        // A paragraph that continues in the next leg, and one with figures and quotation marks.
        for words in [
            "近年来，我区积极探索实践体教融合，在全区学校布局了23所区级“体育特色学校”，并采取联合办学模式，将体校与市级示范小学、市级重点中学结成联合办学对子",
            "在塘河流域川渝龙舟文化节举办水域赛道，各项赛前准备工作正在紧张有序推进，河面上，龙舟参赛队正在铆足力气抓紧赛前训练。",
        ] {
            #expect(bare.contains(words), "\(words)")
        }
        // Lines of Han characters alone have no spaces.
        #expect(text.contains("思想，从严从细完善各项应急预案，提"))
    }
}
