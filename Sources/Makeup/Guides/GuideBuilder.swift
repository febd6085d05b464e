public import Layouts
internal import Pages
public import Typesetting

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
