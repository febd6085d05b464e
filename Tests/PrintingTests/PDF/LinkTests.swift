import Diagnostics
import Pages
import TestSupport
import Testing

@testable import Printing

struct LinkTests {
    private let type = SampleType()

    private func group(_ role: Group.Role, _ items: Item...) -> Item { .group(Group(role: role, items: items)) }
    private func text(_ text: String, x: Double = 20, y: Double = 30) -> Item { .text(type.run(text, x: x, y: y)) }

    /// Two pages: an index and a story, and the story's continuation.
    private func document(_ target: LinkTarget) -> Document {
        let size = Size(width: .pt(300), height: .pt(200))
        var document = Document.sample([])
        document.pages = [
            Page(
                number: 3, label: "第3版", trim: size, bleed: .pt(10),
                items: [
                    group(.furniture("index"), group(.link(target), text("导读"))),
                    group(.article("a"), group(.headline(level: 1), text("标题", x: 50, y: 100))),
                ], faces: SampleType.faces),
            Page(
                number: 4, label: "第4版", trim: size,
                items: [group(.continuation(of: "a"), group(.paragraph(0), text("续", x: 60, y: 90)))],
                faces: SampleType.faces),
        ]
        document.outline = [
            OutlineEntry(
                title: "第3版", target: .page(3), children: [OutlineEntry(title: "标题", target: .article("a"))]),
            OutlineEntry(title: "第4版", target: .page(4)),
        ]
        return document
    }

    private func annotation(_ target: LinkTarget, _ output: OutputProfile = .standard) throws -> (PDFReader, PDFObject?)
    {
        let pdf = PDFReader(try PDFPrinter(output).print(document(target)).value)
        return (pdf, pdf.pages[0]["Annots"]?.items.first)
    }

    /// A named destination: the page's index in the file, and the rest of the array.
    private func destination(_ name: String?, in pdf: PDFReader) -> (page: Int?, rest: [String])? {
        let names = pdf.root["Names"]?["Dests"]?["Names"]?.items ?? []
        guard let index = names.firstIndex(where: { $0.text == name }) else { return nil }
        let items = names[index + 1].items
        let page = pdf.pages.firstIndex { $0.number == items[0].number }
        return (page, items.dropFirst().map { $0.isNumber ? "\($0.double)" : $0.name })
    }

    @Test(arguments: [
        (LinkTarget.article("a"), 0, ["XYZ", "60.0", "118.8", ""]),
        (.part(of: "a", onPage: 4), 1, ["XYZ", "60.0", "118.8", ""]), (.page(4), 1, ["Fit"]),
    ])
    func linksHaveTheirDestinations(_ target: LinkTarget, _ page: Int, _ rest: [String]) throws {
        let (pdf, link) = try annotation(target)
        let destination = try #require(self.destination(link?["Dest"]?.text, in: pdf))
        #expect(destination.page == page)
        #expect(destination.rest == rest)
        #expect(link?["Contents"]?.text == "导读")
        // The em boxes of two characters of 10 points, with the baseline 30 below the top, and 10 of bleed.
        #expect(link?["Rect"]?.numbers == [30, 178.8, 50, 188.8])
    }

    @Test func percentEncodesAddresses() throws {
        let (_, link) = try annotation(.address("https://example.org/江津?a=1"))
        #expect(link?["A"]?["URI"]?.text == "https://example.org/%E6%B1%9F%E6%B4%A5?a=1")
    }

    /// The target is missing when only some pages are printed.
    @Test func aLinkToAMissingTargetHasNoDestination() throws {
        let (_, link) = try annotation(.article("none"))
        #expect(link != nil)
        #expect(link?["Dest"] == nil && link?["A"] == nil)
    }

    @Test func pressOutputHasNoLinks() throws {
        #expect(try annotation(.page(4), .press(PressOptions())).1 == nil)
    }

    @Test func theOutlineHasPagesAndStories() throws {
        let (pdf, _) = try annotation(.page(4))
        let first = try #require(pdf.root["Outlines"]?["First"])
        #expect(first["Title"]?.text == "第3版")
        #expect(destination(first["Dest"]?.text, in: pdf)?.page == 0)
        #expect(first["First"]?["Title"]?.text == "标题")
        #expect(destination(first["First"]?["Dest"]?.text, in: pdf)?.page == 0)
        #expect(first["Next"]?["Title"]?.text == "第4版")
        #expect(first["Next"]?["Next"] == nil)
        #expect(pdf.root["Outlines"]?["Count"]?.int == 3)
    }

    @Test func pagesHaveTheirLabels() throws {
        let (pdf, _) = try annotation(.page(4))
        let labels = pdf.root["PageLabels"]?["Nums"]?.items ?? []
        #expect(labels.count == 4)
        #expect(labels[1]["P"]?.text == "第3版")
        #expect(labels[3]["P"]?.text == "第4版")
    }
}
