import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

/// Documents with so many pages that they are painted in batches, which does not show in the file.
struct PagePainterTests {
    private let scratch: Scratch
    private let photo: String
    private let plate: String
    private static let count = 50

    init() throws {
        scratch = try Scratch()
        photo = try scratch.writePNG(width: 4, height: 4, "photo.png") { x, y in
            [UInt8(60 * x), UInt8(60 * y), 90, 255]
        }
        plate = try scratch.write(
            Array(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'><rect width='40' height='30' fill='#c00'/><text x='45' y='20'>abc</text></svg>"
                    .utf8), "plate.svg")
    }

    /// Text in three faces, an ink that no other page has, a photo and a nameplate. One story continues on the last page.
    private func page(_ number: Int) -> Page {
        let serif = SampleType(), sans = SampleType(SampleType.sans), kai = SampleType(SampleType.kai)
        var text = serif.run("正文第\(number)面", x: 20, y: 60)
        text.ink = Ink.black(1 - Double(number) / 100)
        let isContinuation = number == Self.count
        let items: [Item] = [
            .group(Group(role: .headline(level: 2), items: [.text(sans.run("标题\(number)", size: 20, x: 20, y: 30))])),
            .group(Group(role: .paragraph(0), items: [.text(text)])),
            .group(Group(role: .byline, items: [.text(kai.run("记者 Wang \(number)", x: 20, y: 80))])),
            .group(
                Group(
                    role: .figure(alt: "图"),
                    items: [.image(PlacedImage(file: photo, frame: frame(x: 150, y: 20)))])),
        ]
        let role = isContinuation ? Group.Role.continuation(of: "1") : .article("\(number)")
        return Page(
            number: number, label: "第\(number)版", trim: Size(width: .pt(300), height: .pt(200)),
            items: [
                .group(
                    Group(
                        role: .furniture("masthead"),
                        items: [.image(PlacedImage(file: plate, frame: frame(x: 20, y: 120)))])
                ), .group(Group(role: role, items: items)),
            ], faces: SampleType.faces)
    }

    private func frame(x: Double, y: Double) -> Rect { Rect(x: .pt(x), y: .pt(y), width: .pt(90), height: .pt(30)) }

    private func document(_ numbers: some Sequence<Int>) -> Document {
        var document = Document.sample([])
        document.pages = numbers.map(page)
        return document
    }

    private func lines(_ program: String, _ arguments: String...) throws -> [Substring] {
        let output = try scratch.output(of: "sh", "-c", ([program] + arguments).joined(separator: " "))
        return String(decoding: output, as: UTF8.self).split(separator: "\n")
    }

    @Test func theBytesDoNotDependOnTheNumberOfJobs() throws {
        #expect(PagePainter.batches(of: Self.count).count > 1)
        #expect(PagePainter.batches(of: Self.count).flatMap(\.self) == Array(0..<Self.count))
        let whole = document(1...Self.count)
        #expect(try PDFPrinter(jobs: 1).print(whole).value == PDFPrinter(jobs: 4).print(whole).value)
    }

    @Test(.slow) func everyPageIsTheSameAsAlone() throws {
        try scratch.write(try PDFPrinter(jobs: 2).print(document(1...Self.count)).value, "whole.pdf")
        _ = try scratch.output(of: "qpdf", "--check", "whole.pdf")
        for number in [1, 24, 26, Self.count] {
            try scratch.write(try PDFPrinter().print(document([number])).value, "page.pdf")
            for command in ["pdftoppm -r 96", "pdftotext -raw"] {
                let end = command.hasPrefix("pdftotext") ? "-" : ""
                #expect(
                    try lines(command, "-f \(number) -l \(number)", "whole.pdf", end)
                        == lines(command, "page.pdf", end))
            }
        }
    }

    @Test func fontsAndPhotosAreEmbeddedOnce() throws {
        try scratch.write(try PDFPrinter(jobs: 2).print(document(1...Self.count)).value, "whole.pdf")
        try scratch.write(try PDFPrinter().print(document([1])).value, "page.pdf")
        let plateFonts = try lines("pdffonts", "whole.pdf").filter { !$0.contains("CJK") && !$0.contains("WenKai") }
        let own = try lines("pdffonts", "whole.pdf").filter { $0.contains("CJK") || $0.contains("WenKai") }
        #expect(
            try own.count == lines("pdffonts", "page.pdf").filter { $0.contains("CJK") || $0.contains("WenKai") }.count)
        #expect(plateFonts.count < 8, "the nameplate's fonts are embedded once for each batch")
        let photos = try lines("pdfimages -list", "whole.pdf").dropFirst(2).map { $0.split(separator: " ")[10] }
        #expect(photos.count == Self.count)
        #expect(Set(photos).count == 1)
    }

    @Test func aStoryAcrossBatchesIsOneElement() throws {
        let structure = PDFReader(try PDFPrinter(jobs: 2).print(document(1...Self.count)).value).structure
        #expect(structure.components(separatedBy: "    Art").count - 1 == Self.count - 1)
        let story = try #require(structure.components(separatedBy: "    Art").dropFirst().first)
        #expect(story.contains("on page 1\n"))
        #expect(story.contains("on page \(Self.count)\n"))
    }

    @Test func aBrokenDrawingIsReportedOnce() throws {
        try scratch.write(Array("<svg".utf8), "plate.svg")
        let diagnostics = try PDFPrinter(jobs: 2).print(document(1...Self.count)).diagnostics
        #expect(diagnostics.count == 1)
    }
}
