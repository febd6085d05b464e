import Diagnostics
import Foundation
import Pages
import Press
import TestSupport
import Testing

struct PreflightTests {
    private let folder: TemporaryFolder
    private let face = FontFace(
        file: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", index: 2, name: "NotoSerifCJKsc-Regular")

    init() throws { folder = try TemporaryFolder() }

    private func findings(_ items: [Item], _ others: FontFace...) -> [String] {
        let page = Page(
            number: 2, trim: Size(width: .pt(300), height: .pt(200)), items: items, faces: FaceTable([face] + others))
        let document = Document(title: "", author: "", language: "", date: "", pages: [page])
        return Preflight().diagnostics(of: document).lines
    }

    private func type(_ size: Double, _ press: Ink.CMYK, glyph: UInt32 = 700, text: String = "字") -> Item {
        let ink = Ink(screen: .init(red: 0, green: 0, blue: 0), press: press)
        return .text(
            GlyphRun(
                face: face.key, size: .pt(size), ink: ink, origin: .zero, glyphs: [Glyph(id: glyph, x: 0)], text: text))
    }

    private let black = Ink.CMYK(cyan: 0, magenta: 0, yellow: 0, black: 1)
    private let rich = Ink.CMYK(cyan: 0.3, magenta: 0, yellow: 0, black: 1)

    private func line(_ thickness: Double) -> Item {
        .rule(Rule(from: .zero, to: Point(x: .pt(50), y: .zero), thickness: .pt(thickness)))
    }

    @Test func thinLinesAreReported() {
        #expect(
            findings([line(0.1), line(0.2)])
                == ["warning: page 2: 2 lines are thinner than 0.25 pt (0.1 pt), which may not print"])
        let frame = Box(
            rect: Rect(x: .zero, y: .zero, width: .pt(9), height: .pt(9)), frame: .init(thickness: .pt(0.2)))
        #expect(findings([.box(frame)]).count == 1)
        #expect(findings([line(0.25), line(1)]) == [])
    }

    @Test func richBlackIsReportedInSmallTypeOnly() {
        #expect(
            findings([type(9, rich)])
                == ["warning: page 2: small type, such as “字”, is in black with other inks"])
        #expect(findings([type(9, black), type(30, rich)]) == [])
    }

    @Test func tooMuchInkIsReported() {
        let heavy = Ink.CMYK(cyan: 1, magenta: 1, yellow: 0.8, black: 0)
        #expect(findings([type(30, heavy)]) == ["warning: page 2: a colour has 280 % ink, newsprint takes 240 %"])
    }

    @Test func aCharacterThatNoFontHasIsAnError() {
        #expect(
            findings([type(9, black, glyph: 0, text: "𰻞")])
                == ["error: page 2: no font has “𰻞”, so a box would be printed"])
    }

    @Test func emptyFurnitureIsReported() {
        let frame = Item.box(Box(rect: Rect(x: .zero, y: .zero, width: .pt(9), height: .pt(9)), fill: .black(0.1)))
        func furniture(_ items: Item...) -> Item { .group(Group(role: .furniture("ear"), items: items)) }
        let expected = ["warning: page 2: the furniture “ear” is empty"]
        #expect(findings([furniture()]) == expected)
        #expect(findings([furniture(frame, type(9, black, text: " "))]) == expected)
        #expect(findings([furniture(frame, type(9, black))]) == [])
        #expect(findings([furniture(line(1))]) == [])
    }

    @Test func aMissingFontIsAnError() throws {
        let none = FontFace(file: folder.path("none.otf"), index: 0, name: "None")
        let run = GlyphRun(face: none.key, size: .pt(9), origin: .zero, glyphs: [Glyph(id: 700, x: 0)], text: "字")
        #expect(
            findings([.text(run)], none) == ["none.otf error: the font None cannot go into a PDF: it cannot be read"])
    }

    /// A font that its maker does not license for embedding, according to its OS/2 table.
    @Test func aFontThatForbidsEmbeddingIsAnError() throws {
        let file = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        let entry = try #require(bytes.firstRange(of: Array("OS/2".utf8))).lowerBound
        let table = bytes[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
        (bytes[table + 8], bytes[table + 9]) = (0, 2)
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path("mine.ttf")))
        let mine = FontFace(file: folder.path("mine.ttf"), index: 0, name: "Mine")
        var run = GlyphRun(face: mine.key, size: .pt(9), origin: .zero, glyphs: [Glyph(id: 700, x: 0)], text: "字")
        #expect(
            findings([.text(run)], mine) == [
                "mine.ttf error: the font Mine cannot go into a PDF: it does not permit embedding"
            ])
        let original = FontFace(file: file, index: 0, name: "Mine")
        run.face = original.key
        #expect(findings([.text(run)], original) == [])
    }

    @Test func photosNeedEnoughPixels() throws {
        // The picture is 2000 pixels wide. The frame's width determines the resolution.
        func photo(_ width: Double, crop: Double = 1) -> Item {
            .image(
                PlacedImage(
                    file: Checkout.seed + "/photos/station.jpg",
                    frame: Rect(x: .zero, y: .zero, width: .pt(width), height: .pt(width * 0.66)),
                    crop: .init(x: 0, y: 0, width: crop, height: crop)))
        }
        #expect(findings([photo(900)]) == [])
        #expect(
            findings([photo(1000)])
                == ["station.jpg warning: the photo has 144 pixels to the inch on the page; a press wants 150 or more"])
        #expect(findings([photo(1500)]).map { $0.contains("error") } == [true])
        // Half of the picture in the same frame has half the resolution. The lower resolution of two uses counts.
        #expect(findings([photo(750, crop: 0.5), photo(100)]).map { $0.contains("error") } == [true])
    }

    @Test func missingOrBrokenPhotosAreErrors() throws {
        let whole = try Checkout.seedFile("photos/station.jpg")
        try folder.write(Array(whole.prefix(whole.count / 2)), to: "half.jpg")
        try folder.write("\u{89}PNG", to: "bad.png")
        for name in ["half.jpg", "bad.png", "none.jpg"] {
            let frame = Rect(x: .zero, y: .zero, width: .pt(90), height: .pt(60))
            let lines = findings([.image(PlacedImage(file: folder.path(name), frame: frame))])
            #expect(lines.count == 1 && lines[0].hasPrefix("\(name) error: the photo "), "\(lines)")
        }
    }

    @Test(arguments: ComposedSample.allCases) func theSamplesHaveNoFindings(_ sample: ComposedSample) throws {
        #expect(Preflight().diagnostics(of: try sample.edition().value.document).lines == [])
    }
}
