public import Diagnostics

/// A story as read from the copy, not yet typeset.
public struct Article: Hashable, Sendable {
    /// Identifies the story within its edition, in layouts, dumps and messages.
    public var id: String
    /// The main headline (主题). A line break requests one in print. Empty when the copy has no title.
    public var title: String
    /// The line above the headline (引题, 肩题).
    public var kicker: String?
    /// The line below the headline (副题).
    public var deck: String?
    /// The authors' line, when it is a line of its own.
    public var byline: String?
    /// The story's importance: 1 is the page's lead, larger numbers are less important; nil leaves the choice to
    /// makeup.
    public var rank: Int?
    /// The section of the paper (要闻, 副刊), for pages that the program allots.
    public var section: String?
    /// The number of the page on which the story may continue when its own page cannot hold it (下转第2版).
    public var jump: Int?
    /// The number of the page on which the story continues, when makeup has divided it.
    public var continuesOn: Int?
    /// The number of the page from which the story continues, when makeup has divided it.
    public var continuedFrom: Int?
    /// The id of the story of which this is the continuation.
    public var restOf: String?
    /// The text, in reading order.
    public var body: [Block]
    /// The photos, in the order of the copy.
    public var photos: [Photo]
    /// Where the title is in the copy, or where the story begins if it has none.
    public var place: SourcePlace

    /// Creates a story that makeup has not divided.
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

/// A paragraph, subhead, quotation or list item of a story's body.
public enum Block: Hashable, Sendable {
    /// A paragraph of text.
    case paragraph(Paragraph)
    /// A subhead (小标题): one line or two.
    case subhead([String], place: SourcePlace)
    /// A pull quote.
    case quote(Paragraph)
    /// An item of a list; the marker is as printed, such as “1.” or “•”.
    case listItem(marker: String, Paragraph)
}

/// The text of a paragraph and the marks on it.
public struct Paragraph: Hashable, Sendable {
    /// The text. Line breaks are kept in print: verse, a list of names.
    public var text: String
    /// The ranges with a style of their own, in order and without overlap.
    public var marks: [Mark]
    /// Where the paragraph begins in the copy.
    public var place: SourcePlace

    /// A range of the text with a style of its own.
    public struct Mark: Hashable, Sendable {
        /// The kinds of marks.
        public enum Kind: Hashable, Sendable {
            /// The dateline that opens a dispatch: 本报讯, 新华社北京6月20日电.
            case dateline
            /// The reporters in brackets after the dateline, including the brackets: （记者 …）.
            case reporters
            /// Bold type.
            case bold
            /// Emphasis dots (着重号).
            case emphasis
        }
        /// The kind of the mark.
        public var kind: Kind
        /// The marked range: offsets into the paragraph's text, in characters.
        public var range: Range<Int>

        /// Creates a mark on a range of characters.
        public init(_ kind: Kind, _ range: Range<Int>) {
            self.kind = kind
            self.range = range
        }
    }

    /// Creates a paragraph.
    public init(_ text: String, marks: [Mark] = [], place: SourcePlace) {
        self.text = text
        self.marks = marks
        self.place = place
    }
}

/// A picture of a story and its caption.
public struct Photo: Hashable, Sendable {
    /// The picture file: in a story that was read by itself, its name in the edition's photos folder; in an edition,
    /// its path. Nil when the copy has only the caption.
    public var file: String?
    /// The caption without the credit; empty when there is none.
    public var caption: String
    /// The photographer's credit: “记者 甲乙 摄”.
    public var credit: String?
    /// The number of body blocks that precede the photo in the copy.
    public var after: Int
    /// The point that cropping keeps in the picture.
    public var focus: Focus
    /// Where the caption is in the copy, or where the edition names the photo.
    public var place: SourcePlace

    /// A point of a picture, in fractions of its width and height from the top left.
    public struct Focus: Hashable, Sendable {
        /// The fractions of width and height, from 0 to 1.
        public var x, y: Double

        /// Creates a point.
        public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
        /// The middle of the picture.
        public static let centre = Focus(x: 0.5, y: 0.5)
    }

    /// Creates a photo.
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

extension Block {
    /// The block's text, including a list item's marker.
    var text: String {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text
        case .subhead(let lines, _): lines.joined(separator: "\n")
        case .listItem(let marker, let paragraph): marker + paragraph.text
        }
    }

    /// Where the block begins in the copy.
    var place: SourcePlace {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph), .listItem(_, let paragraph): paragraph.place
        case .subhead(_, let place): place
        }
    }
}

extension Paragraph {
    /// The marks shifted by a number of characters.
    func marks(movedBy distance: Int) -> [Mark] {
        marks.map { Mark($0.kind, $0.range.lowerBound + distance..<$0.range.upperBound + distance) }
    }
}
