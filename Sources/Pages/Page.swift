/// A finished page: everything that will be ink, and nothing that still has to be decided.
public struct Page: Hashable, Sendable {
    /// The page's number in the edition, from 1.
    public var number: Int
    /// What a reader calls the page, such as “第1版”.
    public var label: String
    /// The trimmed sheet. Coordinates of items count from its top left corner.
    public var trim: Size
    /// How far ink may run over the trimmed edge.
    public var bleed: Length
    public var items: [Item]

    public init(number: Int, label: String = "", trim: Size, bleed: Length = .zero, items: [Item] = []) {
        self.number = number
        self.label = label
        self.trim = trim
        self.bleed = bleed
        self.items = items
    }

    /// All glyph runs of the page in the order in which they are painted.
    public var glyphRuns: [GlyphRun] {
        var runs: [GlyphRun] = []
        func collect(_ items: [Item]) {
            for item in items {
                switch item {
                case .text(let run): runs.append(run)
                case .group(let group): collect(group.items)
                case .image, .rule, .box: break
                }
            }
        }
        collect(items)
        return runs
    }
}

/// All pages of an edition, with what the file says of itself.
public struct Document: Hashable, Sendable {
    public var title: String
    /// The publisher or paper, as the file's author.
    public var author: String
    /// BCP 47, such as zh-Hans.
    public var language: String
    /// The edition's own day as ISO 8601 (2023-06-21), which dates the file, so that two runs give the same bytes.
    public var date: String
    public var pages: [Page]

    public init(title: String, author: String, language: String, date: String, pages: [Page]) {
        self.title = title
        self.author = author
        self.language = language
        self.date = date
        self.pages = pages
    }
}
