import Copy
import Diagnostics
import Pages
import Press
import Printing
import TestSupport
import Testing

/// Facing pages: mirrored folios, and spreads of two pages on one sheet.
struct FacingPagesTests {
    private static let layout = """
        page: {size: 200mm × 280mm, facing: true, margins: {inner: 14mm, outer: 20mm}}
        grid: {columns: 4, measure: 11字, gutter: 1.5字, leading: 13pt, rows: 48}
        headlines: {1: {font: hei-heavy, sizes: [24pt, 20pt, 18pt]}}
        furniture:
          folio:
            head: {height: 5mm, above: 3mm}
            parts:
              - {text: '{editors}', to: 60%}
              - {text: '[{page}]', align: right, from: 70%}
        makeup: auto

        """
    private static let wide = """
        extends: small
        page: {size: 400mm × 280mm}
        grid: {columns: 8}
        furniture:
          folio:
            head: {height: 5mm, above: 3mm}
            parts:
              - {text: '[{page}]', to: 20%}
              - {text: '{section}', align: center, from: 30%, to: 70%}
              - {text: '[{facing}]', align: right, from: 80%}

        """

    private func edition(_ pages: [String], wide: String = wide) throws -> TemporaryFolder {
        var files = ["layouts/small.yaml": Self.layout, "layouts/wide.yaml": wide]
        let list = pages.enumerated().map { index, page in
            files["copy/s\(index + 1).md"] = SampleEdition.story("第\(index + 1)篇稿子", sentences: 40)
            return "  - {\(page), editors: 责任编辑, section: 专版, copy: [copy/s\(index + 1).md]}\n"
        }
        files["edition.yaml"] = "pages:\n" + list.joined()
        return try TemporaryFolder(files)
    }

    private let single = "layout: small"
    private let spread = "layout: wide, spread: true"

    private func place(of words: String, on page: Page) throws -> Double {
        try #require(page.glyphRuns.first { $0.text.contains(words) }).origin.x.millimetres
    }

    @Test func numbersAreAtTheOuterEdges() throws {
        let folder = try edition([single, single, single])
        let pages = try Run.make(folder.path).value.document.pages
        for (index, page) in pages.enumerated() {
            let number = try place(of: "[\(index + 1)]", on: page), editors = try place(of: "责任编辑", on: page)
            // Odd pages are to the right of the fold, so their outer edge is the right one.
            if index % 2 == 0 { #expect(number > 140 && editors < 60) } else { #expect(number < 60 && editors > 100) }
        }
    }

    @Test func aSpreadIsTwoPagesOnOneSheet() throws {
        let folder = try edition([single, spread, single])
        let composed = try Run.make(folder.path)
        #expect(
            composed.diagnostics.filter { $0.message.contains("spread") || $0.message.contains("face") }.lines == [])
        let pages = composed.value.document.pages
        #expect(pages.map(\.number) == [1, 2, 4])
        #expect(pages.map(\.label) == ["第1版", "第2、3版", "第4版"])
        #expect(pages.map { $0.trim.width.millimetres.rounded() } == [200, 400, 200])
        #expect(try place(of: "[2]", on: pages[1]) < 60)
        #expect(try place(of: "[3]", on: pages[1]) > 300)
        // The page behind it is the even side of its sheet.
        #expect(try place(of: "[4]", on: pages[2]) < 60)
        let pdf = PDFReader(try PDFPrinter().print(composed.value.document).value)
        #expect(pdf.labels == ["第1版", "第2、3版", "第4版"])
        #expect(pdf.outline.map(\.title) == ["第1版 专版", "第2、3版 专版", "第4版 专版"])
        #expect(pdf.outline.map { $0.place?.page } == [0, 1, 2])
    }

    @Test(arguments: [2, 3])
    func eitherNumberSelectsBothPages(_ number: Int) throws {
        let folder = try edition([single, spread])
        let read = try EditionReader().read(folder.path)
        let resources = Resources(edition: read.value.folder, program: Checkout.program)
        let press = EditionPress(resources: resources, fonts: { try SampleFonts.open() })
        #expect(try press.make(read.value, .init(pages: [number])).value.document.pages.map(\.label) == ["第2、3版"])
    }

    @Test func pagesThatDoNotFaceEachOtherAreAWarning() throws {
        let folder = try edition([single, single, spread])
        let lines = try Run.make(folder.path).diagnostics.lines
        #expect(lines.contains("edition.yaml:4 warning: pages 3 and 4 do not face each other"), "\(lines)")
    }

    @Test func aSpreadOfAnotherWidthIsAWarning() throws {
        let folder = try edition([single, spread], wide: Self.wide.replacing("400mm", with: "420mm"))
        let lines = try Run.make(folder.path).diagnostics.lines
        #expect(
            lines.contains(
                "edition.yaml:3 warning: a spread of two pages is 400 mm wide, the layout “wide” is 420"), "\(lines)")
    }

    /// A placeholder that the edition gives no value prints empty, and is reported at its place.
    @Test func aMissingValueIsAWarning() throws {
        let folder = try edition([single, single])
        try folder.write(
            Self.layout.replacing("{editors}", with: "{today.weather} {facing}"), to: "layouts/small.yaml")
        let lines = try Run.make(folder.path).diagnostics.lines
        // Once, though it is missing on both pages.
        for key in ["today.weather", "facing"] {
            let warning = "small.yaml:8 warning: the edition gives no {\(key)}"
            #expect(lines.filter { $0 == warning }.count == 1, "\(lines)")
        }
    }
}
