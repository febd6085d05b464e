public import Layouts
public import Pages

/// A headline set at one size: its lines, each centred or ranged by the style, and how good it is.
public struct SetHeadline: Hashable, Sendable {
    public var size: Length
    /// Lines from the top; origins count from the module's left edge and the line's own baseline.
    public var lines: [SetLine]
    /// What its breaks and its fit cost; 0 is perfect.
    public var cost: Double
    public var strays: [Stray]

    public init(size: Length, lines: [SetLine], cost: Double, strays: [Stray]) {
        self.size = size
        self.lines = lines
        self.cost = cost
        self.strays = strays
    }
}

extension Typesetter {
    /// All good settings of a headline in a width: for every size of the ladder and every number of lines that fits,
    /// the one with the best breaks, the largest size first.
    ///
    /// Lines break between words only and are balanced; a line break in the text is the editor's wish and is kept
    /// while it fits. Marks take half an em, and type is never squeezed under solid (CLREQ 6.3.1).
    ///
    /// - Parameter context: the story's body, from which names are learned that no dictionary has.
    public func headlines(
        _ text: String, style: HeadlineStyle, width: Length, context: String = ""
    ) -> [SetHeadline] {
        let wishes = text.split(separator: "\n", omittingEmptySubsequences: true).map { String($0) }
        let joined = StyledText(wishes.joined(separator: " "), role: style.title.role)
        let shaped = shape(joined)
        let breaks = HeadlineBreaks(
            shaped, wishes: wishes, words: words, profile: profile, cohesion: Cohesion(context: context))
        var found: [SetHeadline] = []
        for size in style.sizes {
            for count in 1...max(1, style.maxLines) {
                guard let set = breaks.best(lines: count, width: width / size) else { continue }
                var title = style.title
                title.size = size
                let lines = set.lines.map { range in
                    let opened = opening(shaped, range, style: title, width: width, lines: count)
                    let line = whole(shaped, cells: range, style: opened, tightMarks: true).0
                    return given(line.aligned(title.align, in: width, along: shaped.axis), title)
                }
                found.append(SetHeadline(size: size, lines: lines, cost: set.cost, strays: shaped.strays))
            }
        }
        return found
    }

    /// A single line well short of its width may open up, by at most half an em a gap (CLREQ 6.3.1.1).
    private func opening(
        _ shaped: ShapedText, _ range: Range<Int>, style: TextStyle, width: Length, lines: Int
    ) -> TextStyle {
        guard lines == 1, style.align == .center, range.count <= 8 else { return style }
        let (line, gaps) = whole(shaped, cells: range, style: style, tightMarks: true)
        guard gaps > 0 else { return style }
        let room = (width * 0.86 - line.width) / style.size / Double(gaps)
        var style = style
        style.tracking += min(0.5, max(0, room))
        return style
    }
}
