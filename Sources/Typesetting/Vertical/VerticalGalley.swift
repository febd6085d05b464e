public import Layouts
public import Pages

/// A story's text in vertical lines of one length, not yet placed: what `Galley` is to columns.
public struct VerticalGalley: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var line: ComposedLine
        /// The paragraph that it belongs to, from 0.
        public var paragraph: Int
    }

    /// Lines in reading order: each stands at the left of the one before it.
    public var lines: [Line]
    /// The length that the lines were set to.
    public var measure: Length
    public var leading: Length
    public var missingGlyphs: [MissingGlyph]
    /// The least leading that what stands between the lines asks for; nil when there is enough.
    public var neededLeading: Length?

    /// A band of lines in a rectangle, from its right edge leftwards, the em boxes of the first touching that edge.
    ///
    /// - Parameter first: the line of the galley that the band begins with.
    /// - Returns: the lines moved to their places on the page, as many as the rectangle is wide enough for.
    public func band(from first: Int, in rect: Rect, size: Length) -> [Line] {
        let room = Self.lines(in: rect.width, size: size, leading: leading)
        return lines[min(first, lines.count)..<min(first + room, lines.count)].enumerated().map { number, line in
            var line = line
            line.line = line.line.moved(x: rect.maxX - size / 2 - leading * Double(number), y: rect.y)
            return line
        }
    }

    /// How many lines stand side by side in a width: the last needs its em box only.
    public static func lines(in width: Length, size: Length, leading: Length) -> Int {
        guard width + .tolerance >= size else { return 0 }
        return 1 + Int(((width - size + .tolerance) / leading).rounded(.down))
    }
}

extension Typesetter {
    /// Sets paragraphs to vertical lines of a length.
    public func verticalGalley(
        _ paragraphs: [StyledText], style: TextStyle, measure: Length, habits: VerticalHabits = VerticalHabits()
    ) -> VerticalGalley {
        var galley = VerticalGalley(lines: [], measure: measure, leading: style.leading, missingGlyphs: [])
        for (number, text) in paragraphs.enumerated() {
            let set = verticalParagraph(text, style: style, measure: measure, habits: habits)
            galley.lines += set.lines.map { VerticalGalley.Line(line: $0, paragraph: number) }
            galley.missingGlyphs += set.missingGlyphs
            galley.neededLeading = [galley.neededLeading, set.neededLeading].compactMap { $0 }.max()
        }
        return galley
    }
}
