import FuzzedReaders
import TestSupport
import Testing

/// Minimized inputs for which fuzzing found a fault.
struct FoundByFuzzingTests {
    @Test(
        "inputs that once failed are read without fault",
        arguments: [
            // The error of YAML that ends too early was after the last line.
            ("dummy", "pages: [{"), ("edition", "paper: {name: 甲\npages"), ("layout", "page: [\n\n"),
            ("layout", "page: {size: A4}\nareas:\n  picture"), ("roles", "song: 'A\n"),
            // A byte order mark after a removed character became the first character of the text.
            ("decoder", "\u{17}\u{FEFF}江"),
            // A list after a list of another kind lost its form, and the second list its start.
            ("markdown", "---\ntitle: 甲\n---\n\n1. 一\n2. 二\n\n- 丙\\\n  丁\n"),
            ("markdown", "---\ntitle: 甲\n---\n\n- 一\n\n<!-- -->\n\n- 二\n"),
            // An underlined heading may have any number of lines.
            ("markdown", "---\ntitle: 甲\n---\n\n镰刀把夏天割成一行一行\\\n父亲走在前面\n---\n"),
            // The same in a list.
            ("markdown", "---\ntitle: 甲\n---\n\n-            丙\n              丁\n"),
            // Blanks at the ends of marks were marked on the first reading only.
            ("markdown", "---\ntitle: 甲\n---\n\n*乙&#32;**丙***丁\n"), ("markdown", "---\ntitle: 甲\n---\n\n*&#32;乙*丙\n"),
            // A blank at the end of such a line.
            ("markdown", "---\ntitle: 甲\n---\n\n镰刀&#32;\\\n父亲\n---\n"),
            ("markdown", "---\ntitle: 甲\n---\n\n镰刀\\\n　父亲\n---\n"),
            // In a quotation, an empty list item, and one with marks.
            ("markdown", "---\ntitle: 甲\n---\n\n> - <!-- -->\n> - 乙*丙*\n"),
            // Stars between a punctuation mark and a word are read as text.
            ("markdown", "---\ntitle: 甲\n---\n\n戊<!---->*-二*--二*-*<!---->丙\n"),
            ("markdown", "---\ntitle: 甲\n---\n\n他说<!---->**“好”**<!---->了\n"),
            // A combining character after a list marker was lost with the marker.
            ("raw", "黄桃熟了\n\n本报讯 事项如下：\n　　（一）甲乙丙丁。\n　　（二）\u{7AC}丙丁丙丁。\n"),
            // A dateline after a list marker was recognised on the second reading only.
            ("raw", "甲乙\n\n1.新华社北京6月20日电 丙丁丙丁丙丁。\n2. 丙丁丙丁丙丁。\n"),
            // A line with empty brackets caused a crash.
            ("raw", "甲乙\n\n（ ）\n"),
            // A Markdown character with a variation selector was not escaped.
            ("raw", "夏（\n\n**\u{FE0F}*\u{FE0F}*文\n夏（ "),
            // A YAML character with a variation selector, as a title, a layout or a story's id.
            ("raw", "*\u{FE0F}**"),
            ("dummy", "pages:\n  - {page: 1, layout: 'a: b', stories: []}\n"),
            ("dummy", "pages:\n  - {page: 1, layout: a, stories: [{story: \"'\u{301}\", columns: 1-1, rows: 1-9}]}\n"),
            ("dummy", "pages:\n  - {page: 1, layout: a, stories: [{story: \"b\\nc\", columns: 1-1, rows: 1-9}]}\n"),
            (
                "dummy",
                "pages:\n  - {page: 1, layout: a, stories: [{story: b, columns: 1-1, rows: 1-9, lines: 'a, b: c'}]}\n"
            ),
            // An indent of the file became part of the text.
            ("markdown", "---\ntitle: 甲\n---\n\n1. 丙\\\n  丁\n"), ("markdown", "---\ntitle: 甲\n---\n\n    丙\n      丁\n"),
        ])
    func harmless(_ name: String, _ input: String) throws {
        let reader = try #require(try FuzzedReader.all().first { $0.name == name })
        let folder = try TemporaryFolder()
        #expect(try reader.faults(Array(input.utf8), folder.path) == [])
    }

    /// A PNG of four thousand million pixels in each direction, whose number of pixels overflowed.
    @Test func rejectsExcessivePictureSizes() throws {
        let png = try #require(try FuzzedReader.all().first { $0.name == "png" })
        var file = TinyPNG(width: 1, height: 1) { _ in [1, 2, 3] }.bytes
        file.replaceSubrange(16..<24, with: [UInt8](repeating: 0xF7, count: 8))
        let folder = try TemporaryFolder()
        // The output format depends on the file's length.
        for _ in 0..<16 {
            #expect(try png.faults(file, folder.path) == [])
            file.append(0)
        }
    }

    /// Drawings that Cairo cannot write, or with colours outside the press's inks. The page was lost, or the message
    /// did not name the drawing.
    @Test(
        "no drawing prevents a page",
        arguments: [
            "width='40' height='20'><text font-size='1e6' x='1'>江江江江</text><text font-size='30000'>江</text>",
            "width='40' height='20'><filter id='f' x='-1000%' width='9000%' y='-1000%' height='9000%'><feFlood/></filter><rect width='40' height='20' filter='url(#f)'/>",
            "viewBox='0 0 4 2'><linearGradient id='a'><stop stop-color='red'/><stop offset='1'/></linearGradient><rect width='4' height='2' fill='url(#a)'/>",
            "viewBox='0 0 1e9 1e9'><g opacity='.5'><rect width='1e9' height='1e9'/></g>",
        ])
    func drawings(_ body: String) throws {
        let reader = try #require(try FuzzedReader.all().first { $0.name == "drawing" })
        var file = Array("<svg xmlns='http://www.w3.org/2000/svg' \(body)</svg>".utf8)
        let folder = try TemporaryFolder()
        // The output format depends on the file's length.
        for _ in 0..<16 {
            #expect(try reader.faults(file, folder.path) == [])
            file.append(UInt8(ascii: "\n"))
        }
    }
}
