import Foundation
import TestSupport
import Testing

/// Editions that are small and ask for much. The program ends with a message, whatever the door that a text comes by.
@Suite(.waiting)
struct EndlessInputTests {
    private static let layout = """
        page: {size: A4}
        grid: {columns: 2, measure: 24字, gutter: 1.5字, leading: 13pt, rows: 54}
        headlines:
          1: {font: hei-heavy, sizes: [22pt], below: 1}
        furniture:
          folio: {foot: {height: 4mm, below: 3mm}, parts: {text: '{date} 第{page}版'}}
        areas:
          picture: |
            1-29  | 1 1

        """
    private static let edition = "pages: [{layout: small, copy: [copy]}]\n"

    /// Builds an edition of the files, and checks that the program ends by itself, soon and with little memory.
    private func build(_ files: [String: String]) throws -> ProgramRun {
        let all = ["edition.yaml": Self.edition, "layouts/small.yaml": Self.layout].merging(files) { $1 }
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: all.map { ("day/" + $0.key, $0.value) }))
        let program = Checkout.program
        // Processor time, because other tests keep the machine busy; a program that waits for ever is ended by the clock.
        // Debug builds take several times as long as the five seconds that releases have; a square of the input takes minutes.
        let run = try ProgramRun(
            "/usr/bin/env",
            ["bash", "-c", "ulimit -v 4000000 -t 60; exec timeout 600 \"$0\" build day --proof -o out.pdf", program],
            in: folder.path)
        #expect((0...2).contains(run.status))
        return run
    }

    private func story(_ keys: String = "", _ body: String = "字。") -> [String: String] {
        ["copy/a.md": "---\ntitle: 甲\n\(keys)---\n\(body)\n"]
    }

    @Test(arguments: ["byline", "kicker", "deck", "title"]) func longHeadlines(_ key: String) throws {
        for text in ["国", "春天来了", "a b ", "，"] {
            let value = String(repeating: text, count: 10_000 / text.count)
            _ = try build(["copy/a.md": "---\n\(key == "title" ? "" : "title: 甲\n")\(key): '\(value)'\n---\n字。\n"])
        }
    }

    @Test func longCaptions() throws {
        let text = String(repeating: "春天来了", count: 2_500)
        _ = try build(story("photos: [{file: a.jpg, caption: \(text), credit: \(text)}]\n"))
    }

    @Test(.slow) func manyPhotos() throws {
        let photos = (0..<200).map { "  - {file: p\($0).jpg, caption: 图}\n" }.joined()
        _ = try build(story("photos:\n" + photos))
    }

    @Test func manyMarksInAParagraph() throws {
        let run = try build(story("", String(repeating: "字*a*", count: 30_000)))
        #expect(run.errors.contains("too long"))
    }

    @Test func manyAccents() throws {
        let run = try build(story("", "e" + String(repeating: "\u{301}", count: 500_000)))
        #expect(run.errors.contains("499970 accents"))
    }

    @Test func manyEqualFaultsAreOneMessage() throws {
        let images = try build(story("", String(repeating: "![x](y)", count: 5_000)))
        #expect(images.errors.contains("a picture cannot be inside the text (5000 times; the first is here)"))
        #expect(images.errors.split(separator: "\n").count < 10)
        let notices = Array(repeating: "{rows: 1, title: x}", count: 5_000).joined(separator: ",")
        let run = try build(
            story().merging(["edition.yaml": "pages: [{layout: small, copy: [copy], notices: [\(notices)]}]\n"]) { $1 })
        #expect(run.errors.contains("(4999 times; the first is here)"))
    }

    @Test func longTextsOfTheFurniture() throws {
        let long = String(repeating: "江", count: 100_000)
        func layout(_ text: String) -> [String: String] {
            ["layouts/small.yaml": Self.layout.replacing("'{date} 第{page}版'", with: "'\(text)'")]
        }
        let name = "paper: {name: \(String(repeating: "江", count: 2_000))}\n" + Self.edition
        for (files, message) in [
            (["edition.yaml": "paper: {name: \(long)}\n" + Self.edition], "at most 2000 can be typeset"),
            (["edition.yaml": "pages: [{layout: small, section: \(long), copy: [copy]}]\n"], "at most 2000"),
            (layout(long), "at most 5000 can be typeset"),
            (
                layout(String(repeating: "{paper.name}", count: 400)).merging(["edition.yaml": name]) { $1 },
                "with its values, “江江"
            ),
        ] {
            let run = try build(story().merging(files) { $1 })
            #expect(run.status == 1)
            #expect(run.errors.contains(message))
            #expect(run.errors.utf8.count < 100_000)
        }
    }

    @Test func chainsOfStylesAndWideDrawings() throws {
        let chain = (0..<20_000).map { "  s\($0): {like: s\(($0 + 1) % 20_000)}\n" }.joined()
        let styles = try build(story().merging(["layouts/small.yaml": Self.layout + "\nstyles:\n" + chain]) { $1 })
        #expect(styles.errors.contains("more than 20 styles are like each other in a row"))
        let wide = Self.layout.replacing("| 1 1", with: "| " + String(repeating: "1 ", count: 100_000))
        #expect(
            try build(story().merging(["layouts/small.yaml": wide]) { $1 }).errors.contains(
                "this line draws 100000 columns"))
    }

    @Test func rawCopyOfOneKindOfLine() throws {
        for text in [
            "大桥通车\n\n　　本报讯 会议召开，代表们讨论了新桥。\n\n" + String(repeating: "本报记者 王明\n\n", count: 60_000),
            String(repeating: "本报记者 王明\n", count: 60_000),
            String(repeating: "标题在这里甲乙\n\n　　本报讯 正文在这里，说明情况很好。\n\n", count: 10_000),
            String(repeating: "江边晨雾 王明 摄\n\n", count: 60_000),
        ] { _ = try build(["copy/a.txt": text]) }
    }

    /// Zero characters by each door.
    @Test func zeroCharacters() throws {
        func furniture(_ text: String) -> [String: String] {
            ["layouts/small.yaml": Self.layout.replacing("'{date} 第{page}版'", with: text)]
        }
        let yaml = try [
            ["edition.yaml": "issue: \"\\0\"\n" + Self.edition],
            ["edition.yaml": "paper: {name: \"江\\x01边\"}\n" + Self.edition],
            ["edition.yaml": "pages: [{layout: small, section: \"\\0\", copy: [copy]}]\n"],
            ["edition.yaml": "pages: [{layout: \"\\0\", copy: [copy]}]\n"],
            story("kicker: \"\\0\"\n"), story("photos: [{caption: \"\\0\", file: a.jpg}]\n"),
            story("photos: [{caption: 甲, file: \"a\\0.jpg\"}]\n"), furniture("\"\\0\""),
            ["fonts/roles.yaml": "\"\\0\": [a]\n"],
        ].map { try build(story().merging($0) { $1 }) }
        for run in yaml {
            #expect(run.status == 1)
            #expect(run.errors.contains("the text has a control character (U+00"))
        }
        #expect(try build(story("", "江\0边")).errors.contains("zero"))
        #expect(try build(["copy/a.txt": "江\0边"]).errors.contains("zero"))
        #expect(try build(story("", "江&#1;边")).errors.contains("a control character (U+0001) is left out"))
        #expect(try build(["copy/a\u{1}.md": "字"]).errors.contains("the name of a copy file is not plain text"))
    }
}
