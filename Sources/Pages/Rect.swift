/// A point on a page, counted from the top left corner of the trimmed page: x to the right, y downwards.
public struct Point: Hashable, Sendable {
    public var x: Length
    public var y: Length

    public init(x: Length, y: Length) {
        self.x = x
        self.y = y
    }

    public static let zero = Point(x: .zero, y: .zero)
}

/// A width and a height.
public struct Size: Hashable, Sendable {
    public var width: Length
    public var height: Length

    public init(width: Length, height: Length) {
        self.width = width
        self.height = height
    }
}

/// An upright rectangle on a page.
public struct Rect: Hashable, Sendable {
    public var x: Length
    public var y: Length
    public var width: Length
    public var height: Length

    public init(x: Length, y: Length, width: Length, height: Length) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public var maxX: Length { x + width }
    public var maxY: Length { y + height }
    public var midX: Length { x + width / 2 }
    public var midY: Length { y + height / 2 }
    public var size: Size { Size(width: width, height: height) }

    /// The rectangle with its sides moved inwards, or outwards if the distances are negative.
    public func inset(dx: Length, dy: Length) -> Rect {
        Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }

    /// Whether the two have an area in common that is larger than rounding errors.
    public func overlaps(_ other: Rect, tolerance: Length = .tolerance) -> Bool {
        min(maxX, other.maxX) - max(x, other.x) > tolerance && min(maxY, other.maxY) - max(y, other.y) > tolerance
    }
}
