public import Diagnostics
public import Pages

/// A layout file, read: how pages of one kind look, and where things stand on them.
///
/// Everything on a page stands on its grid of columns and baseline rows. Columns and rows of the model count from 0
/// and ranges are half open; in the file they count from 1 and both ends belong (“columns: 1-4”).
public struct Layout: Hashable, Sendable {
    /// The file's name without its ending.
    public var name: String
    /// What the layout is for, in the file's own words.
    public var title: String
    public var page: PageFormat
    public var grid: Grid
    /// Type styles by name. Those that composition itself asks for are in `StyleName`.
    public var styles: [String: TextStyle]
    /// How headlines are set, by rank; the first is rank 1, and stories beyond the last take the last.
    public var ladder: [HeadlineStyle]
    public var photos: PhotoStyle
    public var separators: Separators
    public var furniture: [FurnitureBlock]
    public var makeup: MakeupMode
    public var areas: [Area]
    /// How many short stories of a page the planner may put in a box.
    public var boxes: Int
    /// The box of a story that the planner may put across the page's foot (底栏); nil for none.
    public var footBand: BoxStyle?
    /// The head that a page's small stories are gathered under; nil leaves each by itself.
    public var briefs: String?
    /// What the faults of a page cost here.
    public var prices: Prices
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

    public func headline(rank: Int) -> HeadlineStyle { ladder[min(max(rank, 1), ladder.count) - 1] }

    public subscript(style: StyleName) -> TextStyle { styles[style.rawValue] ?? styles[StyleName.body.rawValue]! }
}

/// The styles that composition itself asks for; a layout's reader sees to it that every one is there.
public enum StyleName: String, CaseIterable, Sendable {
    case body, byline, subhead, caption, credit, quote
}

public enum MakeupMode: String, CaseIterable, Hashable, Sendable {
    /// Stories stand in the areas that the file draws.
    case areas
    /// The planner places every story.
    case auto
    /// Areas that name a story hold it; the planner fills the rest.
    case mixed
}

/// The sheet and the type area on it.
public struct PageFormat: Hashable, Sendable {
    public var trim: Size
    /// From the trimmed edges to the type area, on an odd page.
    public var margins: Margins
    public var bleed: Length
    /// Whether even pages are the mirror image of odd ones: margins, and what stands in head and foot.
    public var isFacing: Bool

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
