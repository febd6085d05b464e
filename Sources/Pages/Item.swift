/// One thing that is drawn. Whoever paints it decides nothing: all that it needs stands here.
public indirect enum Item: Hashable, Sendable {
    case text(GlyphRun)
    case image(PlacedImage)
    case rule(Rule)
    case box(Box)
    case group(Group)
}

/// A picture in its frame, cropped and never stretched.
public struct PlacedImage: Hashable, Sendable {
    /// The picture's file.
    public var file: String
    /// What is seen of it on the page.
    public var frame: Rect
    /// The part that the frame shows, in shares of the upright picture's width and height (0…1 from its top left).
    public var crop: Crop

    public struct Crop: Hashable, Sendable {
        public var x, y, width, height: Double
        public init(x: Double, y: Double, width: Double, height: Double) {
            (self.x, self.y, self.width, self.height) = (x, y, width, height)
        }
        public static let whole = Crop(x: 0, y: 0, width: 1, height: 1)
    }

    public init(file: String, frame: Rect, crop: Crop = .whole) {
        self.file = file
        self.frame = frame
        self.crop = crop
    }
}

/// A line of ink, straight or waving about the straight way from end to end.
public struct Rule: Hashable, Sendable {
    public var from: Point
    public var to: Point
    public var thickness: Length
    public var ink: Ink
    public var wave: Wave?

    /// Waves as under a book's title (﹏).
    public struct Wave: Hashable, Sendable {
        /// From crest to crest. What is left of a rule beyond its last whole half wave is shared out over all of them.
        public var length: Length
        /// From the middle to a crest.
        public var height: Length
        public init(length: Length, height: Length) {
            self.length = length
            self.height = height
        }
    }

    public init(from: Point, to: Point, thickness: Length, ink: Ink = .black, wave: Wave? = nil) {
        self.from = from
        self.to = to
        self.thickness = thickness
        self.ink = ink
        self.wave = wave
    }
}

/// A rectangle, filled, framed or both.
public struct Box: Hashable, Sendable {
    public var rect: Rect
    public var fill: Ink?
    public var frame: Frame?

    public struct Frame: Hashable, Sendable {
        public var thickness: Length
        public var ink: Ink
        public init(thickness: Length, ink: Ink = .black) {
            self.thickness = thickness
            self.ink = ink
        }
    }

    public init(rect: Rect, fill: Ink? = nil, frame: Frame? = nil) {
        self.rect = rect
        self.fill = fill
        self.frame = frame
    }
}

/// Items that belong together, with what they are to a reader who cannot see the page.
public struct Group: Hashable, Sendable {
    public var role: Role
    public var items: [Item]

    /// What a group is: the structure that a tagged PDF, a dump and a test read.
    public enum Role: Hashable, Sendable {
        case article(String)
        /// The rest of a story that began on an earlier page, by that story's name.
        case continuation(of: String)
        case kicker
        /// A headline of the level 1 (the page's lead) and so on.
        case headline(level: Int)
        case deck
        case byline
        case subhead
        /// A paragraph, or the part of it that stands in one leg; parts of one share its number within the article.
        case paragraph(Int)
        case figure(alt: String)
        case caption
        case quote
        case jumpLine
        /// Words that lead elsewhere when they are clicked, within one of the others.
        case link(LinkTarget)
        /// Furniture that is no content: masthead, folio, rules.
        case furniture(String)
        /// Drawn for the editor's eyes only: guides, overset marks.
        case guide(String)
    }

    public init(role: Role, items: [Item]) {
        self.role = role
        self.items = items
    }
}
