extension Item {
    /// The rectangle that the item takes; nil if nothing is drawn. For text, it contains the glyphs' em boxes, not their
    /// ink.
    public var bounds: Rect? {
        switch self {
        case .text(let run): run.bounds
        case .image(let image): image.frame
        case .rule(let rule): rule.bounds
        case .box(let box): box.rect
        case .group(let group): group.bounds
        }
    }
}

extension Group {
    /// The smallest rectangle that contains all items of the group.
    public var bounds: Rect? { items.compactMap(\.bounds).reduce(nil) { $0?.union($1) ?? $1 } }
}

extension Rect {
    /// The smallest rectangle that contains both.
    public func union(_ other: Rect) -> Rect {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Rect(
            x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }
}

extension GlyphRun {
    /// The share of the em box above the baseline of Han type: the ideographic em box of OpenType's BASE table in Han
    /// faces.
    public static let ascent = 0.88

    var bounds: Rect? {
        guard let first = glyphs.first, size > .zero else { return nil }
        let xs = glyphs.lazy.map(\.x), ys = glyphs.lazy.map(\.y)
        let (left, right) = (xs.min() ?? first.x, xs.max() ?? first.x)
        let (top, bottom) = (ys.min() ?? first.y, ys.max() ?? first.y)
        let em = size.points
        // In a clockwise run, what was above the baseline is to the right of it.
        let (before, above) = turn == .upright ? (0, Self.ascent * em) : ((1 - Self.ascent) * em, 0)
        return Rect(
            x: origin.x + .pt(left - before), y: origin.y + .pt(top - above), width: .pt(right - left + em),
            height: .pt(bottom - top + em))
    }
}

extension Rule {
    var bounds: Rect {
        let half = thickness / 2 + (wave?.height ?? .zero)
        let left = min(from.x, to.x), top = min(from.y, to.y)
        return Rect(
            x: left, y: top, width: max(from.x, to.x) - left, height: max(from.y, to.y) - top
        ).inset(dx: -half, dy: -half)
    }
}

extension Item {
    /// The item with everything in it, moved to the right and downwards.
    public func moved(x: Length = .zero, y: Length = .zero) -> Item {
        switch self {
        case .text(var run):
            run.origin = run.origin.moved(x: x, y: y)
            return .text(run)
        case .image(var image):
            image.frame = image.frame.moved(x: x, y: y)
            return .image(image)
        case .rule(var rule):
            rule.from = rule.from.moved(x: x, y: y)
            rule.to = rule.to.moved(x: x, y: y)
            return .rule(rule)
        case .box(var box):
            box.rect = box.rect.moved(x: x, y: y)
            return .box(box)
        case .group(var group):
            group.items = group.items.map { $0.moved(x: x, y: y) }
            return .group(group)
        }
    }
}

extension Point {
    public func moved(x: Length = .zero, y: Length = .zero) -> Point { Point(x: self.x + x, y: self.y + y) }
}

extension Rect {
    public func moved(x: Length = .zero, y: Length = .zero) -> Rect {
        Rect(x: self.x + x, y: self.y + y, width: width, height: height)
    }
}
