import Foundation
import Paiban
import Synchronization
import Testing

struct CompositorTests {
    /// One for all tests: it opens its fonts once.
    private static let compositor = Compositor(jobs: 2)
    private var compositor: Compositor { Self.compositor }

    private static let checkout = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private static func article(
        _ title: String, sentences: Int = 6, id: String = "article", rank: Int? = nil, photos: [Photo] = []
    ) throws -> Article {
        let sentence = "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。"
        return try Article(
            title: title, body: String(repeating: sentence, count: sentences), id: id, rank: rank, photos: photos)
    }

    private static func edition(_ articles: [Article], notices: [Notice] = []) -> Edition {
        Edition(
            paper: ["name": "江边日报"], date: Edition.Day("2023-06-21"), issue: "4321",
            pages: [.init(layout: "bulletin", articles: articles, notices: notices)])
    }

    private func bytes(_ file: PrintedFile, startWith start: String) -> Bool { file.bytes.starts(with: start.utf8) }

    /// Zero characters end the program inside Pango. Whatever text a program gives, they are removed with a warning.
    @Test func controlCharactersAreRemoved() async throws {
        var article = try Self.article("黄桃\0熟了", photos: [Photo(nil, caption: "沿江\0村", credit: "王\0明")])
        (article.kicker, article.deck, article.byline, article.section) = ("引\0", "副\0", "记\0者", "要\0闻")
        var edition = Self.edition([article, try Article(title: "江", body: "沿\0江\u{1}村\n\n    \u{1}代码")])
        edition.paper["name"] = "江边\0日报\u{FFFE}"
        (edition.issue, edition.totalIssue) = ("\0", "1\0")
        let composed = try await compositor.compose(edition)
        #expect(composed.diagnostics.contains { $0.message.contains("control character") })
    }

    @Test func anEditionsFolderIsReadComposedAndPrinted() async throws {
        let edition = try await Edition(contentsOf: Self.checkout + "/seeds/qingdu-2024-09-14")
        #expect(edition.date?.year == 2024 && edition.date?.month == 9 && edition.date?.day == 14)
        guard case .listed(let pages) = edition.pages else {
            Issue.record("no list of pages")
            return
        }
        #expect(pages.count == 4)
        // Pages 2 and 4 alone.
        let composed = try await compositor.compose(edition, pages: [2, 4])
        #expect(composed.diagnostics.isEmpty)
        #expect(composed.pages.map(\.number) == [2, 4])
        #expect(composed.pages[0].stories.count > 3)
        let story = try #require(composed.pages[0].stories.first)
        #expect(story.rank == 1 && !story.title.isEmpty && story.lines > 0 && story.oversetLines == 0)
        let frame = try #require(story.frames.first)
        #expect(frame.x > 0 && frame.x + frame.width < composed.pages[0].width)
        #expect(composed.report.contains("\"cost\""))
        #expect(bytes(try await composed.pages[1].svg(), startWith: "<?xml"))
        let png = try await composed.pages[1].png(dpi: 20)
        // A PNG's width stands in bytes 16 to 19.
        let width = png.bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        #expect(width == Int((composed.pages[1].width * 20 / 72).rounded()))
    }

    @Test func purposesGiveDifferentPDFsAndTheSameOneTheSameBytes() async throws {
        let composed = try await compositor.compose(Self.edition([try Self.article("黄桃熟了")]))
        var files: Set<[UInt8]> = []
        for purpose in [PDFPurpose.standard, .press(), .press(marks: true, photos: .cmyk), .screen] {
            let file = try await composed.pdf(purpose)
            #expect(bytes(file, startWith: "%PDF-"))
            #expect(file.diagnostics.isEmpty)
            #expect(try await composed.pdf(purpose) == file)
            files.insert(file.bytes)
        }
        #expect(files.count == 4)
        await #expect(throws: EditionError.self) { try await composed.pdf(.press(profile: "/no/such.icc")) }
        #expect(try await composed.preflight().hasErrors == false)
        await #expect(throws: EditionError.self) { try await composed.pdf().write(to: "/no/such/folder/page.pdf") }
    }

    /// A printed file replaces no file of its edition, and another file only if it is of the same kind.
    @Test func inputsAreNotReplaced() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/paiban-\(UUID().uuidString)"
        let disk = FileManager.default
        for name in ["copy", "photos"] {
            try disk.createDirectory(atPath: folder + "/day/" + name, withIntermediateDirectories: true)
        }
        defer { try? disk.removeItem(atPath: folder) }
        func write(_ text: String, _ name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        try write("pages: [{layout: bulletin, copy: [copy/a.md]}]\n", "day/edition.yaml")
        try write("---\ntitle: 黄桃熟了\n---\n\n沿江村的黄桃熟了。\n", "day/copy/a.md")
        try write("%PDF-1.7\n", "day/photos/a.pdf")
        try write("%PDF-1.7\n", "outside.pdf")
        try write("notes", "notes.pdf")
        try disk.linkItem(atPath: folder + "/day/photos/a.pdf", toPath: folder + "/link.pdf")
        let composed = try await compositor.compose(Edition(contentsOf: folder + "/day"))
        let pdf = try await composed.pdf()
        for name in ["day/edition.yaml", "day/copy/a.md", "day/photos/a.pdf", "link.pdf"] {
            let before = disk.contents(atPath: folder + "/" + name)
            for replacesAnything in [false, true] {
                let error = #expect(throws: EditionError.self) {
                    try pdf.write(to: folder + "/" + name, replacesAnything: replacesAnything)
                }
                #expect(error?.description.contains("which an output never replaces") == true)
            }
            #expect(disk.contents(atPath: folder + "/" + name) == before)
        }
        #expect(throws: EditionError.self) { try pdf.write(to: folder + "/notes.pdf") }
        try pdf.write(to: folder + "/notes.pdf", replacesAnything: true)
        try pdf.write(to: folder + "/outside.pdf")
        // A picture that the program names is a file of the edition, wherever it is.
        let photo = Photo(.file(folder + "/outside.pdf"), caption: "江边晨雾")
        let other = try await compositor.compose(Self.edition([try Self.article("黄桃熟了", photos: [photo])])).pdf()
        #expect(throws: EditionError.self) { try other.write(to: folder + "/outside.pdf", replacesAnything: true) }
    }

    @Test func aPhotoInMemoryIsPrintedAsOneOnDisk() async throws {
        let file = Self.checkout + "/seeds/jiangjin-2023-06-21/photos/station.jpg"
        let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        func pdf(_ picture: Picture) async throws -> [UInt8] {
            let photo = Photo(picture, caption: "江边晨雾", credit: "廖洋 摄")
            let edition = Self.edition(
                [try Self.article("黄桃熟了", sentences: 20, photos: [photo])],
                notices: [Notice(picture, rows: .last(10), columns: 3...3)])
            let composed = try await compositor.compose(edition)
            #expect(!composed.diagnostics.contains { $0.message.contains("photo") })
            return try await composed.pdf().bytes
        }
        let inMemory = try await pdf(.bytes(data, name: "station.jpg"))
        #expect(inMemory.count > data.count)
        #expect(try await pdf(.file(file)) == inMemory)
    }

    @Test func aBrokenPhotoInMemoryIsWarnedOfByItsName() async throws {
        let photo = Photo(.bytes(Array("GIF89a".utf8), name: "mist.gif"), caption: "江边晨雾")
        let composed = try await compositor.compose(Self.edition([try Self.article("黄桃熟了", photos: [photo])]))
        let warning = try #require(composed.diagnostics.first { $0.message.contains("photo") })
        #expect(warning.severity == .warning)
        #expect(warning.message == "the photo mist.gif is neither JPEG nor PNG")
    }

    @Test func articlesAreDistributedOverAutomaticPages() async throws {
        let articles = try (1...14).map { number in
            try Self.article("第\(number)条消息", sentences: 4 + number % 5, rank: number == 1 ? 1 : nil)
        }
        let pages = Edition.AutomaticPages(articles, front: "bulletin", sections: ["要闻", .init("综合")])
        #expect(pages.inside == "bulletin" && pages.sections.map(\.name) == ["要闻", "综合"])
        let counts = Shared<[[Int]]>([])
        let composed = try await compositor.compose(Edition(pages: .automatic(pages))) { composed, total in
            counts.change { $0.append([composed, total]) }
        }
        let stories = composed.pages.flatMap(\.stories)
        #expect(composed.pages.count > 1)
        // Articles with the same id get numbers.
        #expect(Set(stories.map(\.id)) == Set(["article"] + (2...14).map { "article-\($0)" }))
        // Each page is reported when it is composed, those too that are left out because no article is left for them.
        let steps = counts.value, total = try #require(steps.last?[1])
        #expect(total >= composed.pages.count)
        #expect(steps.suffix(total) == (1...total).map { [$0, total] }[...])
    }

    @Test func previousPlacesAreKept() async throws {
        let articles = try ["黄桃熟了", "大桥通车"].enumerated().map {
            try Self.article($1, sentences: 12 + $0, id: "story\($0)")
        }
        let first = try await compositor.compose(Self.edition(articles))
        let second = try await compositor.compose(Self.edition(articles), keeping: first)
        #expect(second.pages[0].stories == first.pages[0].stories)
        #expect(second.pages[0].dummy == first.pages[0].dummy)
    }

    @Test func problemsNameTheArticleAndItsLine() async throws {
        let error = #expect(throws: EditionError.self) {
            try Article(title: "黄桃熟了", body: "第一段。\n\n![雾](mist.jpg)", id: "lead")
        }
        let diagnostic = try #require(error?.diagnostics.first)
        #expect(diagnostic.severity == .error && diagnostic.source == "lead")
        #expect(diagnostic.line == 3 && diagnostic.column == 1)
        #expect(diagnostic.description.hasPrefix("lead:3:1: error: "))
        // A warning of reading comes with the pages.
        let article = try Article(markdown: "# 黄桃熟了\n\n第一段。\n\n<b>\n", id: "markdown")
        let composed = try await compositor.compose(Self.edition([article]))
        #expect(composed.diagnostics.contains { $0.source == "markdown" && $0.line == 5 })
    }

    @Test func rawCopyIsReadIntoArticles() async throws {
        let copy = """
            黄桃熟了合作社里忙

            本报讯（记者 李群）6月20日，沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。


            大桥昨日通车

            本报讯（记者 李群）昨日，连接两岸的大桥通车，沿江村的黄桃当天就到了对岸的市场上。

            """
        let articles = Article.articles(inRawCopy: copy, id: "front")
        #expect(articles.map(\.title) == ["黄桃熟了合作社里忙", "大桥昨日通车"])
        #expect(articles.map(\.id) == ["front-1", "front-2"])
    }

    @Test func anUnknownLayoutIsAnErrorThatNamesTheNearest() async throws {
        let edition = Edition(pages: [.init(layout: "bulletins", articles: [try Self.article("黄桃熟了")])])
        let error = await #expect(throws: EditionError.self) { try await compositor.compose(edition) }
        let diagnostic = try #require(error?.diagnostics.first)
        #expect(diagnostic.source == nil)
        #expect(diagnostic.hints.contains { $0.contains("bulletin") })
    }

    @Test func numbersOutOfTheirRangesAreErrors() async throws {
        let article = try Self.article("黄桃熟了", rank: 0)
        func messages(_ edition: Edition) async throws -> [String] {
            let error = await #expect(throws: EditionError.self) { try await compositor.compose(edition) }
            return error?.diagnostics.map(\.message) ?? []
        }
        #expect(try await messages(Edition(pages: [])) == ["the edition has no pages"])
        let picture = Picture.file("ad.png")
        #expect(
            try await messages(Self.edition([article], notices: [Notice(picture, rows: .last(0))])) == [
                "the rank of “黄桃熟了” has to be from 1 to 99, not 0", "rows and columns of a notice count from 1",
            ])
        let pages = Edition.AutomaticPages([try Self.article("黄桃熟了")], front: "bulletin", count: 65)
        #expect(
            try await messages(Edition(pages: .automatic(pages))) == ["an edition has from 1 to 64 pages, not 65"])
        #expect(Edition.Day("2023-02-29") == nil)
        await #expect(throws: EditionError.self) { try await Edition(contentsOf: "/no/such/edition") }
    }

    @Test func aCancelledTaskEndsTheRun() async throws {
        let articles = try (1...40).map { try Self.article("第\($0)条消息", sentences: 8, rank: $0 == 1 ? 1 : nil) }
        let edition = Edition(pages: .automatic(.init(articles, front: "bulletin")))
        // The run cancels its own task when the first page is composed, so it cannot end before.
        let running = Shared<Task<ComposedEdition, any Error>?>(nil)
        let task = Task {
            while running.value == nil { await Task.yield() }
            return try await compositor.compose(edition) { _, _ in running.value?.cancel() }
        }
        running.change { $0 = task }
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        // Before it begins.
        let early = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await compositor.compose(edition)
        }
        early.cancel()
        await #expect(throws: CancellationError.self) { _ = try await early.value }
    }
}

/// A value that several threads read and change.
final class Shared<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    var value: Value { mutex.withLock { $0 } }
    func change(_ body: (inout Value) -> Void) { mutex.withLock { body(&$0) } }
}
