public import Layouts
public import Pages

/// Looks at the ink of a finished page, knowing nothing of how it was made: whether anything stands on anything else, or
/// outside the type area.
public struct InkAudit {
    private let page: Page
    private let area: Rect

    public init(_ page: Page, layout: Layout) {
        self.page = page
        area = layout.grid.rect(GridRect(columns: 0..<layout.grid.columns, rows: 0..<layout.grid.rows))
    }

    /// A mark of ink and the story that it belongs to.
    private struct Mark {
        var rect: Rect
        var story: String
        var text: String
        var isPicture: Bool
        /// A text may overlap another by less than this: faces' boxes are larger than their ink.
        var play: Length
    }

    /// Each fault in a sentence.
    public var faults: [String] {
        var marks: [Mark] = []
        for case .group(let group) in page.items {
            guard let story = group.story else { continue }
            collect(group.items, story, isLabel: false, &marks)
        }
        return outside(marks) + overlapping(marks)
    }

    private func collect(_ items: [Item], _ story: String, isLabel: Bool, _ marks: inout [Mark]) {
        for item in items {
            switch item {
            case .text(let run) where !isLabel && !run.text.allSatisfy(\.isWhitespace):
                marks.append(
                    Mark(rect: Self.rect(of: run), story: story, text: run.text, isPicture: false, play: run.size * 0.2)
                )
            case .image(let image):
                marks.append(Mark(rect: image.frame, story: story, text: image.file, isPicture: true, play: .tolerance))
            case .group(let group):
                guard case .figure = group.role else {
                    collect(group.items, story, isLabel: isLabel, &marks)
                    continue
                }
                // A picture that is missing is a box with its name in it.
                for case .box(let box) in group.items {
                    marks.append(
                        Mark(rect: box.rect, story: story, text: "a grey frame", isPicture: true, play: .tolerance))
                }
                collect(group.items, story, isLabel: true, &marks)
            default: break
            }
        }
    }

    /// Marks whose ink stands in the right half of their em.
    private static let opening = Set("“‘（《〈【「『")

    /// The em boxes of a run's glyphs, the last one taken as half an em wide, or less: what is drawn is never narrower.
    /// White at either end is no ink.
    private static func rect(of run: GlyphRun) -> Rect {
        let scalars = Array(run.text.unicodeScalars)
        var glyphs = run.glyphs[...], shift = Length.zero
        // Latin letters may be a quarter of an em wide.
        let last = scalars.last { !$0.properties.isWhitespace }
        let width = last?.isASCII == true ? 0.25 : 0.5
        if scalars.count == glyphs.count {
            let inked = scalars.indices.filter { !scalars[$0].properties.isWhitespace }
            if let first = inked.first, let last = inked.last {
                glyphs = glyphs[first...last]
                if opening.contains(Character(scalars[first])) { shift = run.size * 0.5 }
            }
        } else {
            // Where letters are joined, white at the end is still a glyph each.
            glyphs = glyphs.dropLast(scalars.reversed().prefix { $0.properties.isWhitespace }.count)
        }
        let xs = glyphs.map(\.x), ys = glyphs.map(\.y)
        let left = run.origin.x + .pt(xs.min() ?? 0) + shift,
            right = run.origin.x + .pt(xs.max() ?? 0) + run.size * width
        let top = run.origin.y + .pt(ys.min() ?? 0) - run.size * 0.8, foot = run.origin.y + .pt(ys.max() ?? 0)
        return Rect(x: left, y: top, width: right - left, height: foot - top)
    }

    private func outside(_ marks: [Mark]) -> [String] {
        let room = area.inset(dx: .pt(-0.5), dy: .pt(-0.5))
        return marks.filter {
            $0.rect.x < room.x || $0.rect.maxX > room.maxX || $0.rect.y < room.y || $0.rect.maxY > room.maxY
        }
        .map { "“\($0.text)” of \($0.story) stands outside the type area" }
    }

    private func overlapping(_ marks: [Mark]) -> [String] {
        let sorted = marks.sorted { $0.rect.y < $1.rect.y }
        var faults: [String] = []
        for (index, mark) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if other.rect.y >= mark.rect.maxY { break }
                if mark.rect.overlaps(other.rect, tolerance: max(mark.play, other.play)) {
                    faults.append("“\(mark.text)” of \(mark.story) stands on “\(other.text)” of \(other.story)")
                }
            }
        }
        return faults
    }
}
