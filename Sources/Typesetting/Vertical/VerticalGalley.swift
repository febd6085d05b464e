public import Layouts
public import Pages

/// A story's text in vertical lines of one length that are not placed yet: the counterpart of `Galley`.
public struct VerticalGalley: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var line: ComposedLine
        /// The index of the line's paragraph.
        public var paragraph: Int
    }

    /// The lines in reading order: each stands on the left of the one before it.
    public var lines: [Line]
    /// The length to which the lines are composed.
    public var measure: Length
    /// The distance between the axes of two lines.
    public var leading: Length
    public var missingGlyphs: [MissingGlyph]
    /// The least leading that leaves room for the marks between the lines; nil if `leading` does.
    public var neededLeading: Length?

    /// Places a band of lines in a rectangle from right to left. The em boxes of the first line touch the right edge.
    ///
    /// - Parameter first: the index of the band's first line.
    /// - Returns: as many lines as fit the rectangle's width, at their places on the page.
    public func band(from first: Int, in rect: Rect, size: Length) -> [Line] {
        let room = Self.lines(in: rect.width, size: size, leading: leading)
        return lines[min(first, lines.count)..<min(first + room, lines.count)].enumerated().map { number, line in
            var line = line
            line.line = line.line.moved(x: rect.maxX - size / 2 - leading * Double(number), y: rect.y)
            return line
        }
    }

    /// How many lines of a size fit side by side in a width. The last one needs only its em box.
    public static func lines(in width: Length, size: Length, leading: Length) -> Int {
        guard width + .tolerance >= size else { return 0 }
        return 1 + Int(((width - size + .tolerance) / leading).rounded(.down))
    }
}

extension Typesetter {
    /// Composes paragraphs in vertical lines of a length.
    public func verticalGalley(
        _ paragraphs: [StyledText], style: TextStyle, measure: Length, options: VerticalOptions = VerticalOptions()
    ) -> VerticalGalley {
        var galley = VerticalGalley(lines: [], measure: measure, leading: style.leading, missingGlyphs: [])
        for (number, text) in paragraphs.enumerated() {
            let paragraph = verticalParagraph(text, style: style, measure: measure, options: options)
            galley.lines += paragraph.lines.map { VerticalGalley.Line(line: $0, paragraph: number) }
            galley.missingGlyphs += paragraph.missingGlyphs
            galley.neededLeading = [galley.neededLeading, paragraph.neededLeading].compactMap { $0 }.max()
        }
        return galley
    }
}
