import Layouts
import Pages
import TestSupport
import Testing

struct PageReaderTests {
    @Test(
        "sheets have names and measures",
        arguments: [
            ("对开", 390.0, 545.0), ("tabloid", 270, 390), ("a4", 210, 297), ("390mm × 545mm", 390, 545),
            ("20cm x 30cm", 200, 300),
        ])
    func sizes(text: String, width: Double, height: Double) throws {
        let page = try layout("page: {size: \(text)}\n").page
        #expect(page.trim == Size(width: .mm(width), height: .mm(height)))
    }

    @Test("even facing pages are the mirror image of odd ones")
    func facing() throws {
        let text = """
            page: {size: A4, margins: {inner: 30mm}, facing: true}
            grid: {columns: 2, measure: 20, rows: 50}
            furniture:
              folio:
                head: {height: 5mm, above: 3mm}
                parts:
                  - {text: '{page}', align: right, from: 80%}
            """
        let odd = try layout(text)
        #expect(odd.grid.origin.x.isClose(to: .mm(30)))
        #expect(odd.side(ofPage: 1) == odd)
        let even = odd.side(ofPage: 2)
        #expect((even.page.trim.width - even.grid.origin.x - even.grid.width).isClose(to: .mm(30)))
        #expect(even.page.margins.right.isClose(to: .mm(30)))
        guard case .text(let folio) = even.furniture[0].parts[0] else { return }
        #expect((folio.style.align, folio.strip.from) == (.left, 0))
        #expect(abs(folio.strip.to - 0.2) < 1e-9)
    }

    @Test("papers with vertical lines are bound on the right")
    func facingVertical() throws {
        let odd = try layout(
            "page: {size: A4, margins: {inner: 30mm}, facing: true}\ngrid: {direction: vertical, columns: 3, rows: 30}\n"
        )
        #expect(odd.page.margins.right.isClose(to: .mm(30)))
        #expect((odd.page.trim.width - odd.grid.typeArea.maxX).isClose(to: .mm(30)))
        #expect(odd.side(ofPage: 2).grid.typeArea.x.isClose(to: .mm(30)))
    }

    @Test("wrong pages")
    func wrong() {
        let report = WrongLayout.report([
            WrongLayout("an unknown size", "page: {size: Foolscap}\n"),
            WrongLayout("one side only", "page: {size: 390mm}\n"),
            WrongLayout("a sheet smaller than a stamp", "page: {size: 2mm × 3mm}\n"),
            WrongLayout("an unknown margin", "page:\n  margins: {top: 20mm, bottm: 20mm}\n"),
            WrongLayout("an inner margin of a page that is not facing", "page: {size: A4, margins: {inner: 20mm}}\n"),
            WrongLayout(
                "one margin by two names", "page: {size: A4, facing: yes, margins: {inner: 20mm, left: 18mm}}\n"),
            WrongLayout("facing with a wrong value", "page: {size: A4, facing: left}\n"),
            WrongLayout("a page that is not a group", "page: A4\n"),
            WrongLayout("an unknown key of the file", "titel: 头版\npage: {size: A4}\n"),
            WrongLayout("a key given twice", "page: {size: A4}\npage: {size: A3}\n"),
            WrongLayout("not YAML", "page: {size: A4\ngrid: {columns: 3}\n"),
        ])
        #expect(difference(report, fromGolden: "page.txt") == nil)
    }
}
