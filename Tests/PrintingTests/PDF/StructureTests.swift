import Diagnostics
import Pages
import TestSupport
import Testing

@testable import Printing

/// The structure tree of tagged PDFs.
struct StructureTests {
    private let scratch: Scratch
    private let type = SampleType()

    init() throws { scratch = try Scratch() }

    private func text(_ text: String, x: Double = 20, y: Double = 30) -> Item { .text(type.run(text, x: x, y: y)) }

    private func group(_ role: Group.Role, _ items: Item...) -> Item { .group(Group(role: role, items: items)) }

    private func document(_ pages: [Item]...) -> Document {
        var document = Document.sample([])
        document.pages = pages.enumerated().map { index, items in
            Page(
                number: index + 1, label: "第\(index + 1)版", trim: Size(width: .pt(300), height: .pt(200)), items: items,
                faces: SampleType.faces)
        }
        return document
    }

    private func structure(_ pages: [Item]...) throws -> String {
        var document = Document.sample([])
        document.pages = pages.enumerated().map { index, items in
            Page(
                number: index + 1, trim: Size(width: .pt(300), height: .pt(200)), items: items, faces: SampleType.faces)
        }
        return PDFReader(try PDFPrinter().print(document).value).structure
    }

    @Test func aStoryHasAHeadlineAndParagraphs() throws {
        let story = group(
            .article("a"), group(.kicker, text("引题")), group(.headline(level: 1), text("标题")), group(.deck, text("副题")),
            group(.byline, text("记者")), group(.paragraph(0), text("正文")), group(.subhead, text("小标题")),
            group(.quote, text("引语")))
        #expect(
            try structure([story]) == """
                Document
                  Sect
                    Art
                      P 1 on page 1
                      H1 1 on page 1
                      P 1 on page 1
                      P 1 on page 1
                      P 1 on page 1
                      H2 1 on page 1
                      BlockQuote
                        P 1 on page 1

                """)
    }

    /// A paragraph in two legs is one element, even if something else is painted between them.
    @Test func aParagraphAcrossLegsIsOneElement() throws {
        let story = group(
            .article("a"), group(.headline(level: 1), text("标题")), group(.paragraph(0), text("一")),
            group(.paragraph(1), text("二")), group(.quote, text("引语", y: 90)),
            group(.paragraph(1), text("下栏", x: 150)))
        #expect(
            try structure([story]) == """
                Document
                  Sect
                    Art
                      H1 1 on page 1
                      P 1 on page 1
                      P 2 on page 1
                      BlockQuote
                        P 1 on page 1

                """)
    }

    /// A story's continuation belongs to the story's element; its paragraphs are separate.
    @Test func aStoryAcrossPagesIsOneElement() throws {
        let start = group(.article("a"), group(.headline(level: 1), text("标题")), group(.paragraph(0), text("一")))
        let continuation = group(
            .continuation(of: "a"), group(.headline(level: 3), text("标题")), group(.paragraph(0), text("二")))
        let other = group(.article("b"), group(.headline(level: 2), text("另一")))
        #expect(
            try structure([start], [other, continuation]) == """
                Document
                  Sect
                    Art
                      H1 1 on page 1
                      P 1 on page 1
                      H3 1 on page 2
                      P 1 on page 2
                  Sect
                    Art
                      H2 1 on page 2

                """)
    }

    @Test func theLeadComesFirstAndNoHeadingLevelIsSkipped() throws {
        func story(_ id: String, _ level: Int, y: Double) -> Item {
            group(.article(id), group(.headline(level: level), text(id, y: y)))
        }
        let page = [
            story("third", 4, y: 20), story("lower", 2, y: 120), story("upper", 2, y: 60), story("lead", 1, y: 150),
        ]
        #expect(
            try structure(page) == """
                Document
                  Sect
                    Art
                      H1 1 on page 1
                    Art
                      H2 1 on page 1
                    Art
                      H2 1 on page 1
                    Art
                      H3 1 on page 1

                """)
        let pdf = try PDFPrinter().print(document(page)).value
        #expect(try scratch.text(of: pdf) == "lead\nupper\nlower\nthird")
    }

    @Test func aFigureHasItsCaptionAsAlternateDescription() throws {
        let file = try scratch.write(TinyJPEG.corners().bytes, "a.jpg")
        let frame = Rect(x: .pt(40), y: .pt(20), width: .pt(80), height: .pt(60))
        let story = group(
            .article("a"), group(.headline(level: 1), text("标题")),
            group(.figure(alt: "丰收"), .image(PlacedImage(file: file, frame: frame))), group(.caption, text("丰收")),
            group(.paragraph(0), text("正文")))
        let pdf = PDFReader(try PDFPrinter().print(document([story])).value)
        #expect(
            pdf.structure == """
                Document
                  Sect
                    Art
                      H1 1 on page 1
                      Figure “丰收” 1 on page 1
                        Caption 1 on page 1
                      P 1 on page 1

                """)
        let art = pdf.root["StructTreeRoot"]?["K"]?["K"]?["K"]
        #expect(art?["K"]?.items[1]["A"]?["BBox"]?.numbers == [40, 120, 120, 180])
    }

    @Test func furnitureAndFramesAreArtifacts() throws {
        let rule = Item.rule(Rule(from: .zero, to: Point(x: .pt(9), y: .zero), thickness: .pt(1)))
        let frame = Item.box(Box(rect: Rect(x: .zero, y: .zero, width: .pt(9), height: .pt(9)), fill: .black(0.1)))
        let pdf = PDFReader(
            try PDFPrinter().print(
                document([
                    group(.furniture("folio"), text("第1版"), rule), rule, group(.guide("grid"), frame),
                    group(.article("a"), frame, group(.paragraph(0), text("正文"), rule)),
                ])
            ).value)
        #expect(pdf.structure == "Document\n  Sect\n    Art\n      P 1 on page 1\n")
        #expect(pdf.pages[0].content.contains("/Artifact BMC"))
        // A rule in a paragraph belongs to it: a paragraph's content must not contain an artifact.
        let content = pdf.pages[0].content
        let paragraph = try #require(content.firstMatch(of: /\/P <<\/MCID 0>> BDC([\s\S]*?)EMC/)).output.1
        #expect(paragraph.contains("Tj") || paragraph.contains("TJ"))
        #expect(paragraph.contains("\nS"))
    }

    @Test func textOutsideAnyRoleIsAParagraph() throws {
        #expect(
            try structure([text("一"), text("二", y: 60), group(.furniture("x"), text("三")), text("四", y: 90)])
                == "Document\n  Sect\n    P 1 on page 1\n    P 1 on page 1\n")
    }

    @Test func theParentTreeMapsContentToElements() throws {
        let story = group(
            .article("a"), group(.headline(level: 1), text("标题")), group(.paragraph(0), text("一", y: 50)),
            group(.jumpLine, group(.link(.page(2)), text("下转", y: 80))))
        let pdf = PDFReader(try PDFPrinter().print(document([story], [text("二")])).value)
        let parents = try #require(pdf.root["StructTreeRoot"]?["ParentTree"]?["Nums"]?.items)
        #expect(parents.count == 6)
        #expect(pdf.pages.map { $0["StructParents"]!.int } == [0, 1])
        #expect(parents[1].items.map { $0["S"]!.name } == ["H1", "P", "Link"])
        #expect(parents[3].items.map { $0["S"]!.name } == ["P"])
        let link = try #require(pdf.pages[0]["Annots"]?.items.first)
        #expect(link["StructParent"]?.int == 2)
        #expect(parents[5]["S"]?.name == "Link")
    }
}
