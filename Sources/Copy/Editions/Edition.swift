public import Diagnostics

/// An edition as edition.yaml describes it: the contents of each page, before makeup.
public struct Edition: Hashable, Sendable {
    /// The folder that contains edition.yaml; paths of copy and photos are relative to it.
    public var folder: String
    /// Texts of the paper for its furniture: its name, its publisher, and any other key that layouts use as
    /// {paper.KEY}.
    public var paper: [String: String]
    /// The date of the edition.
    public var date: CalendarDate?
    /// The issue number as written.
    public var issue: String?
    /// The number of all issues since the first (总期号), as written.
    public var total: String?
    /// Texts of the day for the furniture, such as the weather, which layouts use as {today.KEY}.
    public var today: [String: String]
    /// The language as a BCP 47 tag; zh-Hans by default.
    public var language: String
    /// The pages as listed; empty if the program allots them.
    public var pages: [EditionPage]
    /// The stories to distribute over pages, if the edition does not list its pages.
    public var allotment: Allotment?
    /// House notices, pull quotes and pictures that may fill space that the stories leave. Each is used once at most.
    public var fillers: [Article]
    /// Where edition.yaml begins.
    public var place: SourcePlace

    /// Creates an edition.
    public init(
        folder: String, paper: [String: String] = [:], date: CalendarDate? = nil, issue: String? = nil,
        total: String? = nil, today: [String: String] = [:], language: String = "zh-Hans", pages: [EditionPage],
        allotment: Allotment? = nil, fillers: [Article] = [], place: SourcePlace
    ) {
        self.folder = folder
        self.paper = paper
        self.date = date
        self.issue = issue
        self.total = total
        self.today = today
        self.language = language
        self.pages = pages
        self.allotment = allotment
        self.fillers = fillers
        self.place = place
    }
}

/// A page of the edition and its stories.
public struct EditionPage: Hashable, Sendable {
    /// The name of the layout file without its extension.
    public var layout: String
    /// Where the layout is named.
    public var layoutPlace: SourcePlace
    /// The section of the paper, for the folio.
    public var section: String?
    /// The line of editors, for the folio.
    public var editors: String?
    /// The stories, in the order of the copy.
    public var articles: [Article]
    /// Whether the page takes the stories that earlier pages cannot hold. A page whose copy is still missing does not.
    public var takesOver: Bool
    /// Advertisements and notices, at fixed positions.
    public var notices: [Notice]
    /// Which half of a spread (通版) the page is: two facing pages on one sheet. The left half has all contents of the
    /// sheet, and the right half only counts as a page.
    public var half: Half?

    /// The halves of a spread.
    public enum Half: Hashable, Sendable { case left, right }

    /// Creates a page.
    ///
    /// - Parameter takesOver: nil if the page takes over stories exactly when it has no articles.
    public init(
        layout: String, layoutPlace: SourcePlace, section: String? = nil, editors: String? = nil,
        articles: [Article], takesOver: Bool? = nil, notices: [Notice] = [], half: Half? = nil
    ) {
        self.takesOver = takesOver ?? articles.isEmpty
        self.half = half
        self.layout = layout
        self.layoutPlace = layoutPlace
        self.section = section
        self.editors = editors
        self.articles = articles
        self.notices = notices
    }
}

/// An advertisement, notice or correction: a block at a fixed position on its page.
public struct Notice: Hashable, Sendable {
    /// The columns, from 1; nil for the full width of the page.
    public var columns: ClosedRange<Int>?
    /// The rows.
    public var rows: Rows
    /// The picture or text.
    public var content: Content
    /// Whether it has a frame.
    public var isFramed: Bool
    /// Where edition.yaml describes it.
    public var place: SourcePlace

    /// The vertical position, in rows of the page's grid.
    public enum Rows: Hashable, Sendable {
        /// The given rows, from 1.
        case span(ClosedRange<Int>)
        /// A number of rows at the foot of the page.
        case foot(Int)
    }

    /// The content of a notice.
    public enum Content: Hashable, Sendable {
        /// The path of a picture.
        case image(String)
        /// A headline and text.
        case text(Article)
    }

    /// Creates a notice.
    public init(
        columns: ClosedRange<Int>? = nil, rows: Rows, content: Content, isFramed: Bool = false, place: SourcePlace
    ) {
        self.columns = columns
        self.rows = rows
        self.content = content
        self.isFramed = isFramed
        self.place = place
    }
}
