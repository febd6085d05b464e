import Copy
import Diagnostics
import Layouts
import Pages
import TestSupport
import Testing
import Typesetting

@testable import Makeup

/// A page whose lines run from top to bottom.
struct VerticalPageTests {
    private static let text = """
        page: {size: A4}
        grid: {direction: vertical, columns: 4, measure: 17字, gutter: 1.5字, leading: 14pt, rows: 34}
        headlines:
          1: {font: hei-heavy, sizes: [30pt, 26pt]}
          2: {font: song-heavy, sizes: [20pt, 18pt], above: 0}

        """

    private func composed(_ more: String = "") throws -> (Reported<ComposedPage>, Layout) {
        let layout = try LayoutReader().read(LayoutFile(path: "upright.yaml", text: Self.text + more)).value
        let typesetter = Typesetter(fonts: try SampleFonts.open(), language: "zh-Hant")
        let picture = SamplePage.picture(300, 200, credit: "李群 摄", focus: Photo.Focus(x: 0.5, y: 0.5))
        let articles = [[420], [330, 300], [260]].enumerated().map { index, lengths in
            IllustratedArticle(
                Article(
                    id: "s\(index + 1)", title: "第\(index + 1)篇稿子的题目", body: SamplePage.paragraphs(lengths),
                    place: SamplePage.place), pictures: index == 1 ? [picture] : [])
        }
        let page = EditionPage(layout: "upright", layoutPlace: SamplePage.place, articles: [])
        let edition = Edition(folder: ".", pages: [page], place: SamplePage.place)
        let values = PlaceholderValues(edition: edition, page: page, number: 1, pages: 1)
        let job = PageJob(slots: [PageSlot(number: 1, layout: layout)], articles: articles)
        var composed = job.composed(with: typesetter)[0]
        let furnished = PageComposer(layout: layout, typesetter: typesetter)
            .furnished(composed.value.page, values: values)
        composed.value.page = furnished.value
        return (Reported(composed.value, composed.diagnostics + furnished.diagnostics), layout)
    }

    private func groups(_ items: [Item]) -> [Group] {
        items.flatMap { item -> [Group] in
            if case .group(let group) = item { [group] + groups(group.items) } else { [] }
        }
    }

    private func runs(_ items: [Item]) -> [GlyphRun] {
        Page(number: 1, trim: Size(width: .pt(1), height: .pt(1)), items: items).glyphRuns
    }

    @Test("all stories are on the page, their lines on its grid, from the right")
    func page() throws {
        let (composed, layout) = try composed()
        #expect(!composed.diagnostics.hasErrors)
        let area = layout.grid.typeArea
        let groups = groups(composed.value.page.items)
        let articles = groups.filter { if case .article = $0.role { true } else { false } }
        #expect(articles.count == 3)
        for group in groups {
            guard case .paragraph = group.role else { continue }
            for run in runs(group.items) where run.turn == .upright && run.size == layout.grid.bodySize {
                for glyph in run.glyphs {
                    #expect((area.y.points - 1...area.maxY.points + 9).contains(run.origin.y.points + glyph.y))
                }
                #expect((area.x.points - 9...area.maxX.points).contains(run.origin.x.points))
            }
        }
        // The lead is to the right of the stories after it, or above them.
        let first = runs(articles[0].items).map(\.origin.x).max()!
        #expect(first > area.midX)
    }

    @Test("a paragraph continues to the left")
    func progression() throws {
        let (composed, layout) = try composed()
        for group in groups(composed.value.page.items) {
            guard case .paragraph = group.role else { continue }
            let axes = runs(group.items).filter { $0.turn == .upright }.map { ($0.origin.x.points, $0.origin.y.points) }
            for (line, next) in zip(axes, axes.dropFirst()) where next.0 < line.0 - 12 {
                #expect(next.0 > line.0 - layout.grid.leading.points * 2.2)
            }
        }
    }

    @Test("a picture is upright and keeps its proportions, with its caption at its left")
    func picture() throws {
        let (composed, _) = try composed()
        let groups = groups(composed.value.page.items)
        let figure = try #require(groups.first { if case .figure = $0.role { true } else { false } })
        let caption = try #require(groups.first { $0.role == .caption })
        guard case .image(let image)? = figure.items.first else { return #expect(Bool(false)) }
        let shape = (image.frame.height / image.frame.width) * (image.crop.width / image.crop.height)
        #expect(abs(shape - 200.0 / 300) < 0.01)
        #expect(runs(caption.items).allSatisfy { $0.origin.x < image.frame.x && $0.origin.y >= image.frame.y })
    }

    @Test("furniture is upright in its cells, and its texts are unchanged")
    func furniture() throws {
        let (composed, layout) = try composed(
            "furniture:\n  mast: {columns: 1-2, rows: 1-6, frame: 0.5pt, parts: {text: 横排, top: 3行}}\n")
        let group = try #require(groups(composed.value.page.items).first { $0.role == .furniture("mast") })
        guard case .box(let box) = group.items[0] else { return #expect(Bool(false)) }
        #expect(box.rect.maxX.isClose(to: layout.grid.typeArea.maxX) && box.rect.y.isClose(to: layout.grid.typeArea.y))
        #expect(box.rect.width.isClose(to: layout.grid.leading * 6))
        let glyphs = try #require(runs(group.items).first).glyphs
        #expect(glyphs[1].x > glyphs[0].x)
    }

    @Test("an area may have horizontal lines")
    func horizontalArea() throws {
        let (composed, layout) = try composed(
            "makeup: mixed\nareas:\n  a: {columns: 3-4, rows: 20-34, story: 3, direction: horizontal}\n")
        let module = try #require(composed.value.modules.first { $0.own != nil })
        let area = layout.grid.pageRect(layout.areas[0].cells)
        let item = module.item(on: layout)
        let body = runs([item])
        #expect(body.allSatisfy { (area.x.points - 1...area.maxX.points).contains($0.origin.x.points) })
        #expect(body.contains { $0.glyphs.count > 5 && $0.glyphs[1].x > $0.glyphs[0].x && $0.glyphs[1].y == 0 })
    }
}
