public import Diagnostics

/// A day's edition as edition.yaml says it: what is on which page, not yet how it looks.
public struct Edition: Hashable, Sendable {
    /// The folder that holds edition.yaml; copy and photos are found from here.
    public var folder: String
    /// The paper's furniture texts: name, publisher and whatever else the layouts ask for as {paper.KEY}.
    public var paper: [String: String]
    public var date: CalendarDate?
    /// The issue number as written, and the number of all issues since the first (总期号).
    public var issue: String?
    public var total: String?
    /// The day's own furniture texts, such as the weather: {today.KEY}.
    public var today: [String: String]
    /// BCP 47; zh-Hans unless the edition says otherwise.
    public var language: String
    /// The pages as listed; empty when the program is to allot them.
    public var pages: [EditionPage]
    /// How stories are to be shared out over pages, when the edition lists none.
    public var allotment: Allotment?
    /// House notices, pull quotes and pictures that may close what stories leave open, each once.
    public var fillers: [Article]
    public var place: SourcePlace

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

/// A page of the edition and its stories, in the order in which the copy has them.
public struct EditionPage: Hashable, Sendable {
    /// The name of a layout file, without its ending.
    public var layout: String
    public var layoutPlace: SourcePlace
    public var section: String?
    /// The line of editors for the folio.
    public var editors: String?
    public var articles: [Article]
    /// Whether it takes what the pages before it cannot hold. One whose copy is still to come does not.
    public var takesOver: Bool
    /// Advertisements and notices, which stand where they are told to.
    public var notices: [Notice]
    /// Which half of a spread (通版) it is: two facing pages that are one sheet. The left one holds what stands on the
    /// sheet, the right one is only counted.
    public var half: Half?

    public enum Half: Hashable, Sendable { case left, right }

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

/// A day of the Gregorian calendar.
public struct CalendarDate: Hashable, Sendable {
    public var year, month, day: Int

    public init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }
}
