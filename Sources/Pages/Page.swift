/// A finished page: everything that will be ink, at its place.
public struct Page: Hashable, Sendable {
    /// The page's number in the edition, from 1.
    public var number: Int
    /// The page's name for readers, such as “第1版”.
    public var label: String
    /// The size of the trimmed sheet. Coordinates of items count from its top left corner.
    public var trim: Size
    /// How far ink may run over the trimmed edges.
    public var bleed: Length
    /// The items in the order in which they are painted.
    public var items: [Item]
    /// The faces that the glyph runs of `items` name. If items are added, their faces have to be added too.
    public var faces: FaceTable

    /// - Parameter faces: a table that contains the faces of the items' glyph runs. The page keeps those that it uses.
    public init(
        number: Int, label: String = "", trim: Size, bleed: Length = .zero, items: [Item] = [],
        faces: FaceTable? = nil
    ) {
        self.number = number
        self.label = label
        self.trim = trim
        self.bleed = bleed
        self.items = items
        self.faces = faces?.used(by: items) ?? FaceTable()
    }

    /// All glyph runs of the page in the order in which they are painted.
    public var glyphRuns: [GlyphRun] {
        leaves { if case .text(let run) = $0 { run } else { nil } }
    }

    /// Calls `body` with every glyph run of the page in the order in which they are painted.
    public func forEachRun(_ body: (GlyphRun) -> Void) {
        items.forEachLeaf { if case .text(let run) = $0 { body(run) } }
    }

    /// All pictures of the page in the order in which they are painted.
    public var images: [PlacedImage] {
        leaves { if case .image(let image) = $0 { image } else { nil } }
    }

    /// The inks of all items except pictures, once for each use.
    public var inks: [Ink] {
        leaves { item -> [Ink] in
            switch item {
            case .text(let run): [run.ink]
            case .rule(let rule): [rule.ink]
            case .box(let box): [box.fill, box.frame?.ink].compactMap { $0 }
            case .image, .group: []
            }
        }.flatMap { $0 }
    }

    /// The thicknesses of all rules and frames of the page.
    public var lineThicknesses: [Length] {
        leaves { item in
            switch item {
            case .rule(let rule): rule.thickness
            case .box(let box): box.frame?.thickness
            case .text, .image, .group: nil
            }
        }
    }

    /// The values that `transform` returns for the page's items and those in groups, in the order in which they are
    /// painted.
    private func leaves<Value>(_ transform: (Item) -> Value?) -> [Value] {
        var values: [Value] = []
        items.forEachLeaf { item in
            if let value = transform(item) { values.append(value) }
        }
        return values
    }
}

extension [Item] {
    /// Calls `body` with the items and those in groups, but not with the groups, in the order in which they are
    /// painted.
    func forEachLeaf(_ body: (Item) -> Void) {
        for item in self {
            if case .group(let group) = item {
                group.items.forEachLeaf(body)
            } else {
                body(item)
            }
        }
    }
}

/// All pages of an edition, and the metadata of its file.
public struct Document: Hashable, Sendable {
    public var title: String
    /// The author of the file: the publisher or the paper.
    public var author: String
    /// BCP 47, such as zh-Hans.
    public var language: String
    /// The edition's day in ISO 8601 (2023-06-21). It dates the file, so that two runs give the same bytes.
    public var date: String
    public var pages: [Page]
    /// The outline that PDF readers show beside the pages: pages and their stories.
    public var outline: [OutlineEntry]

    public init(
        title: String, author: String, language: String, date: String, pages: [Page], outline: [OutlineEntry] = []
    ) {
        self.title = title
        self.author = author
        self.language = language
        self.date = date
        self.pages = pages
        self.outline = outline
    }

    /// The faces of all pages.
    public var faces: FaceTable { pages.reduce(into: FaceTable()) { $0.merge($1.faces) } }
}

/// The target of a link or of an entry of the outline.
public enum LinkTarget: Hashable, Sendable {
    /// The beginning of the story with this id.
    case article(String)
    /// The part of a story on a page, to which a jump line leads.
    case part(of: String, onPage: Int)
    /// A page by its number in the edition, from 1.
    case page(Int)
    /// An address on the web or of a mailbox, such as https://example.org/.
    case address(String)
}

/// An entry of a document's outline.
public struct OutlineEntry: Hashable, Sendable {
    /// The text that the reader shows.
    public var title: String
    public var target: LinkTarget
    public var children: [OutlineEntry]

    public init(title: String, target: LinkTarget, children: [OutlineEntry] = []) {
        self.title = title
        self.target = target
        self.children = children
    }
}
