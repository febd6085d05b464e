public import Layouts

/// A story at its place on a page, in the variant that fills it. `ModuleBuilder` builds the module from it.
public struct StoryPlacement: Sendable {
    public var story: Story
    public var cells: GridRect
    public var variant: Variant
    /// The headline block of the variant.
    public var headline: HeadlineBlock
    /// The area of the story if its legs are not the page's columns.
    public var area: Area?

    /// A drawn area with a grid of its own: the story's cells count on that grid.
    public struct Area: Sendable {
        /// The page's layout with the area's grid in the place of the page's.
        public var layout: Layout
        /// The cells of the page that the area covers.
        public var cells: GridRect
    }

    public init(story: Story, cells: GridRect, variant: Variant, headline: HeadlineBlock, area: Area? = nil) {
        self.story = story
        self.cells = cells
        self.variant = variant
        self.headline = headline
        self.area = area
    }

    /// The rectangle of the page's cells round the story.
    public var pageCells: GridRect { area?.cells ?? cells }

    /// The rectangles of the page that the story covers.
    public var frames: [GridRect] { area.map { [$0.cells] } ?? cells.frames(variant.step) }
}
