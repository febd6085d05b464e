import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

struct PDFPrinterTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func print(output: OutputProfile = .standard, _ items: [Item], bleed: Length = .zero) throws -> [UInt8] {
        let printed = try PDFPrinter(output).print(.sample(items, bleed: bleed))
        #expect(printed.diagnostics.isEmpty)
        return printed.value
    }

    @Test(arguments: [SampleType.serif, SampleType.kai])
    func textCanBeExtracted(_ face: FontFace) throws {
        let type = SampleType(face)
        let lines = ["区领导调研，强调：“一体化”发展。", "GDP 增长 5.4%，人均 12.8 万元"]
        let pdf = try print(lines.enumerated().map { .text(type.run($1, y: 50 + 20 * Double($0))) })
        #expect(try scratch.text(of: pdf) == lines.joined(separator: "\n"))
    }

    @Test(arguments: [OutputProfile.standard, .press(PressOptions()), .screen])
    func theBytesDoNotDependOnTheNumberOfJobs(_ output: OutputProfile) throws {
        var document = Document.sample([])
        document.pages = (1...6).map { number in
            let runs = [SampleType.serif, SampleType.sans, SampleType.kai].enumerated().map { line, key in
                Item.text(SampleType(key).run("第\(number)版区领导调研", y: 40 + 30 * Double(line)))
            }
            var page = Page.sample(runs)
            page.number = number
            return page
        }
        let sequential = try PDFPrinter(output).print(document).value
        #expect(try PDFPrinter(output, jobs: 4).print(document).value == sequential)
    }

    /// When something covers the whole page, Cairo discards the tags before it unless it is clipped.
    @Test(arguments: [OutputProfile.standard, .press(PressOptions()), .screen])
    func aBackgroundCanCoverThePage(_ output: OutputProfile) throws {
        let sheet = Rect(x: .zero, y: .zero, width: .pt(300), height: .pt(200))
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'><path d='M0 0h3v2h-3z' fill='red'/></svg>"
        let photo = try scratch.write(TinyJPEG.corners().bytes, "a.jpg")
        let backgrounds: [Item] = [
            .box(Box(rect: sheet, fill: .black(0.2))),
            .image(PlacedImage(file: photo, frame: sheet)),
            .image(PlacedImage(file: try scratch.write(Array(svg.utf8), "a.svg"), frame: sheet)),
        ]
        for background in backgrounds {
            let words = Item.text(SampleType().run("区领导调研"))
            let pdf = try print(
                output: output, [words, .group(Group(role: .furniture("background"), items: [background])), words])
            #expect(try scratch.text(of: pdf).hasSuffix("区领导调研"))
        }
    }

    @Test func textOfStretchedLinesHasNoExtraSpaces() throws {
        let type = SampleType()
        let line = "第一行被拉开了的文字，看看会不会断开"
        for spacing in [0.9, 2.4] {
            let normal = Item.text(type.run(line, y: 40)),
                stretched = Item.text(type.run(line, y: 80, spacing: spacing))
            #expect(try scratch.text(of: print([stretched, normal])) == line + "\n" + line)
        }
    }

    /// Readers that use ToUnicode alone find every character, even in text that occurs only in stretched lines.
    @Test func glyphsOfStretchedLinesAreInToUnicode() throws {
        let type = SampleType()
        let pdf = try print([.text(type.run("拉开", spacing: 2.4))])
        let text = try scratch.uncompressed(pdf).lowercased()
        #expect(text.contains("<62c9>"))
        #expect(text.contains("<5f00>"))
    }

    @Test func paragraphsAreExtractedInOrder() throws {
        let type = SampleType()
        // Two legs of one story, the second beside the first.
        let legs = [["第一段话", "还在左边"], ["转到右边", "就此结束"]]
        let items = legs.enumerated().flatMap { leg, lines in
            lines.enumerated().map { line, text in
                Item.text(type.run(text, x: 20 + 60 * Double(leg), y: 50 + 12 * Double(line)))
            }
        }
        let pdf = try print([.group(Group(role: .article("a"), items: items))])
        #expect(try scratch.text(of: pdf) == "第一段话\n还在左边\n转到右边\n就此结束")
    }

    @Test func clustersMapGlyphsToText() throws {
        let type = SampleType()
        // Two glyphs for one text, a glyph with another text than before, and a glyph for several letters.
        let glyphs = ["木", "目", "木", "ﬁ"].enumerated().map {
            Glyph(id: type.glyph($1.unicodeScalars.first!), x: 10 * Double($0))
        }
        var run = type.run("相林fi", size: 10)
        run.glyphs = glyphs
        run.clusters = [
            .init(utf8Count: 3, glyphCount: 2), .init(utf8Count: 3, glyphCount: 1), .init(utf8Count: 2, glyphCount: 1),
        ]
        #expect(try scratch.text(of: print([.text(run)])) == "相林fi")
    }

    @Test func clustersThatDoNotAddUpKeepTheText() throws {
        let type = SampleType()
        var run = type.run("对不上号")
        run.glyphs.removeLast()
        #expect(try scratch.text(of: print([.text(run)])) == "对不上号")
        run.clusters = [.init(utf8Count: 7, glyphCount: 9)]
        #expect(try scratch.text(of: print([.text(run)])) == "对不上号")
    }

    @Test func runsWithoutTextAreNotExtracted() throws {
        let type = SampleType()
        var dots = type.run("●●●●", size: 3, y: 112)
        dots.text = ""
        #expect(try scratch.text(of: print([.text(type.run("着重强调")), .text(dots)])) == "着重强调")
    }

    @Test func glyphsHaveThePositionsOfThePage() throws {
        let type = SampleType()
        var run = type.run("东西南北", size: 9.5, x: 31.25, y: 77.5)
        run.glyphs = zip(run.glyphs, [0, 10.333, 19.017, 28.9]).map { Glyph(id: $0.id, x: $1) }
        let pdf = try print([.text(run)], bleed: .pt(8.5))

        // The trim box begins at the bleed's distance from the media box.
        let content = try scratch.uncompressed(pdf)
        #expect(content.contains("9.5 0 0 -9.5 39.75 86 Tm"))
        let lefts = try origins(in: content, size: 9.5)
        #expect(lefts.count == 4)
        for (left, glyph) in zip(lefts, run.glyphs) { #expect(abs(left - glyph.x) < 0.01) }
    }

    /// The offsets of the glyphs of a PDF's only line from its start. All glyphs are one em wide.
    private func origins(in content: String, size: Double) throws -> [Double] {
        let line = try #require(content.firstMatch(of: /Tm([\s\S]*?)ET/)).output.1
        var (start, pen, found) = (0.0, 0.0, [Double]())
        for token in line.matches(of: /<([0-9a-f]+)>|([-0-9.]+) 0 Td|(-?[0-9.]+)(?=[<\]])/) {
            if let glyphs = token.output.1 {
                for _ in 0..<glyphs.count / 4 {
                    found.append(pen * size)
                    pen += 1
                }
            } else if let step = token.output.2.flatMap({ Double($0) }) {
                start += step
                pen = start
            } else if let back = token.output.3.flatMap({ Double($0) }) {
                pen -= back / 1000
            }
        }
        return found
    }

    @Test func rotatedGlyphsRunDown() throws {
        let type = SampleType()
        let pdf = try print([.text(type.run("一一", size: 20, x: 100, y: 50, turn: .clockwise))])
        // The character's only stroke is 0.38 em above the baseline; rotated, it is to the right of it and vertical.
        let box = try scratch.picture(of: pdf).inkBox
        #expect(box.left > 400 && box.right < 480)
        #expect(box.top < 212 && box.bottom > 348)
    }

    @Test func fontsAreSubsetAndKeepTheirNames() throws {
        let (serif, kai) = (SampleType(SampleType.serif), SampleType(SampleType.kai))
        let pdf = try print([
            .text(serif.run("宋体的大小")), .text(serif.run("不同的字号", size: 20, y: 150)), .text(kai.run("楷体", y: 180)),
        ])
        try scratch.write(pdf, "fonts.pdf")
        let fonts = String(decoding: try scratch.output(of: "pdffonts", "fonts.pdf"), as: UTF8.self)
            .split(separator: "\n").dropFirst(2).map { $0.split(separator: " ").map(String.init) }
        #expect(fonts.map { String($0[0].dropFirst(7)) }.sorted() == ["LXGWWenKai-Regular", "NotoSerifCJKsc-Regular"])
        // Embedded, subset, with a ToUnicode map.
        for font in fonts { #expect(font.suffix(5).prefix(3) == ["yes", "yes", "yes"]) }
        #expect(pdf.count < 20_000)
    }

    @Test func subsetsContainEveryGlyph() throws {
        for key in [SampleType.serif, SampleType.kai] {
            let type = SampleType(key)
            let wanted = Set("重庆市江津区0123ABCg，。“”".unicodeScalars.map(type.glyph))
            let subset = try FontSubset(of: key, glyphs: wanted)
            let numbers = wanted.map { subset.glyphs[Int($0)] }
            #expect(!numbers.contains(0))
            #expect(Set(numbers).count == wanted.count)
            #expect(subset.glyphs.count { $0 != 0 } == wanted.count)
        }
    }

    @Test func theSameDocumentGivesTheSameBytes() async throws {
        let document = Document.sample([.text(SampleType().run("同样的字节")), .text(SampleType(SampleType.kai).run("楷"))])
        let first = try PDFPrinter().print(document).value
        // The time of the run, which has seconds, must not be in the file.
        try await Task.sleep(for: .seconds(1.1))
        #expect(try PDFPrinter().print(document).value == first)
        var undated = document
        undated.date = "someday"
        let second = try PDFPrinter().print(undated).value
        try await Task.sleep(for: .seconds(1.1))
        #expect(try PDFPrinter().print(undated).value == second)
    }

    @Test func theFileHasMetadata() throws {
        let pdf = try print([.text(SampleType().run("字"))], bleed: .mm(3))
        try scratch.write(pdf, "info.pdf")
        _ = try scratch.output(of: "qpdf", "--check", "info.pdf")
        let info = String(decoding: try scratch.output(of: "pdfinfo", "-isodates", "info.pdf"), as: UTF8.self)
        for line in [
            "Title:           江津新闻", "Author:          江津日报社", "CreationDate:    2023-06-21T00:00:00Z",
            "ModDate:         2023-06-21T00:00:00Z", "Pages:           1", "Creator:         Paiban",
        ] {
            #expect(info.contains(line), "\(info)")
        }
        // The trimmed size of 300 by 200 points with 8.504 of bleed on each side.
        #expect(info.contains("Page size:       317.008 x 217.008 pts"), "\(info)")
    }

    @Test func pagesCanDifferInSize() throws {
        var document = Document.sample([])
        document.pages.append(Page(number: 2, trim: Size(width: .pt(400), height: .pt(500))))
        try scratch.write(PDFPrinter().print(document).value, "sizes.pdf")
        let info = String(decoding: try scratch.output(of: "pdfinfo", "-l", "2", "sizes.pdf"), as: UTF8.self)
        #expect(info.contains("300 x 200 pts"))
        #expect(info.contains("400 x 500 pts"))
    }

    @Test func paintsRulesAndBoxes() throws {
        let red = Ink(
            screen: .init(red: 1, green: 0, blue: 0), press: .init(cyan: 0, magenta: 1, yellow: 1, black: 0))
        let square = Rect(x: .pt(100), y: .pt(50), width: .pt(40), height: .pt(40))
        let picture = try scratch.picture(
            of: print(
                output: .screen,
                [
                    .rule(
                        Rule(from: Point(x: .pt(10), y: .pt(20)), to: Point(x: .pt(60), y: .pt(20)), thickness: .pt(4))),
                    .box(Box(rect: square, fill: red, frame: .init(thickness: .pt(2)))),
                    .group(
                        Group(
                            role: .quote, items: [.box(Box(rect: square.inset(dx: .pt(15), dy: .pt(15)), fill: .paper))]
                        )),
                ]))
        #expect(picture.name(atPoint: 30, 18.5) == "black")
        #expect(picture.name(atPoint: 30, 21.5) == "black")
        #expect(picture.name(atPoint: 30, 23) == "white")
        #expect(picture.name(atPoint: 62, 20) == "white")
        #expect(picture.name(atPoint: 99.5, 70) == "black")
        #expect(picture.name(atPoint: 105, 70) == "red")
        #expect(picture.name(atPoint: 120, 70) == "white")
    }

    /// For an item without a size Cairo would make no file at all.
    @Test func ignoresItemsWithoutASize() throws {
        let type = SampleType()
        var empty = type.run("无")
        empty.glyphs = []
        let flat = PlacedImage(
            file: try scratch.write(TinyJPEG.corners().bytes, "a.jpg"),
            frame: Rect(x: .zero, y: .zero, width: .pt(10), height: .zero))
        let pdf = try print([.text(type.run("没有", size: 0)), .text(empty), .image(flat), .text(type.run("看得见"))])
        #expect(try scratch.text(of: pdf) == "看得见")
    }

    @Test func namesEveryFontThatCannotBeUsed() throws {
        let run = SampleType().run("字")
        var (missing, broken) = (run, run)
        let faces = [
            FontFace(file: scratch.path("missing.otf"), index: 0, name: "Missing"),
            FontFace(file: try scratch.write(Array("no font".utf8), "broken.otf"), index: 0, name: "Broken"),
        ]
        (missing.face, broken.face) = (faces[0].key, faces[1].key)
        let error = #expect(throws: DiagnosticsError.self) {
            try PDFPrinter().print(.sample([.text(missing), .text(broken), .text(run)], others: faces))
        }
        #expect(
            error?.diagnostics.map(\.message) == [
                "the font Broken cannot be used: the file contains no outlines",
                "the font Missing cannot be used: the file cannot be read",
            ])
    }
}
