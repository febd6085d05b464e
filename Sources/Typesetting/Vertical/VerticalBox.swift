public import Layouts
public import Pages

/// A whole short story set vertically in a rectangle: the headline at the right over the full height, the text at its
/// left in one band or in several, one below the other, each read from right to left.
public struct VerticalBox: Hashable, Sendable {
    /// How the story is divided over the rectangle.
    public struct Form: Hashable, Sendable {
        /// Bands of text, from the top.
        public var bands: Int
        /// White between two bands.
        public var bandGap: Length
        /// White between the headline and the text.
        public var headlineGap: Length
        /// The headline's level for readers of the file.
        public var level: Int

        public init(bands: Int = 1, bandGap: Length = .zero, headlineGap: Length = .zero, level: Int = 1) {
            self.bands = bands
            self.bandGap = bandGap
            self.headlineGap = headlineGap
            self.level = level
        }
    }

    /// Headline and paragraphs as groups, in reading order, placed on the page.
    public var items: [Item]
    /// Lines that found no room.
    public var overset: Int
    /// Places for lines that stayed empty.
    public var empty: Int
    /// Whether the headline fits the height at a size of its ladder.
    public var hasHeadline: Bool
    public var missingGlyphs: [MissingGlyph]
    public var neededLeading: Length?

    public var fits: Bool { overset == 0 && hasHeadline }
}

extension Typesetter {
    /// Sets a story into a rectangle.
    ///
    /// The headline takes the setting whose lines leave the text nearest to filling what is left. Bands are cut to
    /// whole characters, and what a rectangle has over is left at its foot, where the bands above keep their grid.
    public func verticalBox(
        headline: String?, headlineStyle: HeadlineStyle, body: [StyledText], style: TextStyle, in rect: Rect,
        form: VerticalBox.Form = VerticalBox.Form(), habits: VerticalHabits = VerticalHabits()
    ) -> VerticalBox {
        let bands = max(1, form.bands)
        let height = (rect.height - form.bandGap * Double(bands - 1)) / Double(bands)
        let measure = style.size * ((height + .tolerance) / style.size).rounded(.down)
        let galley = verticalGalley(body, style: style, measure: measure, habits: habits)
        let context = body.map(\.text).joined(separator: "\n")
        let titles = headline.map {
            verticalHeadlines($0, style: headlineStyle, height: rect.height, context: context, habits: habits)
        }
        let choices = (titles ?? []).map { Optional($0) } + (titles?.isEmpty ?? true ? [nil] : [])
        let boxes = choices.map { title in
            let taken = title.map { $0.width(leading: headlineStyle.title) + form.headlineGap } ?? .zero
            let room = Rect(x: rect.x, y: rect.y, width: rect.width - taken, height: rect.height)
            return (
                title: title, room: room,
                lines: bands * VerticalGalley.lines(in: room.width, size: style.size, leading: style.leading)
            )
        }
        // All of the text before a full box, and of two equally full the better headline, the larger one first.
        func misfit(_ lines: Int) -> Int {
            lines < galley.lines.count ? 1000 * (galley.lines.count - lines) : lines - galley.lines.count
        }
        let best = boxes.min {
            (misfit($0.lines), $0.title?.cost ?? 0) < (misfit($1.lines), $1.title?.cost ?? 0)
        }!

        var box = VerticalBox(
            items: [], overset: max(0, galley.lines.count - best.lines), empty: max(0, best.lines - galley.lines.count),
            hasHeadline: headline == nil || best.title != nil,
            missingGlyphs: (best.title?.missingGlyphs ?? []) + galley.missingGlyphs,
            neededLeading: galley.neededLeading)
        if let title = best.title {
            let items = title.placed(from: rect.maxX, y: rect.y, leading: headlineStyle.title)
            box.items.append(.group(Group(role: .headline(level: form.level), items: items)))
        }
        var placed: [VerticalGalley.Line] = []
        for band in 0..<bands {
            let y = best.room.y + (measure + form.bandGap) * Double(band)
            let rect = Rect(x: best.room.x, y: y, width: best.room.width, height: measure)
            placed += galley.band(from: placed.count, in: rect, size: style.size)
        }
        for number in body.indices {
            let items = placed.filter { $0.paragraph == number }.flatMap(\.line.items)
            if !items.isEmpty { box.items.append(.group(Group(role: .paragraph(number), items: items))) }
        }
        return box
    }
}

extension ComposedHeadline {
    /// The distance of two vertical lines' axes: the style's leading for its own size, scaled to the one taken.
    private func pitch(_ style: TextStyle) -> Length { size * max(1, style.leading / style.size) }

    fileprivate func width(leading style: TextStyle) -> Length { size + pitch(style) * Double(lines.count - 1) }

    /// The lines from a right edge leftwards.
    fileprivate func placed(from right: Length, y: Length, leading style: TextStyle) -> [Item] {
        lines.enumerated().flatMap { number, line in
            line.moved(x: right - size / 2 - pitch(style) * Double(number), y: y).items
        }
    }
}
