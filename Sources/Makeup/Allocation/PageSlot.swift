public import Layouts

/// A page to fill: its number, its layout, and how many pages the edition has.
public struct PageSlot: Hashable, Sendable {
    public var number: Int
    public var layout: Layout
    /// How many pages the edition has.
    public var pages: Int

    public init(number: Int, layout: Layout, of pages: Int) {
        self.number = number
        self.layout = layout
        self.pages = pages
    }
}
