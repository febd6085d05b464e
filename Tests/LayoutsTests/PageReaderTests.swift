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

    @Test("wrong pages")
    func wrong() {
        let report = WrongLayout.report([
            WrongLayout("a size that nobody knows", "page: {size: Foolscap}\n"),
            WrongLayout("one side only", "page: {size: 390mm}\n"),
            WrongLayout("a sheet smaller than a stamp", "page: {size: 2mm × 3mm}\n"),
            WrongLayout("an unknown margin", "page:\n  margins: {top: 20mm, bottm: 20mm}\n"),
            WrongLayout("a page that is no group", "page: A4\n"),
            WrongLayout("an unknown key of the file", "titel: 头版\npage: {size: A4}\n"),
            WrongLayout("a key given twice", "page: {size: A4}\npage: {size: A3}\n"),
            WrongLayout("no YAML", "page: {size: A4\ngrid: {columns: 3}\n"),
        ])
        #expect(difference(report, fromGolden: "page.txt") == nil)
    }
}
