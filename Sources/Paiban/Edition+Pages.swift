internal import Copy
internal import Diagnostics

extension Edition {
    /// The pages of an edition.
    public enum Pages: Hashable, Sendable, ExpressibleByArrayLiteral {
        /// Pages with the articles that are listed for each.
        case listed([Page])
        /// Pages over which the articles are distributed by section and rank.
        case automatic(AutomaticPages)

        public init(arrayLiteral pages: Page...) { self = .listed(pages) }
    }

    /// A page and what is to be on it.
    public struct Page: Hashable, Sendable {
        /// The name of a layout: of one that comes with Paiban, or of a file in the edition's folder or in one of the
        /// compositor's.
        public var layout: String {
            didSet { layoutPlace = .none }
        }
        /// The section's name, for `{section}`; nil for that of the page's articles.
        public var section: String?
        /// The line of editors, for `{editors}`.
        public var editors: String?
        /// The articles, in the order of their importance.
        public var articles: [Article]
        /// Advertisements and notices, at their places.
        public var notices: [Notice]
        /// Whether the page is a spread (通版): two facing pages that are one sheet and are counted as two.
        public var isSpread: Bool
        /// Whether the page takes the articles that the pages before it cannot hold.
        public var takesOverflow: Bool

        /// Where the layout is named, for diagnostics.
        var layoutPlace = SourcePlace.none

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - layout: the name of a layout, without the ending of its file.
        ///   - section: the section's name; that of the page's articles unless given.
        ///   - editors: the line of editors.
        ///   - articles: the articles, in the order of their importance.
        ///   - notices: advertisements and notices.
        ///   - isSpread: whether the page is two facing pages.
        ///   - takesOverflow: whether it takes what the pages before it cannot hold; true for a page without articles
        ///     unless given.
        public init(
            layout: String, section: String? = nil, editors: String? = nil, articles: [Article] = [],
            notices: [Notice] = [], isSpread: Bool = false, takesOverflow: Bool? = nil
        ) {
            self.layout = layout
            self.section = section
            self.editors = editors
            self.articles = articles
            self.notices = notices
            self.isSpread = isSpread
            self.takesOverflow = takesOverflow ?? articles.isEmpty
        }
    }

    /// Articles to be distributed over pages by section and rank.
    public struct AutomaticPages: Hashable, Sendable {
        /// The allotment without articles and notices.
        var copy: Allotment
        /// The articles of all pages, in the order of the copy.
        public var articles: [Article]
        /// Advertisements and notices by the number of their page, from 1.
        public var notices: [Int: [Notice]]

        /// Creates pages for articles.
        ///
        /// - Parameters:
        ///   - articles: the articles of all pages, in the order of the copy.
        ///   - front: the layout of the first page.
        ///   - inside: the layout of the other pages; the first page's unless given.
        ///   - count: the number of pages, from 1 to 64; nil for as many as the articles need.
        ///   - sections: the sections in the order of their pages. Sections that only articles name follow.
        ///   - editors: the line of editors, for `{editors}`.
        ///   - notices: advertisements and notices by the number of their page.
        public init(
            _ articles: [Article], front: String, inside: String? = nil, count: Int? = nil, sections: [Section] = [],
            editors: String? = nil, notices: [Int: [Notice]] = [:]
        ) {
            copy = Allotment(
                count: count, front: .init(front, place: .none), inside: .init(inside ?? front, place: .none),
                sections: sections.map(\.copy), editors: editors, articles: [], place: .none)
            self.articles = articles
            self.notices = notices
        }

        /// The number of pages; nil for as many as the articles need.
        public var count: Int? {
            get { copy.count }
            set { copy.count = newValue }
        }

        /// The layout of the first page.
        public var front: String {
            get { copy.front.name }
            set { copy.front = .init(newValue, place: .none) }
        }

        /// The layout of the other pages.
        public var inside: String {
            get { copy.inside.name }
            set { copy.inside = .init(newValue, place: .none) }
        }

        /// The sections in the order of their pages.
        public var sections: [Section] {
            get { copy.sections.map(Section.init) }
            set { copy.sections = newValue.map(\.copy) }
        }

        /// The line of editors, for `{editors}`.
        public var editors: String? {
            get { copy.editors }
            set { copy.editors = newValue }
        }
    }

    /// A section of the paper, such as 要闻.
    public struct Section: Hashable, Sendable, ExpressibleByStringLiteral {
        var copy: Allotment.Section

        /// Creates a section.
        ///
        /// - Parameters:
        ///   - name: what articles call it.
        ///   - layout: the layout of the pages that it begins on; nil for that of all inside pages.
        ///   - editors: the line of editors on its pages; nil for that of all pages.
        public init(_ name: String, layout: String? = nil, editors: String? = nil) {
            copy = .init(name: name, layout: layout.map { .init($0, place: .none) }, editors: editors)
        }

        init(_ section: Allotment.Section) { copy = section }

        public init(stringLiteral name: String) { self.init(name) }

        public var name: String { copy.name }
        public var layout: String? { copy.layout?.name }
        public var editors: String? { copy.editors }
    }
}
