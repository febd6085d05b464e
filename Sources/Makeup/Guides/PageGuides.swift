public import Layouts
public import Pages
public import Typesetting

/// Guides that an editor may lay over a page to see how it was made: the grid, the modules, white lines and overset text, and
/// the quality of its lines.
public struct PageGuides: Hashable, Sendable {
    public var page: Int
    public var trim: Size
    public var layers: [Layer]
    /// The faces of the layers' glyph runs.
    public var faces: FaceTable

    /// The guides of one kind. Each kind can be shown by itself.
    public struct Layer: Hashable, Sendable {
        public var kind: Kind
        public var items: [Item]
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Columns and baselines.
        case grid
        /// Rows that nothing fills, and overset text.
        case whites
        /// Each story's cells, with its name.
        case modules
        /// Lines that are visibly opened or squeezed, and lone lines.
        case breaks

        /// Whether the guides are painted under the page's ink, so that filled areas hide nothing.
        var isBelow: Bool { self == .grid || self == .whites }
    }

    public subscript(kind: Kind) -> [Item] { layers.first { $0.kind == kind }?.items ?? [] }

    /// The page with all its guides.
    public func drawn(on page: Page) -> Page {
        var page = page
        page.items = groups { $0.isBelow } + page.items + groups { !$0.isBelow }
        page.faces.merge(faces)
        return page
    }

    /// The guides of one kind on a page of their own, to be laid over the page.
    public func overlay(_ kind: Kind) -> Page {
        Page(number: page, trim: trim, items: groups { $0 == kind }, faces: faces)
    }

    private func groups(_ isWanted: (Kind) -> Bool) -> [Item] {
        layers.filter { isWanted($0.kind) }
            .map { .group(Group(role: .guide($0.kind.rawValue), items: $0.items)) }
    }
}

/// Draws the guides of a finished page.
public struct GuideBuilder {
    let layout: Layout
    let typesetter: Typesetter

    public init(layout: Layout, typesetter: Typesetter) {
        self.layout = layout
        self.typesetter = typesetter
    }

    public func guides(of page: ComposedPage) -> PageGuides {
        let layers = [
            PageGuides.Layer(kind: .grid, items: GridGuide(layout: layout).items),
            PageGuides.Layer(kind: .whites, items: WhiteGuide(layout: layout).items(of: page)),
            PageGuides.Layer(
                kind: .modules, items: ModuleGuide(layout: layout, typesetter: typesetter).items(of: page)),
            PageGuides.Layer(kind: .breaks, items: BreakGuide(layout: layout).items(of: page)),
        ]
        return PageGuides(
            page: page.page.number, trim: page.page.trim, layers: layers,
            faces: typesetter.faces.used(by: layers.flatMap(\.items)))
    }
}

/// The colours of guides, which no newspaper prints in.
enum GuideInk {
    /// Baselines and columns: the pale blue of layout paper.
    static let baseline = Ink(0.80, 0.89, 0.96)
    static let countedBaseline = Ink(0.55, 0.75, 0.90)
    static let column = Ink(0.45, 0.65, 0.88)
    static let module = Ink(0.62, 0.20, 0.68)
    /// White lines and holes.
    static let white = Ink(0.62, 0.80, 1.0)
    static let overset = Ink(0.88, 0.08, 0.12)
    static let opened = Ink(0.95, 0.55, 0.05)
    static let crammed = Ink(0.05, 0.58, 0.50)
}

extension Ink {
    /// A colour for screens, with the nearest inks.
    fileprivate init(_ red: Double, _ green: Double, _ blue: Double) {
        self.init(
            screen: RGB(red: red, green: green, blue: blue),
            press: CMYK(cyan: 1 - red, magenta: 1 - green, yellow: 1 - blue, black: 0))
    }
}
