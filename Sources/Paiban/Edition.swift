internal import Concurrency
internal import Copy
internal import Diagnostics

/// A day's paper before its pages are made: the articles, their photos, and the layouts of the pages.
///
/// An edition is read from a folder, or made in memory:
///
///     let edition = try await Edition(contentsOf: "2023-06-21")
///
///     let page = Edition.Page(layout: "broadsheet-front", articles: [lead, second])
///     let other = Edition(paper: ["name": "江边日报"], date: Edition.Day("2023-06-21"), pages: [page])
public struct Edition: Hashable, Sendable {
    /// The edition without pages and fillers.
    var copy: Copy.Edition
    /// The pages.
    public var pages: Pages
    /// House notices, pull quotes and pictures that may close holes in the pages (补白), each once.
    public var fillers: [Article]
    /// The warnings of reading it.
    var warnings: [Diagnostics.Diagnostic] = []

    /// Creates an edition in memory.
    ///
    /// - Parameters:
    ///   - paper: texts for the furniture of all pages: layouts print the value of `name` as `{paper.name}`.
    ///   - date: the day, for `{date}`, `{weekday}` and `{lunar}`, and as the date of PDFs.
    ///   - issue: the number of the issue, for `{issue}`.
    ///   - language: a language tag (BCP 47), which decides on the forms of characters and the rules of composition.
    ///   - pages: the pages, as a list or allotted automatically.
    ///   - fillers: what may close holes in the pages.
    ///   - folder: a folder with layouts and fonts of the paper's own, which are searched before all others.
    public init(
        paper: [String: String] = [:], date: Day? = nil, issue: String? = nil, language: String = "zh-Hans",
        pages: Pages, fillers: [Article] = [], folder: String? = nil
    ) {
        copy = Copy.Edition(
            folder: folder ?? "", paper: paper, date: date?.copy, issue: issue, language: language, pages: [],
            place: .none)
        self.pages = pages
        self.fillers = fillers
    }

    /// Reads an edition: a folder with `edition.yaml`, its copy and its photos, or a file of raw copy or of one story for
    /// a page of its own.
    ///
    /// - Throws: ``EditionError`` with everything that is wrong with it; `CancellationError`.
    public init(contentsOf path: String) async throws {
        self = try await WorkQueue(limit: 1).run { _ in
            try EditionError.translating { Edition(try EditionReader().read(path)) }
        }
    }

    /// The texts for the furniture of all pages, by their keys.
    public var paper: [String: String] {
        get { copy.paper }
        set { copy.paper = newValue }
    }

    /// The texts of the day, such as the weather: layouts print the value of `weather` as `{today.weather}`.
    public var today: [String: String] {
        get { copy.today }
        set { copy.today = newValue }
    }

    /// The day.
    public var date: Day? {
        get { copy.date.map(Day.init) }
        set { copy.date = newValue?.copy }
    }

    /// The number of the issue, for `{issue}`.
    public var issue: String? {
        get { copy.issue }
        set { copy.issue = newValue }
    }

    /// The number of all issues since the first (总期号), for `{total}`.
    public var totalIssue: String? {
        get { copy.total }
        set { copy.total = newValue }
    }

    /// The language tag (BCP 47).
    public var language: String {
        get { copy.language }
        set { copy.language = newValue }
    }

    /// The folder whose layouts and fonts are searched before all others; nil for none.
    public var folder: String? {
        get { copy.folder.isEmpty ? nil : copy.folder }
        set { copy.folder = newValue ?? "" }
    }

    /// A day of the Gregorian calendar.
    public struct Day: Hashable, Sendable {
        var copy: CalendarDate

        /// A day written as 2023-06-21; nil for any other text and for a day that no calendar has.
        public init?(_ text: String) {
            guard let date = CalendarDate(parsing: text) else { return nil }
            copy = date
        }

        init(_ date: CalendarDate) { copy = date }

        public var year: Int { copy.year }
        /// The month, from 1.
        public var month: Int { copy.month }
        /// The day of the month, from 1.
        public var day: Int { copy.day }
    }
}
