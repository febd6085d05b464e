import Pages
import Testing

struct PageTurnTests {
    private let turn = PageTurn(width: .pt(100))

    @Test func theTopOfTheLyingSheetIsTheRightEdge() {
        #expect(turn.upright(Point(x: .zero, y: .zero)) == Point(x: .pt(100), y: .zero))
        #expect(turn.upright(Point(x: .pt(30), y: .pt(10))) == Point(x: .pt(90), y: .pt(30)))
        let rect = turn.upright(Rect(x: .pt(5), y: .pt(10), width: .pt(40), height: .pt(20)))
        #expect(rect == Rect(x: .pt(70), y: .pt(5), width: .pt(20), height: .pt(40)))
    }

    /// The left edge of a picture's crop on the lying sheet is the upper edge on the upright one.
    @Test func aCropTurnsWithItsFrame() {
        let frame = Rect(x: .zero, y: .zero, width: .pt(10), height: .pt(10))
        let image = PlacedImage(file: "a", frame: frame, crop: .init(x: 0.1, y: 0.2, width: 0.3, height: 0.4))
        guard case .image(let upright) = turn.upright(.image(image)) else { return #expect(Bool(false)) }
        #expect(abs(upright.crop.y - 0.1) < 1e-9 && abs(upright.crop.height - 0.3) < 1e-9)
        #expect(abs(upright.crop.x - 0.4) < 1e-9 && abs(upright.crop.width - 0.4) < 1e-9)
    }

    @Test func uprightIsTheInverseOfLying() {
        let run = GlyphRun(
            face: FontFace(file: "f", index: 0, name: "n").key, size: .pt(9), origin: Point(x: .pt(3), y: .pt(4)),
            glyphs: [Glyph(id: 1, x: 2, y: 7)], text: "字")
        let items: [Item] = [
            .text(run),
            .rule(Rule(from: Point(x: .pt(1), y: .pt(2)), to: Point(x: .pt(1), y: .pt(9)), thickness: .pt(1))),
            .box(Box(rect: Rect(x: .pt(1), y: .pt(2), width: .pt(3), height: .pt(4)))),
            .image(
                PlacedImage(
                    file: "a", frame: Rect(x: .pt(1), y: .pt(2), width: .pt(3), height: .pt(4)),
                    crop: .init(x: 0, y: 0.25, width: 0.5, height: 0.25))),
        ]
        let group = Item.group(Group(role: .caption, items: items))
        #expect(turn.upright(turn.lying(group)) == group)
        guard case .group(let lying) = turn.lying(group), case .text(let text) = lying.items[0] else {
            return #expect(Bool(false))
        }
        // The run's own glyphs stay upright.
        #expect(text.glyphs == run.glyphs)
        #expect(text.origin == Point(x: .pt(4), y: .pt(97)))
    }
}
