public import Layouts

/// A story at its place on a page, in the variant that fills it. `ModuleBuilder` builds the module from it.
public struct StoryPlacement: Sendable {
    public var story: Story
    public var cells: GridRect
    public var variant: Variant
    /// The headline block that the variant names.
    public var headline: HeadlineBlock
    /// Where the story stands when its legs are not the page's columns.
    public var area: Area?

    /// A drawn area with a grid of its own: the story's cells count on that grid.
    public struct Area: Sendable {
        /// The layout with the area's grid in the place of the page's.
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

    /// The cells of the page that the story covers, as the rectangle round them.
    public var pageCells: GridRect { area?.cells ?? cells }

    /// What the story covers of the page.
    public var frames: [GridRect] { area.map { [$0.cells] } ?? cells.frames(variant.step) }
}
