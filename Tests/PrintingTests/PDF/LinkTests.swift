import Diagnostics
import Pages
import TestSupport
import Testing

@testable import Printing

struct LinkTests {
    private let type = SampleType()

    private func group(_ role: Group.Role, _ items: Item...) -> Item { .group(Group(role: role, items: items)) }
    private func text(_ text: String, x: Double = 20, y: Double = 30) -> Item { .text(type.run(text, x: x, y: y)) }

    /// Two pages: an index and a story that goes on, and its rest.
    private func document(_ target: LinkTarget) -> Document {
        let size = Size(width: .pt(300), height: .pt(200))
        var document = Document.sample([])
        document.pages = [
            Page(
                number: 3, label: "第3版", trim: size, bleed: .pt(10),
                items: [
                    group(.furniture("index"), group(.link(target), text("导读"))),
                    group(.article("a"), group(.headline(level: 1), text("标题", x: 50, y: 100))),
                ]),
            Page(
                number: 4, label: "第4版", trim: size,
                items: [group(.continuation(of: "a"), group(.paragraph(0), text("续", x: 60, y: 90)))]),
        ]
        document.outline = [
            OutlineEntry(
                title: "第3版", target: .page(3), children: [OutlineEntry(title: "标题", target: .article("a"))]),
            OutlineEntry(title: "第4版", target: .page(4)),
        ]
        return document
    }

    private func zone(_ target: LinkTarget, _ form: OutputProfile = .standard) throws -> (PDFReader, PDFObject?) {
        let pdf = PDFReader(try PDFPrinter(form).print(document(target)).value)
        return (pdf, pdf.pages[0]["Annots"]?.items.first)
    }

    /// Where a name leads: the page's place in the file, and the rest of the destination.
    private func place(_ name: String?, in pdf: PDFReader) -> (page: Int?, rest: [String])? {
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
    func linksLeadToTheirPlaces(_ target: LinkTarget, _ page: Int, _ rest: [String]) throws {
        let (pdf, zone) = try zone(target)
        let place = try #require(self.place(zone?["Dest"]?.text, in: pdf))
        #expect(place.page == page)
        #expect(place.rest == rest)
        #expect(zone?["Contents"]?.text == "导读")
        // The em boxes of two characters of 10 points, whose baseline is 30 below the top, within 10 of bleed.
        #expect(zone?["Rect"]?.numbers == [30, 178.8, 50, 188.8])
    }

    @Test func addressesAreWrittenInASCII() throws {
        let (_, zone) = try zone(.address("https://example.org/江津?a=1"))
        #expect(zone?["A"]?["URI"]?.text == "https://example.org/%E6%B1%9F%E6%B4%A5?a=1")
    }

    /// As when only some of the pages are printed.
    @Test func aLinkToWhatIsNotThereLeadsNowhere() throws {
        let (_, zone) = try zone(.article("none"))
        #expect(zone != nil)
        #expect(zone?["Dest"] == nil && zone?["A"] == nil)
    }

    @Test func aPressGetsNoHotZones() throws {
        #expect(try zone(.page(4), .press(PressSheet())).1 == nil)
    }

    @Test func theOutlineLeadsToPagesAndStories() throws {
        let (pdf, _) = try zone(.page(4))
        let first = try #require(pdf.root["Outlines"]?["First"])
        #expect(first["Title"]?.text == "第3版")
        #expect(place(first["Dest"]?.text, in: pdf)?.page == 0)
        #expect(first["First"]?["Title"]?.text == "标题")
        #expect(place(first["First"]?["Dest"]?.text, in: pdf)?.page == 0)
        #expect(first["Next"]?["Title"]?.text == "第4版")
        #expect(first["Next"]?["Next"] == nil)
        #expect(pdf.root["Outlines"]?["Count"]?.int == 3)
    }

    @Test func pagesKeepTheirLabels() throws {
        let (pdf, _) = try zone(.page(4))
        let labels = pdf.root["PageLabels"]?["Nums"]?.items ?? []
        #expect(labels.count == 4)
        #expect(labels[1]["P"]?.text == "第3版")
        #expect(labels[3]["P"]?.text == "第4版")
    }
}
