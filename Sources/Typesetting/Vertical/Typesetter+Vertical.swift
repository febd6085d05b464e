public import Layouts
public import Pages

/// Vertical lines: the same composing, the line turned. Advance runs down, marks have their blanks above and below, and
/// the next line stands at the left (CLREQ 2.1.1).
extension Typesetter {
    /// Sets a paragraph in vertical lines, composed as a whole.
    ///
    /// The lines stand one on the other until the caller moves each to its place: a line's glyphs count from the middle
    /// of its top, x to the right of its axis and y down from its start. A style's left is the top, its right the foot.
    ///
    /// - Parameter measure: the length of a line from top to bottom.
    public func verticalParagraph(
        _ text: StyledText, style: TextStyle, measure: Length, habits: VerticalHabits = VerticalHabits()
    ) -> ComposedParagraph {
        paragraph(text, style: style, measure: measure, looseness: 0...0, vertical: habits)[0]!
    }

    /// Sets one vertical line as it comes, however long.
    public func verticalLine(
        _ text: StyledText, style: TextStyle, within measure: Length? = nil, habits: VerticalHabits = VerticalHabits()
    ) -> ComposedParagraph {
        let shaped = shaper.shape(
            text, language: language, halfWidthFigures: profile.halfWidthFigures, vertical: habits)
        return ComposedParagraph(
            lines: [whole(shaped, style: style, within: measure)], missingGlyphs: shaped.missingGlyphs,
            neededLeading: text.neededLeading(in: style, along: .vertical))
    }

    /// All good settings of a vertical headline (竖题) in a height: for every size of the ladder and every number of
    /// lines that fits, the one with the best breaks, the largest size first.
    ///
    /// Breaks fall between words, the editor's wishes first; the first line is the one at the right. Each line counts
    /// from the middle of its own top and is aligned within the height.
    ///
    /// - Parameter context: the story's body, from which names are learned that no dictionary has.
    public func verticalHeadlines(
        _ text: String, style: HeadlineStyle, height: Length, context: String = "",
        habits: VerticalHabits = VerticalHabits()
    ) -> [ComposedHeadline] {
        let text = headlineText(text, role: style.title.role, context: context, vertical: habits)
        return settings(of: text, style: style, extent: height) { range, title, _ in
            text.line(range, title, profile).aligned(title.align, in: height, along: .vertical)
        }
    }
}
