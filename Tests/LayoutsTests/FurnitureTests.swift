import Diagnostics
import Layouts
import Pages
import TestSupport
import Testing

struct FurnitureTests {
    private static let grid = "page: {size: A4}\ngrid: {columns: 3, measure: 16, leading: 13pt, rows: 50}\n"

    @Test("blocks stand on the grid or in a margin, their parts at distances from the top")
    func blocks() throws {
        let read = try layout(
            Self.grid + """
                styles: {plate: {font: song-heavy, size: 40pt, align: spread}}
                furniture:
                  masthead:
                    columns: 1-2
                    rows: 1-6
                    frame: 0.5pt
                    fill: black 10%
                    parts:
                      - {text: '{paper.name}', style: plate, size: 44pt, top: 0.5行, height: 4行, from: 10%, to: 90%}
                      - {rule: thick-thin, top: 65pt}
                      - {image: plates/plate.svg, top: 5行}
                  folio:
                    head: {height: 5mm, above: 3mm}
                    parts: {text: '第{page}版'}
                """)
        let masthead = try #require(read.furniture.first)
        #expect(masthead.position == .grid(GridRect(columns: 0..<2, rows: 0..<6)))
        #expect(masthead.frame == Box.Frame(thickness: .pt(0.5)))
        #expect(masthead.fill == .black(0.1))
        guard case .text(let plate) = masthead.parts[0], case .rule(let rule) = masthead.parts[1],
            case .image(let image) = masthead.parts[2]
        else {
            Issue.record("the parts are \(masthead.parts)")
            return
        }
        #expect(plate.style.size == .pt(44))
        #expect(plate.style.role == "song-heavy")
        #expect(plate.strip == FurnitureStrip(row: 0.5, rows: 4, from: 0.1, to: 0.9))
        #expect(rule == FurnitureRule(strip: FurnitureStrip(row: 5, rows: 1), kind: .thickThin, thickness: .pt(1.5)))
        #expect(image.strip == FurnitureStrip(row: 5, rows: 1))
        #expect(read.furniture[1].position == .head(height: .mm(5), above: .mm(3)))
        guard case .text(let folio) = read.furniture[1].parts[0] else { return }
        #expect(folio.strip.rows == Length.mm(5) / .pt(13))
    }

    @Test("an image is found from the layout file's folder")
    func images() throws {
        let file = LayoutFile(
            path: "press/layouts/front.yaml",
            text: Self.grid + "furniture:\n  m: {columns: 1, rows: 1, parts: {image: plate.svg}}\n")
        guard case .image(let image)? = try LayoutReader().read(file).value.furniture[0].parts.first else {
            Issue.record("no image")
            return
        }
        #expect(image.file == "press/layouts/plate.svg")
    }

    private static func parts(_ lines: String) throws -> [FurniturePart] {
        try layout(Self.grid + "furniture:\n  ear:\n    columns: 1-3\n    rows: 1-10\n    parts:\n" + lines).furniture[
            0
        ].parts
    }

    @Test("a text keeps its lines")
    func severalLines() throws {
        let parts = try Self.parts(
            """
                  - text: |
                      第一行
                      第二行
                    direction: vertical

            """)
        guard case .text(let text) = parts[0] else { return #expect(Bool(false)) }
        #expect(text.template == "第一行\n第二行")
        #expect(text.direction == .vertical)
    }

    @Test("an index has a template for its entries and a limit")
    func index() throws {
        guard case .index(let index) = try Self.parts("      - {index: '{page}版 {title}', entries: 4, top: 2行}\n")[0]
        else {
            return #expect(Bool(false))
        }
        #expect(index.template == "{page}版 {title}")
        #expect(index.entries == 4)
        #expect(index.strip == FurnitureStrip(row: 2, rows: 8))
    }

    @Test("bands, upright rules and images take a share of the width")
    func shares() throws {
        let parts = try Self.parts(
            """
                  - {band: black 20%, to: 30%}
                  - {rule: upright, from: 40%, top: 1行, height: 3行}
                  - {image: a.png, align: right, from: 50%}

            """)
        let whole = FurnitureStrip(row: 0, rows: 10)
        var (left, right) = (whole, whole)
        (left.to, right.from) = (0.3, 0.5)
        #expect(parts[0] == .band(FurnitureBand(strip: left, ink: .black(0.2))))
        #expect(
            parts[1]
                == .rule(
                    FurnitureRule(
                        strip: FurnitureStrip(row: 1, rows: 3, from: 0.4, to: 1), kind: .upright, thickness: .pt(0.5))))
        guard case .image(let image) = parts[2] else { return #expect(Bool(false)) }
        #expect((image.align, image.strip) == (.right, right))
    }

    @Test("wrong furniture")
    func wrong() {
        func block(_ fault: String, _ lines: String...) -> WrongLayout {
            WrongLayout(fault, Self.grid + "furniture:\n  folio:\n" + lines.map { "    \($0)\n" }.joined())
        }
        let onGrid = "{columns: 1-3, rows: 1-4, parts: "
        func part(_ fault: String, _ part: String) -> WrongLayout {
            WrongLayout(
                fault,
                Self.grid + "furniture:\n  masthead:\n    columns: 1-3\n    rows: 1-4\n    parts:\n      - \(part)\n")
        }
        let report = WrongLayout.report([
            block("an unknown key", "columns: 1", "rows: 1-2", "party: []"),
            block("in head and foot", "head: {height: 4mm}", "foot: {height: 4mm}"),
            block("in a margin and on the grid", "head: {height: 4mm}", "columns: 1-2"),
            block("higher than its margin", "foot: {height: 20mm, below: 30mm}"),
            block("without a place", "parts: {text: 版}"),
            WrongLayout(
                "where a story stands",
                Self.grid + "furniture:\n  ear: \(onGrid){text: 版}}\nareas:\n  1: {columns: 3, rows: 3-9}\n"),
            WrongLayout(
                "under a story's name",
                Self.grid
                    + "furniture:\n  ear: {letter: A, parts: {text: 版}}\nareas:\n  picture: |\n    1-9 | A A A\n  A: {story: 1}\n"
            ),
            part("a part without a kind", "{top: 1行}"),
            part("a part of two kinds", "{text: 版, rule: single}"),
            part("an unknown placeholder", "{text: '{dat} {weekday}'}"),
            part("a key of the paper without a name", "{text: '{paper.}'}"),
            part("a brace without partner", "{text: '{date'}"),
            part("braces without quotes", "text: {date}"),
            part("braces and more without quotes", "text: {date} {weekday}"),
            part("an unknown style", "{text: 版, style: foliio}"),
            part("an unknown key of a text", "{text: 版, colur: black}"),
            part("a rule of an unknown kind", "{rule: double}"),
            part("out of its block", "{text: 版, top: 2行, height: 3行}"),
            part("a rule out of its block", "{rule: single, top: 60mm}"),
            part("type higher than its strip", "{text: 版, size: 40pt, height: 2行}"),
            part("an index with an unknown placeholder", "{index: '{page}版 {date}'}"),
            part("an index of no entries", "{index: '{title}', entries: 0}"),
            part("a band of an unknown colour", "{band: rouge}"),
            part("an unknown direction", "{text: 版, direction: up}"),
            part("several lines higher than their strip", "{text: \"a\\nb\\nc\", size: 12pt, height: 1行}"),
            part("an image without a name", "{image: }"),
            part("from right to left", "{text: 版, from: 60%, to: 40%}"),
        ])
        #expect(difference(report, fromGolden: "furniture.txt") == nil)
    }
}
