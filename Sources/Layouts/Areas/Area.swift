public import Diagnostics

/// A rectangle of the page that the layout file reserves for a story.
public struct Area: Hashable, Sendable {
    /// The area's key in the file.
    public var name: String
    public var cells: GridRect
    public var story: Selector
    /// The rank whose headline style the story has here; nil uses the story's rank.
    public var rank: Int?
    public var photo: PhotoWish?
    public var box: BoxStyle?
    /// The number of legs, or bands of vertical lines, of the story; nil uses the page's columns.
    public var legs: Int?
    /// The direction of the story's lines; nil uses the page's direction.
    public var direction: LineDirection?
    /// The direction of the headline's lines. A vertical headline (竖题) stands at the head of the first legs.
    public var headline: LineDirection
    /// Where the file names the area.
    public var place: SourcePlace

    /// Which story stands in the area. Areas with a number or an id get their stories first, then those with a rule, then
    /// those with the next story.
    public enum Selector: Hashable, Sendable {
        /// The page's story with this number in the order of the copy, from 1.
        case number(Int)
        case id(String)
        /// The first story without a place that meets a rule.
        case rule(StoryRule)
        /// The first story without a place.
        case next
    }

    public init(
        name: String, cells: GridRect, story: Selector, rank: Int? = nil, photo: PhotoWish? = nil,
        box: BoxStyle? = nil, legs: Int? = nil, direction: LineDirection? = nil,
        headline: LineDirection = .horizontal, place: SourcePlace
    ) {
        self.headline = headline
        self.name = name
        self.cells = cells
        self.story = story
        self.rank = rank
        self.photo = photo
        self.box = box
        self.legs = legs
        self.direction = direction
        self.place = place
    }
}

/// The conditions that a story has to meet to stand in an area; nil is no condition.
public struct StoryRule: Hashable, Sendable {
    public var ranks: ClosedRange<Int>?
    /// The story's section.
    public var section: String?
    public var hasPhotos: Bool?

    public init(ranks: ClosedRange<Int>? = nil, section: String? = nil, hasPhotos: Bool? = nil) {
        self.ranks = ranks
        self.section = section
        self.hasPhotos = hasPhotos
    }
}

/// The place of a story's photo-caption block in its module.
public struct PhotoWish: Hashable, Sendable {
    /// The number of the module's columns that the block spans.
    public var columns: Int
    /// The block's height in rows with the caption; nil for the height that the picture's shape gives.
    public var rows: Int?
    public var side: Side

    public enum Side: String, CaseIterable, Hashable, Sendable {
        /// At the top of the right legs.
        case right
        /// At the top of the left legs.
        case left
        /// At the top of the middle legs.
        case middle
        /// Above the headline, over all columns.
        case head
        /// On the right from the story's top, with the headline beside it.
        case beside
    }

    public init(columns: Int, rows: Int? = nil, side: Side = .right) {
        self.columns = columns
        self.rows = rows
        self.side = side
    }
}

/// The box of a story: a frame, a tint, or both. The text stands one character inside of it.
public struct BoxStyle: Hashable, Sendable {
    public var frame: Bool
    /// The tint's share of black, from 0 (none) to 1.
    public var tint: Double

    public init(frame: Bool, tint: Double) {
        self.frame = frame
        self.tint = tint
    }
}
