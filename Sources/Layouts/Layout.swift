public import Diagnostics
public import Pages

/// The contents of a layout file: how pages of one kind look, and where stories and furniture stand on them.
///
/// Everything on a page stands on its grid of columns and baseline rows. In this model, columns and rows count from 0 and
/// ranges are half open. In the file they count from 1 and include both ends (“columns: 1-4”).
public struct Layout: Hashable, Sendable {
    /// The file's name without its extension.
    public var name: String
    /// The file's `title`: what the layout is for.
    public var title: String
    public var page: PageFormat
    public var grid: Grid
    /// The type styles by name. `StyleName` lists those that composition uses.
    public var styles: [String: TextStyle]
    /// The headline styles by rank. The first is that of rank 1; ranks beyond the last one use the last style.
    public var ladder: [HeadlineStyle]
    public var photos: PhotoStyle
    public var separators: Separators
    public var furniture: [FurnitureBlock]
    public var makeup: MakeupMode
    public var areas: [Area]
    /// The most short stories of a page that the planner may put in a box.
    public var boxes: Int
    /// The box of a story that the planner may place across the foot of the page (底栏); nil for none.
    public var footBand: BoxStyle?
    /// The head under which a page's small stories are gathered; nil leaves each by itself.
    public var briefs: String?
    /// The prices of the faults of a page.
    public var prices: Prices
    /// The layout file.
    public var place: SourcePlace

    public init(
        name: String, title: String, page: PageFormat, grid: Grid, styles: [String: TextStyle],
        ladder: [HeadlineStyle], photos: PhotoStyle = PhotoStyle(), separators: Separators = Separators(),
        furniture: [FurnitureBlock] = [], makeup: MakeupMode, areas: [Area] = [], boxes: Int = 0,
        footBand: BoxStyle? = nil, briefs: String? = nil, prices: Prices = Prices(), place: SourcePlace
    ) {
        self.name = name
        self.title = title
        self.page = page
        self.grid = grid
        self.styles = styles
        self.ladder = ladder
        self.photos = photos
        self.separators = separators
        self.furniture = furniture
        self.makeup = makeup
        self.areas = areas
        self.boxes = boxes
        self.footBand = footBand
        self.briefs = briefs
        self.prices = prices
        self.place = place
    }

    /// The headline style of a rank, counted from 1.
    public func headline(rank: Int) -> HeadlineStyle { ladder[min(max(rank, 1), ladder.count) - 1] }

    /// The style of a name; the body's if the layout has none of that name.
    public subscript(style: StyleName) -> TextStyle { styles[style.rawValue] ?? styles[StyleName.body.rawValue]! }
}

/// The styles that composition uses. Every layout that was read from a file has all of them.
public enum StyleName: String, CaseIterable, Sendable {
    case body, byline, subhead, caption, credit, quote
}

/// Who places the stories: the layout file or the planner.
public enum MakeupMode: String, CaseIterable, Hashable, Sendable {
    /// Stories stand in the areas of the file.
    case areas
    /// The planner places every story.
    case auto
    /// The areas of the file take their stories, and the planner places the others.
    case mixed
}

/// The sheet and the margins of the type area.
public struct PageFormat: Hashable, Sendable {
    /// The size of the trimmed sheet.
    public var trim: Size
    /// The distances from the trimmed edges to the type area, on an odd page.
    public var margins: Margins
    /// How far ink may run over the trimmed edges.
    public var bleed: Length
    /// Whether even pages are the mirror image of odd ones in their margins and in their furniture in head and foot.
    public var isFacing: Bool

    /// The widths of the four margins.
    public struct Margins: Hashable, Sendable {
        public var top, right, bottom, left: Length
        public init(top: Length, right: Length, bottom: Length, left: Length) {
            (self.top, self.right, self.bottom, self.left) = (top, right, bottom, left)
        }
    }

    public init(trim: Size, margins: Margins, bleed: Length = .mm(3), isFacing: Bool = false) {
        self.trim = trim
        self.margins = margins
        self.bleed = bleed
        self.isFacing = isFacing
    }
}

/// The direction of lines.
public enum LineDirection: String, CaseIterable, Hashable, Sendable {
    /// To the right, the next line below.
    case horizontal
    /// From top to bottom, the next line on the left (竖排).
    case vertical
}
