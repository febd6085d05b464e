public import Diagnostics

/// A rectangle of the page that the layout file gives to a story.
public struct Area: Hashable, Sendable {
    public var name: String
    public var cells: GridRect
    public var story: Selector
    /// The rank whose headline style the story takes here; nil leaves it to the story.
    public var rank: Int?
    public var photo: PhotoWish?
    public var box: BoxStyle?
    /// How many legs, or bands of vertical lines, the story is set in; nil takes the page's columns.
    public var legs: Int?
    /// How the story's lines run; nil takes the page's direction.
    public var direction: LineDirection?
    /// How the headline's lines run: vertical ones (竖题) stand at the head of the first legs.
    public var headline: LineDirection
    public var place: SourcePlace

    /// Which story stands in the area. Numbers and ids are served first, then rules, then those that take the next.
    public enum Selector: Hashable, Sendable {
        /// The page's first, second … story in the order of the copy, from 1.
        case number(Int)
        case id(String)
        /// The first story not yet placed that a rule fits.
        case rule(StoryRule)
        /// The first story not yet placed.
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

/// What a story has to be to stand in an area; what is nil does not matter.
public struct StoryRule: Hashable, Sendable {
    public var ranks: ClosedRange<Int>?
    public var section: String?
    public var hasPhotos: Bool?

    public init(ranks: ClosedRange<Int>? = nil, section: String? = nil, hasPhotos: Bool? = nil) {
        self.ranks = ranks
        self.section = section
        self.hasPhotos = hasPhotos
    }
}

/// How a story's photo-caption block stands in its module.
public struct PhotoWish: Hashable, Sendable {
    /// How many of the module's columns it spans.
    public var columns: Int
    /// The block's height, caption included; nil lets the picture's shape decide.
    public var rows: Int?
    public var side: Side

    public enum Side: String, CaseIterable, Hashable, Sendable {
        /// At the right end of the legs' top.
        case right
        case left
        /// In the middle columns.
        case middle
        /// Over the headline and all columns.
        case head
        /// At the right from the story's top, the headline beside it.
        case beside
    }

    public init(columns: Int, rows: Int? = nil, side: Side = .right) {
        self.columns = columns
        self.rows = rows
        self.side = side
    }
}

/// A frame or tint round a story; its text stands one character in from it.
public struct BoxStyle: Hashable, Sendable {
    public var frame: Bool
    /// 0…1 of black; 0 is none.
    public var tint: Double

    public init(frame: Bool, tint: Double) {
        self.frame = frame
        self.tint = tint
    }
}
