public import Layouts
public import Pages

/// Vertical lines, composed by the same rules as horizontal ones: the advance runs down, marks have their blanks above
/// and below, and the next line stands on the left (CLREQ 2.1.1).
extension Typesetter {
    /// Composes a paragraph in vertical lines.
    ///
    /// All lines begin at the same point until the caller moves each to its place. A line's glyphs count from the middle of
    /// its top: x from its axis to the right, y from its start downwards. The style's left is the top, its right the foot.
    ///
    /// - Parameters:
    ///   - measure: the length of a line from top to bottom.
    ///   - options: how figures, capitals and quotation marks are set.
    public func verticalParagraph(
        _ text: StyledText, style: TextStyle, measure: Length, options: VerticalOptions = VerticalOptions()
    ) -> ComposedParagraph {
        paragraph(text, style: style, measure: measure, looseness: 0...0, vertical: options)[0]!
    }

    /// Composes text on one vertical line, however long.
    ///
    /// - Parameter measure: the length in which the line is aligned by its style; nil leaves it at the start.
    public func verticalLine(
        _ text: StyledText, style: TextStyle, within measure: Length? = nil,
        options: VerticalOptions = VerticalOptions()
    ) -> ComposedParagraph {
        let shaped = shaper.shape(
            text, language: language, halfWidthFigures: profile.halfWidthFigures, vertical: options)
        return ComposedParagraph(
            lines: [singleLine(shaped, style: style, within: measure)], missingGlyphs: shaped.missingGlyphs,
            neededLeading: text.neededLeading(in: style, along: .vertical))
    }

    /// The settings of a vertical headline (竖题) that fit a height: for every size of the style and every number of lines,
    /// the one with the best breaks, the largest size first.
    ///
    /// Lines break between words, and at the editor's line breaks if the lines fit. The first line stands on the right.
    /// Each line counts from the middle of its own top and is aligned within the height.
    ///
    /// - Parameter context: the story's body, whose repetitions tell which characters form names that no dictionary has.
    public func verticalHeadlines(
        _ text: String, style: HeadlineStyle, height: Length, context: String = "",
        options: VerticalOptions = VerticalOptions()
    ) -> [ComposedHeadline] {
        let text = headlineText(text, role: style.title.role, context: context, vertical: options)
        return settings(of: text, style: style, lines: 1...max(1, style.maxLines), extent: height) { range, title, _ in
            text.composedLine(range, title, profile).aligned(title.align, in: height, along: .vertical)
        }
    }
}
