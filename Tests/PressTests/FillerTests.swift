import Copy
import Diagnostics
import Makeup
import Pages
import Press
import TestSupport
import Testing

/// Pages that are short of copy, and the fillers in their holes.
struct FillerTests {
    private static let layout = """
        page: {size: A4}
        grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 52}
        headlines:
          1: {font: hei-heavy, sizes: [30pt, 26pt]}
          2: {font: hei, sizes: [14pt, 12pt], above: 0}
        makeup: auto

        """

    private func make(fillers: String, pages: Int = 1) throws -> Reported<ComposedEdition> {
        let list = (1...pages).map { "  - {layout: small, copy: [copy/\($0).md]}\n" }.joined()
        var files = ["edition.yaml": "pages:\n" + list + fillers, "layouts/small.yaml": Self.layout]
        for page in 1...pages { files["copy/\(page).md"] = SampleEdition.story("第\(page)座大桥", sentences: 40) }
        let folder = try TemporaryFolder(files)
        return try withExtendedLifetime(folder) { try Run.make(folder.path) }
    }

    private let notice = "  - {title: 新闻热线, text: \(String(repeating: "欢迎读者提供新闻线索。", count: 50))}\n"

    private func isShort(_ composed: Reported<ComposedEdition>, page: Int = 1) -> Bool {
        composed.diagnostics.contains { $0.message.hasPrefix("page \(page) is") && $0.message.contains(" short: ") }
    }

    @Test func withoutFillersAHoleIsReported() throws {
        let composed = try make(fillers: "")
        #expect(isShort(composed))
        #expect(composed.value.report.pages[0].emptyLines > 0)
    }

    @Test func aNoticeFillsTheHoleAndIsReported() throws {
        let open = try make(fillers: "").value.report.pages[0]
        let composed = try make(fillers: "fillers:\n" + notice)
        #expect(!isShort(composed))
        let report = composed.value.report.pages[0]
        #expect(report.fillers.map(\.title) == ["新闻热线"])
        #expect(report.emptyLines < open.emptyLines)
        #expect(report.charges.contains { $0.term == "fillers" && $0.cost > 0 })
        #expect(composed.value.dummies[0].contains("filler-"))
        let text = composed.value.document.pages[0].glyphRuns.map(\.text).joined()
        #expect(text.contains("新闻热线"))
    }

    @Test func noFillerIsUsedTwice() throws {
        let composed = try make(fillers: "fillers:\n" + notice, pages: 2)
        #expect(composed.value.report.pages.map(\.fillers.count) == [1, 0])
        #expect(!isShort(composed))
        #expect(isShort(composed, page: 2))
    }

    @Test func aMissingPictureFillsNoHoleAndIsAWarning() throws {
        let composed = try make(fillers: "fillers:\n  - {image: lotus.jpg, caption: 荷花}\n")
        #expect(isShort(composed))
        #expect(composed.diagnostics.contains { $0.severity == .warning && $0.message.contains("lotus.jpg") })
        #expect(composed.value.report.pages[0].fillers.isEmpty)
    }

    @Test func aFillerTooLongForTheHoleIsLeftOut() throws {
        let long = notice.replacing("}", with: String(repeating: "欢迎读者提供新闻线索。", count: 400) + "}")
        let composed = try make(fillers: "fillers:\n" + long)
        #expect(isShort(composed))
        #expect(composed.value.report.pages[0].fillers.isEmpty)
    }
}
