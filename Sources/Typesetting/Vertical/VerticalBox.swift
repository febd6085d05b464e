public import Layouts
public import Pages

/// A short story composed vertically in a rectangle. The headline stands on the right over the full height. The text
/// stands on its left in one or more bands, one below the other, each read from right to left.
public struct VerticalBox: Hashable, Sendable {
    /// How the story is divided over the rectangle.
    public struct Form: Hashable, Sendable {
        /// The number of bands of text.
        public var bands: Int
        /// The white between two bands.
        public var bandGap: Length
        /// The white between the headline and the text.
        public var headlineGap: Length
        /// The headline's level in the structure of the document, from 1.
        public var level: Int

        public init(bands: Int = 1, bandGap: Length = .zero, headlineGap: Length = .zero, level: Int = 1) {
            self.bands = bands
            self.bandGap = bandGap
            self.headlineGap = headlineGap
            self.level = level
        }
    }

    /// The headline and the paragraphs as groups, in reading order, at their places on the page.
    public var items: [Item]
    /// The number of lines that do not fit.
    public var overset: Int
    /// The number of lines that would still fit.
    public var empty: Int
    /// Whether the headline fits the height at one of its sizes.
    public var hasHeadline: Bool
    public var missingGlyphs: [MissingGlyph]
    /// The least leading that leaves room for the marks between the lines; nil if the style's leading does.
    public var neededLeading: Length?

    /// Whether the whole story is in the rectangle.
    public var fits: Bool { overset == 0 && hasHeadline }
}

extension Typesetter {
    /// Composes a story in a rectangle.
    ///
    /// It uses the setting of the headline with which the text comes closest to filling the rest. Bands have a height
    /// of whole characters. The rest of the height stays white at the foot, so that the bands keep their grid.
    ///
    /// - Parameters:
    ///   - headline: nil for a story without one.
    ///   - body: the paragraphs.
    ///   - rect: a rectangle of the page.
    public func verticalBox(
        headline: String?, headlineStyle: HeadlineStyle, body: [StyledText], style: TextStyle, in rect: Rect,
        form: VerticalBox.Form = VerticalBox.Form(), options: VerticalOptions = VerticalOptions()
    ) -> VerticalBox {
        let bands = max(1, form.bands)
        let height = (rect.height - form.bandGap * Double(bands - 1)) / Double(bands)
        let measure = style.size * ((height + .tolerance) / style.size).rounded(.down)
        let galley = verticalGalley(body, style: style, measure: measure, options: options)
        let context = body.map(\.text).joined(separator: "\n")
        let titles = headline.map {
            verticalHeadlines($0, style: headlineStyle, height: rect.height, context: context, options: options)
        }
        let choices = (titles ?? []).map { Optional($0) } + (titles?.isEmpty ?? true ? [nil] : [])
        let candidates = choices.map { title in
            let taken = title.map { $0.width(leading: headlineStyle.title) + form.headlineGap } ?? .zero
            let room = Rect(x: rect.x, y: rect.y, width: rect.width - taken, height: rect.height)
            return (
                title: title, room: room,
                lines: bands * VerticalGalley.lines(in: room.width, size: style.size, leading: style.leading)
            )
        }
        // Text that does not fit is worse than any white. Of two equal fits the better headline, the larger one first.
        func misfit(_ lines: Int) -> Int {
            lines < galley.lines.count ? 1000 * (galley.lines.count - lines) : lines - galley.lines.count
        }
        let best = candidates.min {
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
    /// The distance between the axes of two vertical lines: the style's leading, scaled from the style's size to this one.
    private func pitch(_ style: TextStyle) -> Length { size * max(1, style.leading / style.size) }

    /// The width of all lines side by side.
    fileprivate func width(leading style: TextStyle) -> Length { size + pitch(style) * Double(lines.count - 1) }

    /// The lines placed from a right edge to the left.
    fileprivate func placed(from right: Length, y: Length, leading style: TextStyle) -> [Item] {
        lines.enumerated().flatMap { number, line in
            line.moved(x: right - size / 2 - pitch(style) * Double(number), y: y).items
        }
    }
}
