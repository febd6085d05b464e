import Diagnostics
import Foundation
import FoundationXML
import Pages
import TestSupport
import Testing

@testable import Printing

/// The page boxes, colours, output intents and conformance of each output.
struct OutputProfileTests {
    private let scratch: Scratch
    private let type = SampleType()
    private let red = Ink(
        screen: .init(red: 0.78, green: 0.09, blue: 0.11), press: .init(cyan: 0, magenta: 1, yellow: 0.9, black: 0.05))

    init() throws { scratch = try Scratch() }

    private func document(_ items: [Item] = [], bleed: Length = .mm(3)) -> Document {
        var heading = type.run("红字", size: 20, y: 50)
        heading.ink = red
        var grey = type.run("灰字", y: 80)
        grey.ink = .black(0.6)
        let story = Group(role: .paragraph(0), items: [.text(type.run("黑字")), .text(heading), .text(grey)])
        return .sample([.group(Group(role: .article("a"), items: [.group(story)] + items))], bleed: bleed)
    }

    private func print(_ output: OutputProfile, _ document: Document? = nil) throws -> PDFReader {
        let printed = try PDFPrinter(output).print(document ?? self.document())
        #expect(printed.diagnostics.isEmpty)
        return PDFReader(printed.value)
    }

    private func isClose(_ box: PDFObject?, _ expected: [Double]) -> Bool {
        guard let numbers = box?.numbers, numbers.count == 4 else { return false }
        return zip(numbers, expected).allSatisfy { abs($0 - $1) < 0.01 }
    }

    @Test func theTrimBoxIsInsideTheBleedBox() throws {
        let bleed = Length.mm(3).points
        for output in [OutputProfile.standard, .press(PressOptions())] {
            let page = try print(output).pages[0]
            let sheet = [0, 0, 300 + 2 * bleed, 200 + 2 * bleed]
            #expect(isClose(page["MediaBox"], sheet))
            #expect(isClose(page["BleedBox"], sheet))
            #expect(isClose(page["TrimBox"], [bleed, bleed, 300 + bleed, 200 + bleed]))
        }
        let screen = try print(.screen).pages[0]
        #expect(isClose(screen["MediaBox"], [0, 0, 300, 200]))
        #expect(isClose(screen["TrimBox"], [0, 0, 300, 200]))
    }

    @Test func marksAreOutsideTheBleedBox() throws {
        let page = try print(.press(PressOptions(hasMarks: true))).pages[0]
        let margin = Length.mm(8).points, bleed = Length.mm(3).points
        #expect(isClose(page["MediaBox"], [0, 0, 300 + 2 * margin, 200 + 2 * margin]))
        #expect(isClose(page["TrimBox"], [margin, margin, 300 + margin, 200 + margin]))
        let inset = margin - bleed
        #expect(isClose(page["BleedBox"], [inset, inset, 300 + margin + bleed, 200 + margin + bleed]))

        let printed = try PDFPrinter(.press(PressOptions(hasMarks: true))).print(document()).value
        let picture = try scratch.picture(of: printed)
        // A crop mark is aligned with the trim box and ends before the bleed box.
        func isDark(_ x: Double, _ y: Double) -> Bool {
            let at = (Int(x * 4), Int(y * 4))
            return (-1...1).contains { picture[at.0 + $0, at.1][0] < 200 || picture[at.0, at.1 + $0][0] < 200 }
        }
        #expect(isDark(margin, inset / 2))
        #expect(isDark(inset / 2, margin))
        #expect(!isDark(margin, margin - bleed / 2))
        // A registration mark in the middle of a side.
        #expect(isDark(margin + 150, inset / 2))
    }

    @Test func pressOutputHasCMYKOnly() throws {
        let page = try print(.press(PressOptions())).pages[0]
        #expect(page.content.contains("0 0 0 1 k"))
        #expect(page.content.contains("0 0 0 0.6 k"))
        #expect(page.content.contains("0 1 0.9 0.05 k"))
        for output in [OutputProfile.standard, .press(PressOptions())] {
            let content = try print(output).pages[0].content
            #expect(content.firstMatch(of: /\s(rg|RG)\s/) == nil)
        }
        #expect(try print(.standard).pages[0].content.contains("0.4 g"))
        #expect(try print(.screen).pages[0].content.contains("0.78 0.09 0.11 rg"))
    }

    /// Ghostscript separates the page: black type is on one plate only, and red type not on that of cyan.
    @Test(arguments: [OutputProfile.standard, .press(PressOptions())])
    func blackTypeIsOnTheBlackPlateOnly(_ output: OutputProfile) throws {
        try scratch.write(PDFPrinter(output).print(document(bleed: .zero)).value, "a.pdf")
        _ = try scratch.output(
            of: "gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r72", "-sOutputFile=a.tif", "a.pdf")
        func ink(_ plate: String, _ rows: Range<Int>) throws -> Int {
            let pixels = try Picture(png: scratch.path("a(\(plate)).tif"))
            return rows.reduce(0) { sum, y in sum + (0..<pixels.width).filter { pixels[$0, y][0] < 250 }.count }
        }
        // The baselines: black at 100, grey at 80, red at 50.
        for rows in [90..<103, 70..<83] {
            #expect(try ink("Black", rows) > 20)
            for plate in ["Cyan", "Magenta", "Yellow"] { #expect(try ink(plate, rows) == 0) }
        }
        #expect(try ink("Magenta", 30..<55) > 20)
        #expect(try ink("Yellow", 30..<55) > 20)
        #expect(try ink("Cyan", 30..<55) == 0)
    }

    @Test func pressOutputHasOutputIntents() throws {
        let pdf = try print(.press(PressOptions()))
        #expect(pdf.version == "1.6")
        let intents = pdf.root["OutputIntents"]?.items ?? []
        #expect(intents.map { $0["S"]!.name } == ["GTS_PDFX", "GTS_PDFA1"])
        for intent in intents {
            #expect(intent["DestOutputProfile"]?["N"]?.int == 4)
            #expect(intent["OutputConditionIdentifier"]?.text?.isEmpty == false)
        }
        // PDF/A requires the same profile in all of them.
        #expect(Set(intents.map { $0["DestOutputProfile"]!.number }).count == 1)
        let profile = try #require(ColourProfile(intents[0]["DestOutputProfile"]!.data))
        #expect(profile.components == 4)
        #expect(pdf.metadata.contains("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"))
        #expect(pdf.trailer["Info"]?["Trapped"]?.name == "False")
    }

    @Test func screenOutputIsLinearisedAndInRGB() throws {
        let pdf = try print(.screen)
        #expect(pdf.isLinearised)
        #expect(try !print(.standard).isLinearised)
        let intents = pdf.root["OutputIntents"]?.items ?? []
        #expect(intents.map { $0["S"]!.name } == ["GTS_PDFA1"])
        #expect(intents[0]["DestOutputProfile"]?["N"]?.int == 3)
    }

    @Test func claimsConformanceOnlyWhereItHolds() throws {
        func claims(_ output: OutputProfile, _ document: Document? = nil) throws -> [String] {
            let packet = try print(output, document).metadata
            return ["pdfaid:part>2", "pdfaid:conformance>U", "pdfuaid:part>1", "GTS_PDFXVersion>"].filter(
                packet.contains)
        }
        #expect(try claims(.standard) == ["pdfuaid:part>1"])
        #expect(try claims(.screen) == ["pdfaid:part>2", "pdfaid:conformance>U", "pdfuaid:part>1"])
        #expect(try claims(.press(PressOptions())).count == 4)
        var untitled = document()
        untitled.title = ""
        #expect(try claims(.standard, untitled) == [])
        var withoutLanguage = document()
        withoutLanguage.language = ""
        #expect(try claims(.standard, withoutLanguage) == [])
        let photo = Item.image(
            PlacedImage(
                file: try scratch.write(TinyJPEG.corners().bytes, "a.jpg"),
                frame: Rect(x: .zero, y: .zero, width: .pt(9), height: .pt(9))))
        let undescribed = document([.group(Group(role: .figure(alt: ""), items: [photo]))])
        #expect(try claims(.standard, undescribed) == [])
        let described = document([.group(Group(role: .figure(alt: "丰收"), items: [photo]))])
        #expect(try claims(.standard, described) == ["pdfuaid:part>1"])
    }

    /// Gradients stay in RGB, which PDF/X-4 does not permit without a profile.
    @Test func aDrawingWithGradientsIsNotPDFX() throws {
        func file(_ fill: String) throws -> Reported<[UInt8]> {
            let svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><linearGradient id="g">\
                <stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>\
                <rect width="10" height="10" fill="\(fill)"/></svg>
                """
            let path = try scratch.write(Array(svg.utf8), "a.svg")
            let frame = Rect(x: .pt(9), y: .pt(9), width: .pt(90), height: .pt(90))
            return try PDFPrinter(.press(PressOptions())).print(
                document([.image(PlacedImage(file: path, frame: frame))]))
        }
        let gradient = try file("url(#g)"), plain = try file("red")
        #expect(gradient.diagnostics.count == 1)
        #expect(!PDFReader(gradient.value).metadata.contains("PDF/X-4"))
        #expect(plain.diagnostics.isEmpty)
        #expect(PDFReader(plain.value).metadata.contains("PDF/X-4"))
        #expect(PDFReader(plain.value).pages[0].content.contains("0 1 1 0 k"))
    }

    @Test(arguments: [OutputProfile.standard, .press(PressOptions(hasMarks: true)), .screen])
    func everyOutputIsValidAndReproducible(_ output: OutputProfile) async throws {
        let first = try PDFPrinter(output).print(document()).value
        // The time of the run, which has seconds, must not be in the file.
        try await Task.sleep(for: .seconds(1.1))
        #expect(try PDFPrinter(output).print(document()).value == first)
        try scratch.write(first, "a.pdf")
        _ = try scratch.output(of: "qpdf", "--check", "a.pdf")
        #expect(PDFReader(first).trailer["ID"]?.items.count == 2)
    }

    @Test func aMissingProfileIsAnErrorWithAHint() throws {
        let press = OutputProfile.press(PressOptions(profile: scratch.path("none.icc")))
        let missing = #expect(throws: DiagnosticsError.self) { try PDFPrinter(press).print(document()) }
        #expect(missing?.diagnostics.map(\.severity) == [.error])
        #expect(missing?.diagnostics[0].place?.file == scratch.path("none.icc"))
        let screen = try #require(ColourProfile.screen())
        let wrong = OutputProfile.press(PressOptions(profile: try scratch.write(screen.bytes, "rgb.icc")))
        let error = #expect(throws: DiagnosticsError.self) { try PDFPrinter(wrong).print(document()) }
        #expect(error?.diagnostics[0].message.contains("not a CMYK profile") == true)
    }

    @Test func theXMPPacketIsValidXML() throws {
        var special = document()
        special.title = "A & B <C>"
        let packet = try print(.screen, special).metadata
        #expect(packet.contains("A &amp; B &lt;C&gt;"))
        let parser = XMLParser(data: Data(packet.utf8))
        #expect(parser.parse())
    }
}
