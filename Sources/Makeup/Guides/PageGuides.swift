public import Pages

/// What an editor may lay over a page to see how it was made: the grid, the modules, what is white or too long, and how
/// its lines came out.
public struct PageGuides: Hashable, Sendable {
    public var page: Int
    public var trim: Size
    public var layers: [Layer]
    /// The faces of the layers' glyph runs.
    public var faces: FaceTable

    /// One kind of guide, in layers so that each can be looked at by itself.
    public struct Layer: Hashable, Sendable {
        public var kind: Kind
        public var items: [Item]
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Columns and baselines.
        case grid
        /// Rows that nothing fills, and text that does not fit.
        case whites
        /// Each story's cells, with its name.
        case modules
        /// Lines that are opened or squeezed so far that it shows, and lone lines.
        case breaks

        /// Whether the guides lie under the page's ink, so that what they fill hides nothing.
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
