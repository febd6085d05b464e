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
    /// The faces that the glyph runs of `items` name. Add the faces of what is added to `items`.
    public var faces: FaceTable

    /// - Parameter faces: a table with the faces of the items' glyph runs; the page keeps those that it uses.
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

    /// Looks at every glyph run of the page in the order in which they are painted.
    public func forEachRun(_ look: (GlyphRun) -> Void) {
        items.forEachLeaf { if case .text(let run) = $0 { look(run) } }
    }

    /// All pictures of the page in the order in which they are painted.
    public var images: [PlacedImage] {
        leaves { if case .image(let image) = $0 { image } else { nil } }
    }

    /// All inks of the page but those of its pictures, once for each time that they are used.
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

    /// All lines of the page, straight ones and those round boxes, by their thickness.
    public var lineThicknesses: [Length] {
        leaves { item in
            switch item {
            case .rule(let rule): rule.thickness
            case .box(let box): box.frame?.thickness
            case .text, .image, .group: nil
            }
        }
    }

    /// What `choose` takes of the page's items and of those in groups, in the order in which they are painted.
    private func leaves<Value>(_ choose: (Item) -> Value?) -> [Value] {
        var values: [Value] = []
        items.forEachLeaf { item in
            if let value = choose(item) { values.append(value) }
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
    /// What readers show beside the pages to leap by: pages and their stories.
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

/// Where a link or an entry of the outline leads.
public enum LinkTarget: Hashable, Sendable {
    /// The story of this name, where it begins.
    case article(String)
    /// The part of a story that stands on a page: where a jump line leads.
    case part(of: String, onPage: Int)
    /// A page by its number in the edition, from 1.
    case page(Int)
    /// An address on the web or of a mailbox, such as https://example.org/.
    case address(String)
}

/// An entry of the outline that readers show beside the pages.
public struct OutlineEntry: Hashable, Sendable {
    public var title: String
    public var target: LinkTarget
    public var children: [OutlineEntry]

    public init(title: String, target: LinkTarget, children: [OutlineEntry] = []) {
        self.title = title
        self.target = target
        self.children = children
    }
}
