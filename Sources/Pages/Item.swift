/// One thing that is drawn. It has everything that a renderer needs, so that rendering involves no decisions.
public indirect enum Item: Hashable, Sendable {
    case text(GlyphRun)
    case image(PlacedImage)
    case rule(Rule)
    case box(Box)
    case group(Group)
}

/// A picture in its frame, cropped and never stretched.
public struct PlacedImage: Hashable, Sendable {
    /// The path of the picture's file.
    public var file: String
    /// The rectangle of the page that the cropped picture fills.
    public var frame: Rect
    /// The part of the picture that is visible, in shares of the upright picture's width and height from its top left.
    public var crop: Crop

    /// A part of a picture, in shares of its width and height.
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

/// A line of ink between two points, straight or wavy.
public struct Rule: Hashable, Sendable {
    public var from: Point
    public var to: Point
    public var thickness: Length
    public var ink: Ink
    public var wave: Wave?

    /// The waves of a rule, as under a book's title (﹏).
    public struct Wave: Hashable, Sendable {
        /// From crest to crest. Waves are stretched so that the rule is a whole number of half waves.
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

    /// The line round a box. Its middle runs along the rectangle's edge.
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

/// Items that belong together, and their role in the structure of the document.
public struct Group: Hashable, Sendable {
    public var role: Role
    public var items: [Item]

    /// The role of a group, which tagged PDF files, dumps and tests use.
    public enum Role: Hashable, Sendable {
        /// A story, by its id.
        case article(String)
        /// The rest of a story from an earlier page, by that story's id.
        case continuation(of: String)
        case kicker
        /// A headline of a level, from 1 for the page's lead.
        case headline(level: Int)
        case deck
        case byline
        case subhead
        /// A paragraph by its number within the article. If it runs over several legs, each part has a group with the same
        /// number.
        case paragraph(Int)
        /// A picture with its alternative text.
        case figure(alt: String)
        case caption
        case quote
        case jumpLine
        /// Clickable words within a group of another role.
        case link(LinkTarget)
        /// Furniture, which is not part of the content: masthead, folio, rules.
        case furniture(String)
        /// What only the editor sees: guides, marks of overset text.
        case guide(String)
    }

    public init(role: Role, items: [Item]) {
        self.role = role
        self.items = items
    }
}
