public import Diagnostics
import MarkedYAML
import Pages

/// Reads a layout file: the plan of a page that an editor writes, in YAML.
///
///     let layout = try LayoutReader().read(LayoutFile(path: "front.yaml", text: text))
///
/// Everything may be left out: `page: {size: A4}` alone is a layout, made up automatically, and what it then assumes
/// stands in `LayoutDefaults`. layouts/README.md teaches the form. What cannot be right is reported all at once, each
/// with its place and what would mend it.
public struct LayoutReader: Sendable {
    /// The font roles that there are.
    public var roles: Set<String>
    /// Those of them for which no font is here.
    public var fontless: Set<String>
    /// Where `extends` finds other layouts.
    public var finder: LayoutFinder?

    /// The roles that fonts/roles.yaml ships with.
    public static let standardRoles = LayoutDefaults.roles

    public init(
        roles: Set<String> = Self.standardRoles, fontless: Set<String> = [], finder: LayoutFinder? = nil
    ) {
        self.roles = roles
        self.fontless = fontless
        self.finder = finder
    }

    /// - Throws: `DiagnosticsError` with everything that is wrong with the file.
    public func read(_ file: LayoutFile) throws -> Reported<Layout> {
        var ancestry = Ancestry(finder: finder)
        let tree = try ancestry.tree(of: file)
        let reporter = Reporter()
        let layout = layout(tree, of: file, ancestry.sources, reporter)
        let diagnostics = reporter.diagnostics.inFileOrder(of: file.path)
        guard !diagnostics.hasErrors else { throw DiagnosticsError(diagnostics) }
        return Reported(layout, diagnostics)
    }

    private func layout(
        _ tree: YAMLNode, of file: LayoutFile, _ sources: [String: SourceText], _ reporter: Reporter
    ) -> Layout {
        let root = MappingReader(tree, as: "the layout", reporter)
        let title = root.text("title") ?? file.name
        _ = root.node(Ancestry.key)

        // What 字 and 行 are worth comes first: everything else may be measured in them.
        let styleSheet = StyleSheetReader(root.mapping("styles", as: "“styles”"))
        let gridGroup = root.mapping("grid", as: "the grid")
        let bodySize = styleSheet.bodySize()
        let leading =
            gridGroup?.length("leading", Units(character: bodySize), atLeast: StyleReader.leastSize)
            ?? bodySize * LayoutDefaults.bodyLeading
        let units = Units(character: bodySize, row: leading)

        // The sheet and the grid on it.
        let direction = gridGroup?.choice("direction", as: LineDirection.self) ?? .horizontal
        let sheet = PageReader(units: units, direction: direction).sheet(root.mapping("page", as: "the page"))
        let gridReader = GridReader(
            sheet: direction == .vertical ? sheet.lying : sheet, direction: direction, bodySize: bodySize,
            leading: leading, group: gridGroup)
        let grid = gridReader.grid()
        let margins = gridReader.margins(of: grid)
        let isSound = !reporter.diagnostics.hasErrors

        // How things look.
        let palette = Palette(root.mapping("colours", as: "“colours”"))
        let styleReader = StyleReader(
            units: units, palette: palette, roles: roles, fontless: fontless, reporter: reporter)
        let styles = styleSheet.styles(styleReader)
        let ladder = LadderReader(styles: styleReader, pageWidth: sheet.trim.width)
            .ladder(root.mapping("headlines", as: "“headlines”"))
        let photos = PhotoStyleReader(styles: styleReader).photos(root.mapping("photos", as: "“photos”"))
        let separators = SeparatorReader(palette: palette)
            .separators(root.mapping("separators", as: "“separators”"))

        // Where things stand.
        let areaGroups = root.mapping("areas", as: "“areas”")
        let picture = picture(areaGroups, isSound ? grid : nil, sources, reporter)
        let cells = CellsReader(picture: picture, grid: isSound ? grid : nil)
        let furnitureGroups = root.mapping("furniture", as: "“furniture”")
        let furnitureReader = FurnitureReader(
            cells: cells, parts: FurniturePartReader(styles: styleReader, named: styles, row: leading), grid: grid,
            margins: isSound ? margins : nil, reporter: reporter)
        let furniture = furnitureReader.blocks(furnitureGroups)
        let areas = AreaReader(cells: cells, reporter: reporter)
            .areas(areaGroups, furniture: furnitureReader.letters(furnitureGroups))
        PlacementCheck().report(areas, furniture, reporter)
        let makeup = MakeupReader(reporter: reporter).mode(root, areas)
        if isSound { UnequalColumnsCheck(grid: grid).report(makeup, areas, furniture, gridGroup, reporter) }
        let boxes = root.count("boxes", of: .none, in: 0...LayoutDefaults.mostBoxes) ?? LayoutDefaults.boxes
        let footBand = root.mapping("foot-band", as: "“foot-band”").map(BoxStyle.init)
        let briefs = root.text("briefs")
        let prices = PricesReader().prices(root.mapping("prices", as: "“prices”"))
        root.finish()

        let layout = Layout(
            name: file.name, title: title,
            page: PageFormat(trim: sheet.trim, margins: margins, bleed: sheet.bleed, isFacing: sheet.isFacing),
            grid: grid, styles: styles, ladder: ladder, photos: photos, separators: separators, furniture: furniture,
            makeup: makeup, areas: areas, boxes: boxes, footBand: footBand,
            briefs: briefs, prices: prices, place: SourcePlace(file: file.path))
        FontCheck(fontless: fontless).report(layout, reporter)
        return layout
    }

    private func picture(
        _ areas: MappingReader?, _ grid: Grid?, _ sources: [String: SourceText], _ reporter: Reporter
    ) -> AreaPicture {
        guard let node = areas?.node(AreaReader.pictureKey),
            let text = BlockText(node, key: AreaReader.pictureKey, in: sources, reporter)
        else { return AreaPicture() }
        return AreaPicture(text, columns: grid?.columns, rows: grid?.rows, reporter)
    }
}

extension [Diagnostic] {
    /// As a reader meets them: the file's own from the top, then those of files that it extends.
    fileprivate func inFileOrder(of file: String) -> [Diagnostic] {
        enumerated().sorted { a, b in
            let (x, y) = (a.element.place, b.element.place)
            let (xIsElsewhere, yIsElsewhere) = (x?.file != file ? 1 : 0, y?.file != file ? 1 : 0)
            return (xIsElsewhere, x?.line ?? 0, x?.column ?? 0, a.offset)
                < (yIsElsewhere, y?.line ?? 0, y?.column ?? 0, b.offset)
        }.map(\.element)
    }
}
