internal import Pages
internal import Typesetting

/// What stands above and below a title in a width, set once for all the title's sizes and cuts.
final class HeadlineStack: Sendable {
    /// A part's lines, each of which counts from its own baseline.
    struct Text: Sendable {
        var kind: HeadlineBlock.Part.Kind
        var lines: [ComposedLine]
        var size: Length
        var leading: Length
    }

    private let over: Text?
    private let under: [Text]
    /// Characters that the parts' fonts do not have.
    let missingGlyphs: [MissingGlyph]

    /// White between the parts of a headline, in em of the smaller part.
    private static let gap = 0.45

    init(over: Text?, under: [Text], missingGlyphs: [MissingGlyph]) {
        (self.over, self.under, self.missingGlyphs) = (over, under, missingGlyphs)
    }

    /// How high it is with a title; nil when nothing stands in it.
    func height(title: Text?) -> Length? {
        var height: Length?
        forEach(title: title) { text, top in height = top + text.leading * Double(text.lines.count - 1) + text.size }
        return height
    }

    /// The parts under each other, so far from the block's top.
    func parts(title: Text?, above: Length) -> [HeadlineBlock.Part] {
        var parts: [HeadlineBlock.Part] = []
        forEach(title: title) { text, top in
            let first = top + text.size * GlyphRun.ascent
            let lines = text.lines.enumerated().map { number, line in
                line.moved(y: first + text.leading * Double(number) + above)
            }
            parts.append(HeadlineBlock.Part(kind: text.kind, lines: lines))
        }
        return parts
    }

    /// Each part that has lines, with its distance from the first one's top.
    private func forEach(title: Text?, _ look: (Text, _ top: Length) -> Void) {
        var y: Length?
        func add(_ text: Text) {
            if text.lines.isEmpty { return }
            let top = y.map { $0 + text.size * Self.gap } ?? .zero
            look(text, top)
            y = top + (text.leading * Double(text.lines.count - 1) + text.size)
        }
        over.map(add)
        title.map(add)
        under.forEach(add)
    }
}
