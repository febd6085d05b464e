public import Diagnostics

/// A day's edition as edition.yaml says it: what is on which page, not yet how it looks.
public struct Edition: Hashable, Sendable {
    /// The folder that holds edition.yaml; copy and photos are found from here.
    public var folder: String
    /// The paper's furniture texts: name, publisher and whatever else the layouts ask for as {paper.KEY}.
    public var paper: [String: String]
    public var date: CalendarDate?
    /// The issue number as written.
    public var issue: String?
    /// BCP 47; zh-Hans unless the edition says otherwise.
    public var language: String
    public var pages: [EditionPage]
    public var place: SourcePlace

    public init(
        folder: String, paper: [String: String] = [:], date: CalendarDate? = nil, issue: String? = nil,
        language: String = "zh-Hans", pages: [EditionPage], place: SourcePlace
    ) {
        self.folder = folder
        self.paper = paper
        self.date = date
        self.issue = issue
        self.language = language
        self.pages = pages
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

    public init(
        layout: String, layoutPlace: SourcePlace, section: String? = nil, editors: String? = nil,
        articles: [Article]
    ) {
        self.layout = layout
        self.layoutPlace = layoutPlace
        self.section = section
        self.editors = editors
        self.articles = articles
    }
}

/// A day of the Gregorian calendar.
public struct CalendarDate: Hashable, Sendable {
    public var year, month, day: Int

    public init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }
}
