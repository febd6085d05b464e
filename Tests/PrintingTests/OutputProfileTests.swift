import Diagnostics
import Foundation
import FoundationXML
import Pages
import TestSupport
import Testing

@testable import Printing

/// Files for a press and for a screen: their boxes, colours, intents, and what they say of themselves.
struct OutputProfileTests {
    private let scratch: Scratch
    private let type = SampleType()
    private let red = Ink(
        screen: .init(red: 0.78, green: 0.09, blue: 0.11), press: .init(cyan: 0, magenta: 1, yellow: 0.9, black: 0.05))

    init() throws { scratch = try Scratch() }

    private func document(_ more: [Item] = [], bleed: Length = .mm(3)) -> Document {
        var heading = type.run("红字", size: 20, y: 50)
        heading.ink = red
        var grey = type.run("灰字", y: 80)
        grey.ink = .black(0.6)
        let story = Group(role: .paragraph(0), items: [.text(type.run("黑字")), .text(heading), .text(grey)])
        return .sample([.group(Group(role: .article("a"), items: [.group(story)] + more))], bleed: bleed)
    }

    private func print(_ form: OutputProfile, _ document: Document? = nil) throws -> PDFReader {
        let printed = try PDFPrinter(form).print(document ?? self.document())
        #expect(printed.diagnostics.isEmpty)
        return PDFReader(printed.value)
    }

    private func isClose(_ box: PDFObject?, _ wanted: [Double]) -> Bool {
        guard let numbers = box?.numbers, numbers.count == 4 else { return false }
        return zip(numbers, wanted).allSatisfy { abs($0 - $1) < 0.01 }
    }

    @Test func thePageIsWithinItsBleed() throws {
        let bleed = Length.mm(3).points
        for form in [OutputProfile.standard, .press(PressSheet())] {
            let page = try print(form).pages[0]
            let sheet = [0, 0, 300 + 2 * bleed, 200 + 2 * bleed]
            #expect(isClose(page["MediaBox"], sheet))
            #expect(isClose(page["BleedBox"], sheet))
            #expect(isClose(page["TrimBox"], [bleed, bleed, 300 + bleed, 200 + bleed]))
        }
        let screen = try print(.screen).pages[0]
        #expect(isClose(screen["MediaBox"], [0, 0, 300, 200]))
        #expect(isClose(screen["TrimBox"], [0, 0, 300, 200]))
    }

    @Test func marksStandOutsideTheBleed() throws {
        let page = try print(.press(PressSheet(hasMarks: true))).pages[0]
        let margin = Length.mm(8).points, bleed = Length.mm(3).points
        #expect(isClose(page["MediaBox"], [0, 0, 300 + 2 * margin, 200 + 2 * margin]))
        #expect(isClose(page["TrimBox"], [margin, margin, 300 + margin, 200 + margin]))
        let inset = margin - bleed
        #expect(isClose(page["BleedBox"], [inset, inset, 300 + margin + bleed, 200 + margin + bleed]))

        let printed = try PDFPrinter(.press(PressSheet(hasMarks: true))).print(document()).value
        let picture = try scratch.picture(of: printed)
        // A crop mark is in line with the trimmed edge and ends before the bleed begins.
        func isDark(_ x: Double, _ y: Double) -> Bool {
            let at = (Int(x * 4), Int(y * 4))
            return (-1...1).contains { picture[at.0 + $0, at.1][0] < 200 || picture[at.0, at.1 + $0][0] < 200 }
        }
        #expect(isDark(margin, inset / 2))
        #expect(isDark(inset / 2, margin))
        #expect(!isDark(margin, margin - bleed / 2))
        // A registration mark at the middle of the side.
        #expect(isDark(margin + 150, inset / 2))
    }

    @Test func aPressGetsInksAlone() throws {
        let page = try print(.press(PressSheet())).pages[0]
        #expect(page.content.contains("0 0 0 1 k"))
        #expect(page.content.contains("0 0 0 0.6 k"))
        #expect(page.content.contains("0 1 0.9 0.05 k"))
        for form in [OutputProfile.standard, .press(PressSheet())] {
            let content = try print(form).pages[0].content
            #expect(content.firstMatch(of: /\s(rg|RG)\s/) == nil)
        }
        #expect(try print(.standard).pages[0].content.contains("0.4 g"))
        #expect(try print(.screen).pages[0].content.contains("0.78 0.09 0.11 rg"))
    }

    /// Ghostscript parts the page into plates: black type is on one of them, and red type not on that of cyan.
    @Test(arguments: [OutputProfile.standard, .press(PressSheet())])
    func blackTypeIsOnThePlateOfBlackAlone(_ form: OutputProfile) throws {
        try scratch.put(PDFPrinter(form).print(document(bleed: .zero)).value, "a.pdf")
        _ = try scratch.output(
            of: "gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r72", "-sOutputFile=a.tif", "a.pdf")
        func ink(_ plate: String, _ rows: Range<Int>) throws -> Int {
            let pixels = try Picture(png: scratch.path("a(\(plate)).tif"))
            return rows.reduce(0) { sum, y in sum + (0..<pixels.width).filter { pixels[$0, y][0] < 250 }.count }
        }
        // Black type stands on a baseline at 100, grey at 80, red at 50.
        for rows in [90..<103, 70..<83] {
            #expect(try ink("Black", rows) > 20)
            for plate in ["Cyan", "Magenta", "Yellow"] { #expect(try ink(plate, rows) == 0) }
        }
        #expect(try ink("Magenta", 30..<55) > 20)
        #expect(try ink("Yellow", 30..<55) > 20)
        #expect(try ink("Cyan", 30..<55) == 0)
    }

    @Test func aPressFileNamesItsIntent() throws {
        let pdf = try print(.press(PressSheet()))
        #expect(pdf.version == "1.6")
        let intents = pdf.root["OutputIntents"]?.items ?? []
        #expect(intents.map { $0["S"]!.name } == ["GTS_PDFX", "GTS_PDFA1"])
        for intent in intents {
            #expect(intent["DestOutputProfile"]?["N"]?.int == 4)
            #expect(intent["OutputConditionIdentifier"]?.text?.isEmpty == false)
        }
        // PDF/A wants one and the same profile in all of them.
        #expect(Set(intents.map { $0["DestOutputProfile"]!.number }).count == 1)
        let profile = try #require(ColourProfile(intents[0]["DestOutputProfile"]!.data))
        #expect(profile.components == 4)
        #expect(pdf.metadata.contains("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"))
        #expect(pdf.trailer["Info"]?["Trapped"]?.name == "False")
    }

    @Test func aScreenFileIsLinearAndInRGB() throws {
        let pdf = try print(.screen)
        #expect(pdf.isLinearised)
        #expect(try !print(.standard).isLinearised)
        let intents = pdf.root["OutputIntents"]?.items ?? []
        #expect(intents.map { $0["S"]!.name } == ["GTS_PDFA1"])
        #expect(intents[0]["DestOutputProfile"]?["N"]?.int == 3)
    }

    @Test func claimsAreMadeOnlyWhereTheyHold() throws {
        func claims(_ form: OutputProfile, _ document: Document? = nil) throws -> [String] {
            let packet = try print(form, document).metadata
            return ["pdfaid:part>2", "pdfaid:conformance>U", "pdfuaid:part>1", "GTS_PDFXVersion>"].filter(
                packet.contains)
        }
        #expect(try claims(.standard) == ["pdfuaid:part>1"])
        #expect(try claims(.screen) == ["pdfaid:part>2", "pdfaid:conformance>U", "pdfuaid:part>1"])
        #expect(try claims(.press(PressSheet())).count == 4)
        var untitled = document()
        untitled.title = ""
        #expect(try claims(.standard, untitled) == [])
        var speechless = document()
        speechless.language = ""
        #expect(try claims(.standard, speechless) == [])
        let photo = Item.image(
            PlacedImage(
                file: try scratch.put(TinyJPEG.corners().bytes, "a.jpg"),
                frame: Rect(x: .zero, y: .zero, width: .pt(9), height: .pt(9))))
        let silent = document([.group(Group(role: .figure(alt: ""), items: [photo]))])
        #expect(try claims(.standard, silent) == [])
        let spoken = document([.group(Group(role: .figure(alt: "丰收"), items: [photo]))])
        #expect(try claims(.standard, spoken) == ["pdfuaid:part>1"])
    }

    /// Gradients are mixed in red, green and blue: a press would have to guess.
    @Test func aDrawingWithGradientsIsNoFileForAPress() throws {
        func file(_ fill: String) throws -> Reported<[UInt8]> {
            let svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><linearGradient id="g">\
                <stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>\
                <rect width="10" height="10" fill="\(fill)"/></svg>
                """
            let path = try scratch.put(Array(svg.utf8), "a.svg")
            let frame = Rect(x: .pt(9), y: .pt(9), width: .pt(90), height: .pt(90))
            return try PDFPrinter(.press(PressSheet())).print(document([.image(PlacedImage(file: path, frame: frame))]))
        }
        let gradient = try file("url(#g)"), plain = try file("red")
        #expect(gradient.diagnostics.count == 1)
        #expect(!PDFReader(gradient.value).metadata.contains("PDF/X-4"))
        #expect(plain.diagnostics.isEmpty)
        #expect(PDFReader(plain.value).metadata.contains("PDF/X-4"))
        #expect(PDFReader(plain.value).pages[0].content.contains("0 1 1 0 k"))
    }

    @Test(arguments: [OutputProfile.standard, .press(PressSheet(hasMarks: true)), .screen])
    func everyFormIsSoundAndAlwaysTheSame(_ form: OutputProfile) async throws {
        let first = try PDFPrinter(form).print(document()).value
        // Nothing in the file may come from the clock, which has seconds.
        try await Task.sleep(for: .seconds(1.1))
        #expect(try PDFPrinter(form).print(document()).value == first)
        try scratch.put(first, "a.pdf")
        _ = try scratch.output(of: "qpdf", "--check", "a.pdf")
        #expect(PDFReader(first).trailer["ID"]?.items.count == 2)
    }

    @Test func aMissingProfileIsAnErrorWithAHint() throws {
        let form = OutputProfile.press(PressSheet(profile: scratch.path("none.icc")))
        let missing = #expect(throws: DiagnosticsError.self) { try PDFPrinter(form).print(document()) }
        #expect(missing?.diagnostics.map(\.severity) == [.error])
        #expect(missing?.diagnostics[0].place?.file == scratch.path("none.icc"))
        let screen = try #require(ColourProfile.screen())
        let wrong = OutputProfile.press(PressSheet(profile: try scratch.put(screen.bytes, "rgb.icc")))
        let rejected = #expect(throws: DiagnosticsError.self) { try PDFPrinter(wrong).print(document()) }
        #expect(rejected?.diagnostics[0].message.contains("four inks") == true)
    }

    @Test func theXMPPacketIsXML() throws {
        var odd = document()
        odd.title = "A & B <C>"
        let packet = try print(.screen, odd).metadata
        #expect(packet.contains("A &amp; B &lt;C&gt;"))
        let parser = XMLParser(data: Data(packet.utf8))
        #expect(parser.parse())
    }
}
