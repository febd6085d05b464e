public import Diagnostics

/// A story as the newsroom hands it in: parsed, not yet set.
public struct Article: Hashable, Sendable {
    /// Names the story within its edition: for layouts, dumps and messages.
    public var id: String
    /// The main headline (主题). A line break is the editor's wish for the printed one.
    /// Empty when the copy has none.
    public var title: String
    /// The line above the headline (引题, 肩题).
    public var kicker: String?
    /// The line below the headline (副题).
    public var deck: String?
    /// The reporters' line when it stands on its own.
    public var byline: String?
    /// 1 is the page's lead; nil leaves it to the makeup.
    public var rank: Int?
    public var section: String?
    /// The page that the story may go on on when its own cannot hold it (下转第2版).
    public var jump: Int?
    /// The pages that a story goes on on and comes from, when makeup has parted it.
    public var continuesOn: Int?
    public var continuedFrom: Int?
    /// The id of the story that this is the rest of.
    public var restOf: String?
    public var body: [Block]
    public var photos: [Photo]
    public var place: SourcePlace

    public init(
        id: String, title: String, kicker: String? = nil, deck: String? = nil, byline: String? = nil,
        rank: Int? = nil, section: String? = nil, jump: Int? = nil, body: [Block] = [], photos: [Photo] = [],
        place: SourcePlace
    ) {
        self.id = id
        self.title = title
        self.kicker = kicker
        self.deck = deck
        self.byline = byline
        self.rank = rank
        self.section = section
        self.jump = jump
        self.body = body
        self.photos = photos
        self.place = place
    }
}

/// One piece of a story's body, in reading order.
public enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    /// A subhead (小标题) of one line or two.
    case subhead([String], place: SourcePlace)
    /// A pull quote.
    case quote(Paragraph)
    case listItem(marker: String, Paragraph)
}

/// A paragraph: its words, and what stands out in them.
public struct Paragraph: Hashable, Sendable {
    /// A line break in it is kept in print: verse, a list of names.
    public var text: String
    /// What is set otherwise than the rest, in order, without overlap.
    public var marks: [Mark]
    public var place: SourcePlace

    public struct Mark: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// The word that opens a dispatch: 本报讯, 新华社北京6月20日电.
            case dateline
            /// The reporters in brackets behind it: （记者 …）, brackets included.
            case reporters
            case bold
            /// Emphasis dots (着重号).
            case emphasis
        }
        public var kind: Kind
        /// Characters of the paragraph's text, counted from its start.
        public var range: Range<Int>

        public init(_ kind: Kind, _ range: Range<Int>) {
            self.kind = kind
            self.range = range
        }
    }

    public init(_ text: String, marks: [Mark] = [], place: SourcePlace) {
        self.text = text
        self.marks = marks
        self.place = place
    }
}

/// A picture of a story, with the words under it.
public struct Photo: Hashable, Sendable {
    /// The file: in a story, its name in the edition's photos folder; in an edition, the path to open it by.
    /// Nil while only its caption came with the copy.
    public var file: String?
    public var caption: String
    /// Who took it: “记者 甲乙 摄”.
    public var credit: String?
    /// How many blocks of the body stand before it in the copy.
    public var after: Int
    /// The point that a crop keeps, in shares of width and height from the top left.
    public var focus: Focus
    public var place: SourcePlace

    public struct Focus: Hashable, Sendable {
        public var x, y: Double
        public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
        public static let centre = Focus(x: 0.5, y: 0.5)
    }

    public init(
        file: String?, caption: String, credit: String?, after: Int = 0, focus: Focus = .centre, place: SourcePlace
    ) {
        self.file = file
        self.caption = caption
        self.credit = credit
        self.after = after
        self.focus = focus
        self.place = place
    }
}
