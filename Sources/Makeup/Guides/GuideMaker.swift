public import Layouts
internal import Pages
public import Typesetting

/// Draws the guides of a finished page.
public struct GuideMaker {
    let layout: Layout
    let setter: Typesetter

    public init(layout: Layout, setter: Typesetter) {
        self.layout = layout
        self.setter = setter
    }

    public func guides(of page: MadePage) -> PageGuides {
        PageGuides(
            page: page.page.number, trim: page.page.trim,
            layers: [
                PageGuides.Layer(kind: .grid, items: GridGuide(layout: layout).items),
                PageGuides.Layer(kind: .whites, items: WhiteGuide(layout: layout).items(of: page)),
                PageGuides.Layer(
                    kind: .modules, items: ModuleGuide(layout: layout, setter: setter).items(of: page)),
                PageGuides.Layer(kind: .breaks, items: BreakGuide(layout: layout).items(of: page)),
            ])
    }
}
