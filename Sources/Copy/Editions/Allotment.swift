public import Diagnostics

/// How an edition's stories are to be shared out over pages that it does not list: by section and rank, on as many pages
/// as the copy needs or as it may have.
public struct Allotment: Hashable, Sendable {
    /// The number of pages; nil for as many as the copy needs.
    public var count: Int?
    /// The layouts of the first page and of those after it.
    public var front: LayoutName
    public var inside: LayoutName
    /// The sections in the order of their pages; those that the copy names beyond them follow in its order.
    public var sections: [Section]
    public var editors: String?
    public var articles: [Article]
    /// Notices by the number of their page.
    public var notices: [Int: [Notice]]
    public var place: SourcePlace

    public struct LayoutName: Hashable, Sendable {
        public var name: String
        public var place: SourcePlace

        public init(_ name: String, place: SourcePlace) {
            self.name = name
            self.place = place
        }
    }

    public struct Section: Hashable, Sendable {
        public var name: String
        /// The layout of the pages that it leads; nil for that of all inside pages.
        public var layout: LayoutName?
        public var editors: String?

        public init(name: String, layout: LayoutName? = nil, editors: String? = nil) {
            self.name = name
            self.layout = layout
            self.editors = editors
        }
    }

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
