extension Item {
    /// The item moved: to the right and downwards, with all that it holds.
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
