public import Layouts

/// A page to fill: its number, from 1, and its layout.
public struct PageSlot: Hashable, Sendable {
    public var number: Int
    public var layout: Layout

    public init(number: Int, layout: Layout) {
        self.number = number
        self.layout = layout
    }
}
