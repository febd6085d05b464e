internal import Pages
internal import Typesetting

/// The parts above and below a title in one width. They are typeset once for all sizes and line breaks of the title.
final class HeadlineStack: Sendable {
    /// A part's lines; the origin of each is on its own baseline.
    struct Text: Sendable {
        var kind: HeadlineBlock.Part.Kind
        var lines: [ComposedLine]
        var size: Length
        var leading: Length
    }

    private let over: Text?
    private let under: [Text]
    /// Characters that the fonts of the parts lack.
    let missingGlyphs: [MissingGlyph]

    /// White between the parts of a headline, in em of the smaller part.
    private static let gap = 0.45

    init(over: Text?, under: [Text], missingGlyphs: [MissingGlyph]) {
        (self.over, self.under, self.missingGlyphs) = (over, under, missingGlyphs)
    }

    /// The height of the stack with a title; nil when it is empty.
    func height(title: Text?) -> Length? {
        var height: Length?
        forEach(title: title) { text, top in height = top + text.leading * Double(text.lines.count - 1) + text.size }
        return height
    }

    /// The parts, one under the other.
    ///
    /// - Parameter above: the distance from the block's top to the first part.
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

    /// Calls a closure with each part that has lines and its distance from the top of the first part.
    private func forEach(title: Text?, _ body: (Text, _ top: Length) -> Void) {
        var y: Length?
        func add(_ text: Text) {
            if text.lines.isEmpty { return }
            let top = y.map { $0 + text.size * Self.gap } ?? .zero
            body(text, top)
            y = top + (text.leading * Double(text.lines.count - 1) + text.size)
        }
        over.map(add)
        title.map(add)
        under.forEach(add)
    }
}
