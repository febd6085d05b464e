import Concurrency
import Copy
import Diagnostics
import Pages
import Press
import Synchronization
import TestSupport
import Testing
import Typesetting

struct EditionPressTests {
    /// All groups of a page, outer ones first.
    private func groups(_ items: [Item]) -> [Group] {
        items.flatMap { item -> [Group] in
            if case .group(let group) = item { [group] + groups(group.items) } else { [] }
        }
    }

    private func text(of role: Group.Role, in items: [Item]) -> String {
        groups(items).filter { $0.role == role }.flatMap(\.items).map { item in
            if case .text(let run) = item { run.text } else { "" }
        }.joined()
    }

    @Test func aMissingPhotoKeepsItsBlockAndIsAWarning() throws {
        let photos = "photos: [{file: gone.jpg, caption: 社员们在装箱}]\n"
        let edition = try SampleEdition(["copy/one.md": SampleEdition.story("黄桃熟了", sentences: 20, more: photos)])
        let composed = try edition.make()
        let warning = try #require(composed.diagnostics.lines.first { $0.contains("photo") })
        #expect(warning.hasPrefix("one.md:3 warning: the photo \(edition.folder.path)/photos/gone.jpg "))
        let page = composed.value.document.pages[0]
        let figure = try #require(groups(page.items).first { $0.role == .figure(alt: "社员们在装箱") })
        guard case .box(let box)? = figure.items.first else {
            Issue.record("no frame")
            return
        }
        #expect(box.rect.height > .pt(50) && box.fill != nil)
        #expect(text(of: .caption, in: page.items) == "社员们在装箱")
    }

    @Test func aCaptionWithoutAPictureKeepsItsBlockAndIsAWarning() throws {
        let raw = """
            黄桃熟了合作社里忙

            本报讯（记者 李群）6月20日，沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。


            社员们在装箱。 记者 李群 摄


            """
        let edition = try SampleEdition(["copy/raw.txt": raw], copy: ["copy/raw.txt", "copy/two.md"])
        let composed = try edition.make()
        #expect(composed.diagnostics.lines.contains("raw.txt:6 warning: no picture for the caption “社员们在装箱。”"))
        let figures = groups(composed.value.document.pages[0].items).filter { $0.role == .figure(alt: "社员们在装箱。") }
        #expect(figures.count == 1)
    }

    @Test func missingHyphenationPatternsAreOneWarningWhereTheyApply() throws {
        func warnings(_ word: String) throws -> [String] {
            let story = SampleEdition.story("黄桃熟了", sentences: 28) + word + "是一种水果。\n"
            let edition = try SampleEdition(["copy/one.md": story, "copy/two.md": story])
            let read = try EditionReader().read(edition.folder.path)
            var resources = Resources(edition: read.value.folder, program: Checkout.program)
            resources.hyphenation.folders = ["/none"]
            let press = EditionPress(resources: resources, fonts: { try SampleFonts.open() })
            return try press.make(read.value).diagnostics.lines.filter { $0.contains("hyphen") }
        }
        #expect(
            try warnings("nectarine") == [
                "warning: Latin words are broken only at soft hyphens: hyph_en_US.dic is not in /none"
            ])
        #expect(try warnings("HSK") == [])
    }

    @Test func aStoryTooLongForItsAreaIsAnErrorInLinesAndCharacters() throws {
        let edition = try SampleEdition(["copy/one.md": SampleEdition.story("黄桃熟了", sentences: 60)])
        let composed = try edition.make()
        let error = try #require(composed.diagnostics.first { $0.severity == .error })
        let parts = try #require(
            try /“黄桃熟了” is (\d+) lines \(about (\d+) characters\) too long for its area/.wholeMatch(in: error.message))
        let lines = try #require(Int(parts.1)), characters = try #require(Int(parts.2))
        #expect(characters == lines * 12, "a line of the grid has twelve characters")
        // The overset part is not on the page.
        let page = composed.value.document.pages[0]
        let story = try #require(groups(page.items).first { $0.role == .article("one") })
        let painted = text(of: .paragraph(0), in: story.items)
        let written = 60 * 35
        #expect(painted.count < written)
        #expect(abs(written - painted.count - characters) <= 24)
        #expect(composed.diagnostics.lines.contains { $0.hasPrefix("one.md:2 error: ") })
    }

    @Test func aStoryWithoutAnAreaIsAnError() throws {
        let edition = try SampleEdition(
            ["copy/three.md": SampleEdition.story("新路开工")], copy: ["copy/one.md", "copy/two.md", "copy/three.md"])
        let errors = try edition.make().diagnostics.filter { $0.severity == .error }
        #expect(errors.lines == ["three.md:2 error: no area is left for “新路开工”"])
        #expect(
            errors.first?.hints == ["the layout “small” has 2 areas; draw one more, or move the story to another page"])
    }

    @Test func anAreaWithoutAStoryIsAWarning() throws {
        let composed = try SampleEdition(copy: ["copy/one.md"]).make()
        #expect(composed.diagnostics.lines.contains("small.yaml:9 warning: no story for the area “2”"))
    }

    @Test func aStoryTooShortForItsAreaIsAWarning() throws {
        let composed = try SampleEdition(["copy/one.md": SampleEdition.story("黄桃熟了", sentences: 10)]).make()
        #expect(composed.diagnostics.lines.contains { $0.contains("“黄桃熟了” is ") && $0.contains(" short of its area") })
    }

    @Test func aHeadlineThatFitsNowhereIsAnError() throws {
        let title = String(repeating: "推动全区农业农村现代化建设", count: 6)
        let composed = try SampleEdition(["copy/one.md": SampleEdition.story(title)]).make()
        #expect(
            composed.diagnostics.lines.contains(
                "one.md:2 error: the headline “\(title.prefix(30))…” does not fit across the area “1” at any size of its rank"
            ))
    }

    @Test func aPlaceholderWithoutAValueIsAWarning() throws {
        let yaml = "pages:\n  - layout: small\n    copy: [copy/one.md, copy/two.md]\n"
        let composed = try SampleEdition(["edition.yaml": yaml]).make()
        let warning = try #require(composed.diagnostics.first { $0.message.contains("{date}") })
        #expect([warning].lines == ["small.yaml:6 warning: the edition gives no {date}"])
        #expect(text(of: .furniture("folio"), in: composed.value.document.pages[0].items).filter { $0 != " " } == "第1版")
    }

    @Test func onlyTheRequestedPagesAreMade() throws {
        let page = "  - layout: small\n    copy: [copy/NAME.md]\n"
        let yaml =
            "date: 2023-06-21\npages:\n" + page.replacing("NAME", with: "one")
            + "  - layout: nowhere\n    copy: [copy/two.md]\n" + page.replacing("NAME", with: "three")
        let edition = try SampleEdition(["edition.yaml": yaml, "copy/three.md": SampleEdition.story("新路开工")])
        let read = try EditionReader().read(edition.folder.path).value
        let resources = Resources(edition: read.folder, program: Checkout.program)
        let press = EditionPress(resources: resources, fonts: { try SampleFonts.open() })
        #expect(try press.make(read, .init(pages: [1, 3])).value.document.pages.map(\.number) == [1, 3])
        #expect(throws: DiagnosticsError.self) { try press.make(read) }
    }

    @Test("a cancelled run makes no pages")
    func cancels() throws {
        let sample = try SampleEdition(["copy/one.md": SampleEdition.story("黄桃熟了", sentences: 10)])
        let read = try EditionReader().read(sample.folder.path).value
        let press = EditionPress(
            resources: Resources(edition: read.folder, program: Checkout.program), fonts: { try SampleFonts.open() })
        let cancellation = Cancellation(), composed = Mutex(0)
        let options = EditionPress.Options(
            cancellation: cancellation, progress: { _, _ in composed.withLock { $0 += 1 } })
        #expect(throws: Never.self) { try press.make(read, options) }
        cancellation.cancel()
        #expect(throws: CancellationError.self) { try press.make(read, options) }
        #expect(composed.withLock { $0 } == 1)
    }
}
