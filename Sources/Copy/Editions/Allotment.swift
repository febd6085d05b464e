public import Diagnostics

/// The stories of an edition whose pages are not listed. The program distributes them over pages by section and rank:
/// over as many pages as the copy needs, or over a given number.
public struct Allotment: Hashable, Sendable {
    /// The greatest number of pages of a newspaper, so that a typing error such as 40000 is reported.
    public static let maxPages = 64

    /// The number of pages; nil for as many as the copy needs.
    public var count: Int?
    /// The layout of the first page.
    public var front: LayoutName
    /// The layout of the other pages.
    public var inside: LayoutName
    /// The sections in the order of their pages. Sections that only the copy names follow in the order of the copy.
    public var sections: [Section]
    /// The line of editors, for the folio.
    public var editors: String?
    /// The stories, in the order of the copy.
    public var articles: [Article]
    /// The notices by page number, from 1.
    public var notices: [Int: [Notice]]
    /// Where edition.yaml requests the allotment.
    public var place: SourcePlace

    /// The name of a layout file without its extension, and where it is written.
    public struct LayoutName: Hashable, Sendable {
        public var name: String
        public var place: SourcePlace

        /// Creates a layout name.
        public init(_ name: String, place: SourcePlace) {
            self.name = name
            self.place = place
        }
    }

    /// A section of the paper.
    public struct Section: Hashable, Sendable {
        public var name: String
        /// The layout of the pages that begin with this section; nil for the layout of all inside pages.
        public var layout: LayoutName?
        /// The line of editors for these pages; nil for that of the edition.
        public var editors: String?

        /// Creates a section.
        public init(name: String, layout: LayoutName? = nil, editors: String? = nil) {
            self.name = name
            self.layout = layout
            self.editors = editors
        }
    }

    /// Creates an allotment.
    public init(
        count: Int? = nil, front: LayoutName, inside: LayoutName, sections: [Section] = [], editors: String? = nil,
        articles: [Article], notices: [Int: [Notice]] = [:], place: SourcePlace
    ) {
        self.count = count
        self.front = front
        self.inside = inside
        self.sections = sections
        self.editors = editors
        self.articles = articles
        self.notices = notices
        self.place = place
    }
}
