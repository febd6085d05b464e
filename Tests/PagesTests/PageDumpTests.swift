import Pages
import Testing

struct PageDumpTests {
    private let face = FontFace(file: "/fonts/song.otf", index: 2, name: "Song-Regular")

    private func run(_ text: String, at x: Double, _ y: Double, ink: Ink = .black) -> Item {
        let glyphs = text.unicodeScalars.indices.enumerated().map {
            Glyph(id: UInt32($0.offset), x: Double($0.offset) * 9)
        }
        return .text(
            GlyphRun(
                face: face.key, size: .pt(9), ink: ink, origin: Point(x: .pt(x), y: .pt(y)), glyphs: glyphs, text: text)
        )
    }

    private func page(_ items: [Item]) -> Page {
        Page(
            number: 2, label: "第2版", trim: Size(width: .pt(300), height: .mm(100)), items: items,
            faces: FaceTable([face]))
    }

    @Test func everyKindOfItemIsOneLine() {
        let box = Rect(x: .pt(1), y: .pt(2), width: .pt(3), height: .pt(4.5))
        let dump = PageDump(
            page([
                .group(
                    Group(
                        role: .article("front-1"),
                        items: [
                            .group(Group(role: .headline(level: 1), items: [run("桥通车", at: 10, 20.126)])),
                            .group(
                                Group(
                                    role: .figure(alt: "桥"),
                                    items: [
                                        .image(
                                            PlacedImage(
                                                file: "/a/b/bridge.jpg", frame: box,
                                                crop: .init(x: 0.25, y: 0, width: 0.5, height: 1)))
                                    ])),
                        ])),
                .rule(
                    Rule(
                        from: Point(x: .zero, y: .pt(-0.001)), to: Point(x: .pt(9), y: .zero), thickness: .pt(0.25),
                        ink: .black(0.6))),
                .box(Box(rect: box, fill: .black(0.12), frame: Box.Frame(thickness: .pt(0.5)))),
            ]))
        #expect(
            dump.description == """
                page 2 第2版 300 × 283.46
                  article front-1
                    headline 1
                      text 10,20.13 Song-Regular 9 …18 桥通车
                    figure “桥”
                      image 1,2 3 × 4.5 bridge.jpg crop 0.25,0 0.5 × 1
                  rule 0,0 – 9,0 0.25 ink 0/0/0/60
                  box 1,2 3 × 4.5 fill 0/0/0/12 frame 0.5 ink 0/0/0/100

                """)
    }

    @Test func everyRoleHasItsName() {
        let roles: [Group.Role] = [
            .kicker, .deck, .byline, .subhead, .paragraph(3), .caption, .quote, .jumpLine, .furniture("folio"),
            .guide("grid"),
        ]
        let dump = PageDump(page(roles.map { .group(Group(role: $0, items: [])) }))
        #expect(
            dump.description.split(separator: "\n").dropFirst().map { $0.dropFirst(2) } == [
                "kicker", "deck", "byline", "subhead", "paragraph 3", "caption", "quote", "jump line",
                "furniture folio", "guide grid",
            ])
    }

    @Test func runsInGroupsAreInTheOrderOfPainting() {
        let page = page([
            run("一", at: 0, 0), .group(Group(role: .deck, items: [run("二", at: 0, 0)])), run("三", at: 0, 0),
        ])
        #expect(page.glyphRuns.map(\.text) == ["一", "二", "三"])
    }

    @Test func inkThatIsNotBlackIsWritten() {
        #expect(PageDump(page([run("红", at: 0, 0, ink: .black(0.5))])).description.contains(" ink 0/0/0/50 …0 红"))
    }
}
