import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

/// SVG drawings such as nameplates.
struct DrawingTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func write(_ body: String, head: String = "viewBox='0 0 300 100'", name: String = "plate.svg") throws
        -> String
    {
        try scratch.write(
            Array("<svg xmlns='http://www.w3.org/2000/svg' \(head)>\(body)</svg>".utf8), name)
    }

    @Test func theRatioComesFromTheViewBoxOrTheSides() throws {
        #expect(abs(try Drawing(reading: write("")).heightToWidth - 1.0 / 3) < 1e-9)
        #expect(try Drawing(reading: write("", head: "width='20' height='10'")).heightToWidth == 0.5)
        #expect(throws: PhotoFile.Unusable.self) { try Drawing(reading: scratch.path("none.svg")) }
        #expect(throws: PhotoFile.Unusable.self) { try Drawing(reading: scratch.write(Array("<p>".utf8), "p.svg")) }
    }

    @Test func staysVectorGraphicsInAPDF() throws {
        let file = try write("<path d='M0 0 h150 v100 h-150 z' fill='#ff0000'/>")
        let image = PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(20), width: .pt(90), height: .pt(30)))
        let printed = try PDFPrinter().print(.sample([.image(image)]))
        #expect(printed.diagnostics.isEmpty)
        #expect(try PDFPrinter().print(.sample([.image(image)])).value == printed.value)
        #expect(!(try scratch.uncompressed(printed.value)).contains("/Subtype /Image"))
        let picture = try scratch.picture(of: printed.value)
        // The screen's red in CMYK, as a PDF reader shows it.
        #expect(picture.name(atPoint: 60, 35) == "[237, 28, 36]")
        #expect(picture.name(atPoint: 110, 35) == "white")
    }

    @Test func aBrokenDrawingIsAGreyFrameAndAWarning() throws {
        let file = try scratch.write(Array("<svg".utf8), "broken.svg")
        let image = PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(20), width: .pt(90), height: .pt(30)))
        let printed = try PDFPrinter().print(.sample([.image(image)]))
        #expect(
            printed.diagnostics.map(\.message) == [
                "the drawing is not a valid SVG file, so a grey frame is printed in its place"
            ])
    }

    /// Cairo cannot write letters of this size, and would make no file at all.
    @Test(arguments: [OutputProfile.standard, .press(PressOptions()), .screen])
    func aDrawingThatCannotBeWrittenDoesNotAffectThePage(_ output: OutputProfile) throws {
        let file = try write("<g transform='scale(5000)'><text>江</text></g>", head: "width='40' height='20'")
        let items: [Item] = [
            .image(PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(20), width: .pt(90), height: .pt(30)))),
            .text(SampleType().run("区领导调研")),
        ]
        let printed = try PDFPrinter(output).print(.sample(items))
        #expect(try scratch.text(of: printed.value) == "区领导调研")
        let message = try #require(printed.diagnostics.first)
        #expect(message.place?.file == file)
        #expect(message.message.hasPrefix("the drawing cannot be drawn"))
        #expect(printed.diagnostics.count == 1)
    }

    @Test func namesDrawingsWithUnconvertedColoursForAPress() throws {
        let gradient = "<linearGradient id='a'><stop stop-color='red'/><stop offset='1'/></linearGradient>"
        let coloured = try write(gradient + "<path d='M0 0h300v100z' fill='url(#a)'/>")
        let plain = try write("<path d='M0 0h300v100z'/>", name: "plain.svg")
        func image(_ file: String, y: Double) -> Item {
            .image(PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(y), width: .pt(90), height: .pt(30))))
        }
        func print(_ items: [Item]) throws -> [Diagnostic] {
            try PDFPrinter(.press(PressOptions())).print(.sample(items)).diagnostics
        }
        #expect(try print([image(plain, y: 20)]).isEmpty)
        let alone = try print([image(coloured, y: 20)])
        #expect(alone.map(\.place?.file) == [coloured])
        #expect(alone.first?.message.hasPrefix("the drawing has gradients") == true)
        let both = try print([image(plain, y: 20), image(coloured, y: 90)])
        #expect(both.first?.message.hasPrefix("one of the drawings \(plain), \(coloured) has gradients") == true)
    }

    /// The placeholder of a photo is a picture of one row, which a drawing can also contain.
    @Test func aPictureInADrawingIsNotTakenForAPlaceholder() throws {
        let strip = TinyPNG(width: 1, height: 1) { _ in [0, 0, 255] }
        let data = Data(strip.bytes).base64EncodedString()
        let drawing = try write(
            "<image width='300' height='100' preserveAspectRatio='none' href='data:image/png;base64,\(data)'/>")
        let photo = try scratch.write(TinyPNG(width: 2, height: 2) { _ in [255, 0, 0, 255, 0, 0] }.bytes, "a.png")
        let items = [(photo, 20.0), (drawing, 90.0)].map { file, y in
            Item.image(PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(y), width: .pt(90), height: .pt(30))))
        }
        for items in [items, items.reversed()] {
            let picture = try scratch.picture(of: PDFPrinter().print(.sample(items)).value)
            #expect(picture.name(atPoint: 60, 35) == "red")
            #expect(picture.name(atPoint: 60, 105) == "blue")
        }
    }

    @Test func detectsText() throws {
        #expect(try Drawing(reading: write("<text>a</text>")).hasText)
        #expect(try Drawing(reading: write("<s:text xmlns:s='http://www.w3.org/2000/svg'>a</s:text>")).hasText)
        #expect(!(try Drawing(reading: write("<path d='M0 0'/>")).hasText))
    }

    /// librsvg aborts the process for such lines.
    @Test(arguments: [
        "<text font-size='2e6'>江</text>", "<text style='font: bold 1e7px/1.2 serif'>江</text>",
        "<style>text { font-size : 3000000.5pt }</style><text>江</text>",
        "<g font-size='2000%'><g font-size='99em'><text font-size='1e3em'>江</text></g></g>",
        "<text letter-spacing='1e6'>江边日报</text>", "<text font-size='&#50;e6'>江</text>",
    ])
    func rejectsTextThatIsTooLarge(_ body: String) throws {
        #expect(throws: PhotoFile.Unusable("has text that is too large to be drawn")) {
            try Drawing(reading: write(body))
        }
    }

    @Test(arguments: [
        "<text font-size='64' letter-spacing='.1em'>江边日报</text>", "<path d='M0 0h2e6' font-size='2e6'/>",
        "<text style='font-size:120%;font-family:serif;font-weight:700'>江<tspan font-size='2em'>边</tspan></text>",
        "<text font-size='4000'>江边日报</text>",
    ])
    func acceptsTextOfUsualSizes(_ body: String) throws {
        _ = try Drawing(reading: write(body))
    }

    /// Text in another file, or in a packed one, would not be measured, and a file of another folder would be printed.
    @Test(arguments: [
        ("<image href='other.png'/>", "refers to “other.png”"), ("<use href='a.svg#b'/>", "refers to “a.svg#b”"),
        ("<image xlink:href=' &#x2F;etc/hosts'/>", "refers to “&#x2f"),
        ("<image href='data:image/svg+xml;base64,PHN2Zy8+'/>", "refers to “data:image/svg+xml”"),
        ("<path fill='url(b.svg#a)'/>", "refers to “b.svg#a”"),
        ("<style>@import 'a.css';</style>", "includes another file"),
        ("<xi:include href='#a'/>", "includes another file"),
    ])
    func refusesReferencesToOtherFiles(_ body: String, _ problem: String) throws {
        let file = try write(body)
        let error = #expect(throws: PhotoFile.Unusable.self) { try Drawing(reading: file) }
        #expect(error?.description.hasPrefix(problem) == true, "\(error?.description ?? "")")
    }

    @Test func refusesWhatItsBytesDoNotShow() throws {
        let plain = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"
        func problem(_ bytes: [UInt8]) throws -> String? {
            let file = try scratch.write(bytes, "a.svg")
            do {
                _ = try Drawing(reading: file)
                return nil
            } catch {
                return "\(error)"
            }
        }
        #expect(try problem(Array(plain.utf8)) == nil)
        let wide = plain.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(try problem([0xFF, 0xFE] + wide) == "is packed or not in UTF-8; save it as plain SVG")
        #expect(try problem([0x1F, 0x8B, 8]) == "is packed or not in UTF-8; save it as plain SVG")
        let declared = "<?xml version='1.0' encoding='UTF-7'?>" + plain
        #expect(try problem(Array(declared.utf8)) == "is in the encoding “utf-7”; save it in UTF-8")
        let common =
            "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE svg [<!ENTITY ns \"http://www.w3.org/\">]>" + plain
        #expect(try problem(Array(common.utf8)) == nil)
        let bomb = "<!DOCTYPE svg [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]>" + plain
        #expect(try problem(Array(bomb.utf8)) == "declares entities; save it as plain SVG")
    }

    @Test func onlyDrawingsOfShapesAreDrawnWithoutATrial() {
        func isPlain(_ body: String) -> Bool {
            PlainDrawing.isPlain(Array("<?xml version='1.0'?><!-- a --><svg><title>江</title>\(body)</svg>".utf8))
        }
        #expect(isPlain("<g transform='scale(2)'><path d='M0 0h9v9z' fill='#c00'/></g><rect width='1'/>"))
        for body in [
            "<text>a</text>", "<use href='#a'/>", "<image/>", "<s:path/>", "<path stroke-dasharray='1'/>",
            "<g opacity='.5'/>",
            "<path fill='url(#a)'/>", "<path filter='none'/>", "<style>a{}</style>", "<![CDATA[]]>", "<path", "<!-- ",
            String(repeating: "<path/>", count: 1001),
        ] {
            #expect(!isPlain(body), "\(body.prefix(40))")
        }
        #expect(!PlainDrawing.isPlain(Array("江<svg/>".utf8)) && !PlainDrawing.isPlain([]))
    }
}
