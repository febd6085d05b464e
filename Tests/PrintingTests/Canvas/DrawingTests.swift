import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

/// SVG nameplates.
struct DrawingTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func put(_ body: String, head: String = "viewBox='0 0 300 100'", name: String = "plate.svg") throws
        -> String
    {
        try scratch.put(
            Array("<svg xmlns='http://www.w3.org/2000/svg' \(head)>\(body)</svg>".utf8), name)
    }

    @Test func aDrawingHasTheShapeOfItsViewBoxOrItsSides() throws {
        #expect(abs(try Drawing(reading: put("")).shape - 1.0 / 3) < 1e-9)
        #expect(try Drawing(reading: put("", head: "width='20' height='10'")).shape == 0.5)
        #expect(throws: PhotoFile.Unusable.self) { try Drawing(reading: scratch.path("none.svg")) }
        #expect(throws: PhotoFile.Unusable.self) { try Drawing(reading: scratch.put(Array("<p>".utf8), "p.svg")) }
    }

    @Test func itStaysLinesInAPDFAndTheBytesAreTheSame() throws {
        let file = try put("<path d='M0 0 h150 v100 h-150 z' fill='#ff0000'/>")
        let image = PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(20), width: .pt(90), height: .pt(30)))
        let printed = try PDFPrinter().print(.sample([.image(image)]))
        #expect(printed.diagnostics.isEmpty)
        #expect(try PDFPrinter().print(.sample([.image(image)])).value == printed.value)
        #expect(!(try scratch.opened(printed.value)).contains("/Subtype /Image"))
        let picture = try scratch.picture(of: printed.value)
        // Screen red in the inks of a press, as a reader shows those.
        #expect(picture.name(atPoint: 60, 35) == "[237, 28, 36]")
        #expect(picture.name(atPoint: 110, 35) == "white")
    }

    @Test func aBrokenOneIsAGreyFrameAndAWarning() throws {
        let file = try scratch.put(Array("<svg".utf8), "broken.svg")
        let image = PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(20), width: .pt(90), height: .pt(30)))
        let printed = try PDFPrinter().print(.sample([.image(image)]))
        #expect(
            printed.diagnostics.map(\.message) == [
                "the drawing is no SVG that can be read, so a grey frame stands in its place"
            ])
    }

    /// Letters as large as houses are more than Cairo can write: it gave up the whole file.
    @Test(arguments: [OutputProfile.standard, .press(PressSheet()), .screen])
    func whatCannotBeWrittenCostsNoPage(_ form: OutputProfile) throws {
        let file = try put("<g transform='scale(5000)'><text>江</text></g>", head: "width='40' height='20'")
        let items: [Item] = [
            .image(PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(20), width: .pt(90), height: .pt(30)))),
            .text(SampleType().run("区领导调研")),
        ]
        let printed = try PDFPrinter(form).print(.sample(items))
        #expect(try scratch.text(of: printed.value) == "区领导调研")
        let message = try #require(printed.diagnostics.first)
        #expect(message.place?.file == file)
        #expect(message.message.hasPrefix("the drawing cannot be drawn"))
        #expect(printed.diagnostics.count == 1)
    }

    @Test func aPressIsToldWhichDrawingHasColoursOfItsOwn() throws {
        let gradient = "<linearGradient id='a'><stop stop-color='red'/><stop offset='1'/></linearGradient>"
        let coloured = try put(gradient + "<path d='M0 0h300v100z' fill='url(#a)'/>")
        let plain = try put("<path d='M0 0h300v100z'/>", name: "plain.svg")
        func image(_ file: String, y: Double) -> Item {
            .image(PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(y), width: .pt(90), height: .pt(30))))
        }
        func print(_ items: [Item]) throws -> [Diagnostic] {
            try PDFPrinter(.press(PressSheet())).print(.sample(items)).diagnostics
        }
        #expect(try print([image(plain, y: 20)]).isEmpty)
        let alone = try print([image(coloured, y: 20)])
        #expect(alone.map(\.place?.file) == [coloured])
        #expect(alone.first?.message.hasPrefix("the drawing has gradients") == true)
        let both = try print([image(plain, y: 20), image(coloured, y: 90)])
        #expect(both.first?.message.hasPrefix("one of the drawings \(plain), \(coloured) has gradients") == true)
    }

    /// A photo's stand-in is a strip one pixel high, as a drawing may have one.
    @Test func aPictureInADrawingTakesNoPhotosPlace() throws {
        let strip = TinyPNG(width: 1, height: 1) { _ in [0, 0, 255] }
        let data = Data(strip.bytes).base64EncodedString()
        let drawing = try put(
            "<image width='300' height='100' preserveAspectRatio='none' href='data:image/png;base64,\(data)'/>")
        let photo = try scratch.put(TinyPNG(width: 2, height: 2) { _ in [255, 0, 0, 255, 0, 0] }.bytes, "a.png")
        let items = [(photo, 20.0), (drawing, 90.0)].map { file, y in
            Item.image(PlacedImage(file: file, frame: Rect(x: .pt(40), y: .pt(y), width: .pt(90), height: .pt(30))))
        }
        for items in [items, items.reversed()] {
            let picture = try scratch.picture(of: PDFPrinter().print(.sample(items)).value)
            #expect(picture.name(atPoint: 60, 35) == "red")
            #expect(picture.name(atPoint: 60, 105) == "blue")
        }
    }

    @Test func typeIsSeen() throws {
        #expect(try Drawing(reading: put("<text>a</text>")).hasType)
        #expect(try Drawing(reading: put("<s:text xmlns:s='http://www.w3.org/2000/svg'>a</s:text>")).hasType)
        #expect(!(try Drawing(reading: put("<path d='M0 0'/>")).hasType))
    }

    /// librsvg ends the program when it is to set such lines.
    @Test(arguments: [
        "<text font-size='2e6'>江</text>", "<text style='font: bold 1e7px/1.2 serif'>江</text>",
        "<style>text { font-size : 3000000.5pt }</style><text>江</text>",
        "<g font-size='2000%'><g font-size='99em'><text font-size='1e3em'>江</text></g></g>",
        "<text letter-spacing='1e6'>江边日报</text>", "<text font-size='&#50;e6'>江</text>",
    ])
    func typeThatCannotBeSetIsRefused(_ body: String) throws {
        #expect(throws: PhotoFile.Unusable("has type that is too large to be set")) { try Drawing(reading: put(body)) }
    }

    @Test(arguments: [
        "<text font-size='64' letter-spacing='.1em'>江边日报</text>", "<path d='M0 0h2e6' font-size='2e6'/>",
        "<text style='font-size:120%;font-family:serif;font-weight:700'>江<tspan font-size='2em'>边</tspan></text>",
        "<text font-size='4000'>江边日报</text>",
    ])
    func typeOfAnySizeInUseIsTaken(_ body: String) throws {
        _ = try Drawing(reading: put(body))
    }
}
