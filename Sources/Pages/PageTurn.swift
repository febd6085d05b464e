/// Turns a page of vertical lines upright that was made lying on its side.
///
/// Vertical setting is horizontal setting turned by a quarter: lines run from the sheet's top to its foot, and the next
/// line stands on the left instead of below. Such a page is made on a sheet that lies on its side with its right edge up,
/// and everything on it is turned upright at the end. Glyphs are upright from the start: the turn moves the origins of
/// runs, but not the glyphs within a run.
public struct PageTurn: Hashable, Sendable {
    /// The width of the upright sheet.
    public var width: Length

    public init(width: Length) { self.width = width }

    /// The place on the upright sheet of a place on the lying one.
    public func upright(_ point: Point) -> Point { Point(x: width - point.y, y: point.x) }

    public func upright(_ rect: Rect) -> Rect {
        Rect(x: width - rect.maxY, y: rect.x, width: rect.height, height: rect.width)
    }

    public func upright(_ item: Item) -> Item {
        switch item {
        case .text(var run):
            run.origin = upright(run.origin)
            return .text(run)
        case .image(var image):
            image.frame = upright(image.frame)
            let crop = image.crop
            image.crop = PlacedImage.Crop(
                x: 1 - crop.y - crop.height, y: crop.x, width: crop.height, height: crop.width)
            return .image(image)
        case .rule(var rule):
            rule.from = upright(rule.from)
            rule.to = upright(rule.to)
            return .rule(rule)
        case .box(var box):
            box.rect = upright(box.rect)
            return .box(box)
        case .group(var group):
            group.items = group.items.map(upright)
            return .group(group)
        }
    }

    /// The place on the lying sheet of a place on the upright one.
    public func lying(_ point: Point) -> Point { Point(x: point.y, y: width - point.x) }

    public func lying(_ rect: Rect) -> Rect {
        Rect(x: rect.y, y: width - rect.maxX, width: rect.height, height: rect.width)
    }

    public func lying(_ item: Item) -> Item {
        switch item {
        case .text(var run):
            run.origin = lying(run.origin)
            return .text(run)
        case .image(var image):
            image.frame = lying(image.frame)
            let crop = image.crop
            image.crop = PlacedImage.Crop(
                x: crop.y, y: 1 - crop.x - crop.width, width: crop.height, height: crop.width)
            return .image(image)
        case .rule(var rule):
            rule.from = lying(rule.from)
            rule.to = lying(rule.to)
            return .rule(rule)
        case .box(var box):
            box.rect = lying(box.rect)
            return .box(box)
        case .group(var group):
            group.items = group.items.map(lying)
            return .group(group)
        }
    }
}
