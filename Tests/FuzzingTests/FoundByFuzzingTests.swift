import FuzzedReaders
import TestSupport
import Testing

/// Inputs that did harm when fuzzing found them, made small: each reader takes its own without fault.
struct FoundByFuzzingTests {
    @Test(
        "what once did harm does none",
        arguments: [
            // Messages of YAML that ends too early stood on a line behind the last.
            ("dummy", "pages: [{"), ("edition", "paper: {name: 甲\npages"), ("layout", "page: [\n\n"),
            ("layout", "page: {size: A4}\nareas:\n  picture"), ("roles", "song: 'A\n"),
            // A byte order mark behind what is left out came to be the first of the text.
            ("decoder", "\u{17}\u{FEFF}江"),
            // An imported list lost its form behind one of another, and a second list its beginning.
            ("markdown", "---\ntitle: 甲\n---\n\n1. 一\n2. 二\n\n- 丙\\\n  丁\n"),
            ("markdown", "---\ntitle: 甲\n---\n\n- 一\n\n<!-- -->\n\n- 二\n"),
            // A heading that is underlined has as many lines as it likes.
            ("markdown", "---\ntitle: 甲\n---\n\n镰刀把夏天割成一行一行\\\n父亲走在前面\n---\n"),
            // In a list, too.
            ("markdown", "---\ntitle: 甲\n---\n\n-            丙\n              丁\n"),
            // Blanks at the ends of what stands out were marked at first, and not any more when read back.
            ("markdown", "---\ntitle: 甲\n---\n\n*乙&#32;**丙***丁\n"), ("markdown", "---\ntitle: 甲\n---\n\n*&#32;乙*丙\n"),
            // A blank at the end of such a line.
            ("markdown", "---\ntitle: 甲\n---\n\n镰刀&#32;\\\n父亲\n---\n"),
            ("markdown", "---\ntitle: 甲\n---\n\n镰刀\\\n　父亲\n---\n"),
            // In a quote an item that says nothing, and one with words that stand out.
            ("markdown", "---\ntitle: 甲\n---\n\n> - <!-- -->\n> - 乙*丙*\n"),
            // Stars between a mark and a word are taken for what they are.
            ("markdown", "---\ntitle: 甲\n---\n\n戊<!---->*-二*--二*-*<!---->丙\n"),
            ("markdown", "---\ntitle: 甲\n---\n\n他说<!---->**“好”**<!---->了\n"),
            // A sign that joins with an item's marker was lost with it.
            ("raw", "黄桃熟了\n\n本报讯 事项如下：\n　　（一）甲乙丙丁。\n　　（二）\u{7AC}丙丁丙丁。\n"),
            // A dateline behind an item's marker was none at first, and one when read back.
            ("raw", "甲乙\n\n1.新华社北京6月20日电 丙丁丙丁丙丁。\n2. 丙丁丙丁丙丁。\n"),
            // A line of brackets round nothing ended the program.
            ("raw", "甲乙\n\n（ ）\n"),
            // A sign of Markdown's with a selector behind it was not kept from being one.
            ("raw", "夏（\n\n**\u{FE0F}*\u{FE0F}*文\n夏（ "),
            // A sign of YAML's with a selector behind it, as a title, a layout or a story's name.
            ("raw", "*\u{FE0F}**"),
            ("dummy", "pages:\n  - {page: 1, layout: 'a: b', stories: []}\n"),
            ("dummy", "pages:\n  - {page: 1, layout: a, stories: [{story: \"'\u{301}\", columns: 1-1, rows: 1-9}]}\n"),
            ("dummy", "pages:\n  - {page: 1, layout: a, stories: [{story: \"b\\nc\", columns: 1-1, rows: 1-9}]}\n"),
            (
                "dummy",
                "pages:\n  - {page: 1, layout: a, stories: [{story: b, columns: 1-1, rows: 1-9, lines: 'a, b: c'}]}\n"
            ),
            // An indent of the file became one of the text.
            ("markdown", "---\ntitle: 甲\n---\n\n1. 丙\\\n  丁\n"), ("markdown", "---\ntitle: 甲\n---\n\n    丙\n      丁\n"),
        ])
    func harmless(_ name: String, _ input: String) throws {
        let reader = try #require(try FuzzedReader.all().first { $0.name == name })
        let folder = try TemporaryFolder()
        #expect(try reader.faults(Array(input.utf8), folder.path) == [])
    }

    /// A PNG of four thousand million pixels each way: they could not be counted.
    @Test func sidesThatNoPictureHasAreRefused() throws {
        let png = try #require(try FuzzedReader.all().first { $0.name == "png" })
        var file = TinyPNG(width: 1, height: 1) { _ in [1, 2, 3] }.bytes
        file.replaceSubrange(16..<24, with: [UInt8](repeating: 0xF7, count: 8))
        let folder = try TemporaryFolder()
        // Each length is printed in a form of its own.
        for _ in 0..<16 {
            #expect(try png.faults(file, folder.path) == [])
            file.append(0)
        }
    }

    /// Drawings that Cairo cannot write, or whose colours are none of the press's: the page was lost, or it was not said
    /// of the drawing.
    @Test(
        "no drawing costs a page",
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
        // Each length is printed in a form of its own.
        for _ in 0..<16 {
            #expect(try reader.faults(file, folder.path) == [])
            file.append(UInt8(ascii: "\n"))
        }
    }
}
