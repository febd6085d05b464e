public import Diagnostics
import MarkedYAML
import Pages

/// Reads a layout file, in which an editor describes a kind of page in YAML.
///
///     let layout = try LayoutReader().read(LayoutFile(path: "front.yaml", text: text))
///
/// Every key may be left out: `page: {size: A4}` alone is a layout, which is made up automatically. `LayoutDefaults` has
/// the values of missing keys. layouts/README.md explains the format. All errors of a file are reported together, each
/// with its place and a hint.
public struct LayoutReader: Sendable {
    /// The known font roles.
    public var roles: Set<String>
    /// The known roles for which no font is installed.
    public var rolesWithoutFonts: Set<String>
    /// Where `extends` finds other layouts; nil if layouts cannot extend others.
    public var finder: LayoutFinder?

    /// The font roles of the fonts/roles.yaml that comes with the program.
    public static let standardRoles = LayoutDefaults.roles

    public init(
        roles: Set<String> = Self.standardRoles, rolesWithoutFonts: Set<String> = [], finder: LayoutFinder? = nil
    ) {
        self.roles = roles
        self.rolesWithoutFonts = rolesWithoutFonts
        self.finder = finder
    }

    /// Reads a layout and the layouts that it extends.
    ///
    /// - Returns: the layout with warnings.
    /// - Throws: `DiagnosticsError` with all errors and warnings if there is an error.
    public func read(_ file: LayoutFile) throws -> Reported<Layout> {
        var inheritance = LayoutInheritance(finder: finder)
        let tree = try inheritance.tree(of: file)
        let reporter = Reporter()
        let layout = layout(tree, of: file, inheritance.sources, reporter)
        let diagnostics = reporter.diagnostics.inFileOrder(of: file.path)
        guard !diagnostics.hasErrors else { throw DiagnosticsError(diagnostics) }
        return Reported(layout, diagnostics)
    }

    private func layout(
        _ tree: YAMLNode, of file: LayoutFile, _ sources: [String: SourceText], _ reporter: Reporter
    ) -> Layout {
        let root = MappingReader(tree, as: "the layout", reporter)
        let title = root.text("title") ?? file.name
        _ = root.node(LayoutInheritance.key)

        // The body's size and the leading come first, because all other lengths may be given in them (字 and 行).
        let styleSheet = StyleSheetReader(root.mapping("styles", as: "“styles”"))
        let gridGroup = root.mapping("grid", as: "the grid")
        let bodySize = styleSheet.bodySize()
        let leading =
            gridGroup?.length("leading", Units(character: bodySize), atLeast: StyleReader.leastSize)
            ?? bodySize * LayoutDefaults.bodyLeading
        let units = Units(character: bodySize, row: leading)

        // The sheet, and the grid on it.
        let direction = gridGroup?.choice("direction", as: LineDirection.self) ?? .horizontal
        let sheet = PageReader(units: units, direction: direction).sheet(root.mapping("page", as: "the page"))
        let gridReader = GridReader(
            sheet: direction == .vertical ? sheet.lying : sheet, direction: direction, bodySize: bodySize,
            leading: leading, group: gridGroup)
        let grid = gridReader.grid()
        let margins = gridReader.margins(of: grid)
        let isSound = !reporter.diagnostics.hasErrors

        // Colours and styles.
        let palette = Palette(root.mapping("colours", as: "“colours”"))
        let styleReader = StyleReader(
            units: units, palette: palette, roles: roles, rolesWithoutFonts: rolesWithoutFonts, reporter: reporter)
        let styles = styleSheet.styles(styleReader)
        let ladder = HeadlineReader(styles: styleReader, pageWidth: sheet.trim.width)
            .ladder(root.mapping("headlines", as: "“headlines”"))
        let photos = PhotoStyleReader(styles: styleReader).photos(root.mapping("photos", as: "“photos”"))
        let separators = SeparatorReader(palette: palette)
            .separators(root.mapping("separators", as: "“separators”"))

        // Areas and furniture.
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
        OverlapCheck().report(areas, furniture, reporter)
        let makeup = makeup(root, areas, reporter)
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
        FontCheck(rolesWithoutFonts: rolesWithoutFonts).report(layout, reporter)
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

    /// Reads `makeup`: by the file's areas, by the planner, or both. Without the key, a file with areas goes by them and one
    /// without is made up automatically.
    private func makeup(_ root: MappingReader, _ areas: [Area], _ reporter: Reporter) -> MakeupMode {
        let hasAreas = root.keys.contains("areas")
        guard let mode = root.choice("makeup", as: MakeupMode.self) else { return hasAreas ? .areas : .auto }
        let place = root.node("makeup")?.place
        if mode != .auto, !hasAreas {
            reporter.error(
                at: place, "the makeup goes by areas, and the layout has none",
                hints: "draw them under “areas”, or write makeup: auto")
        }
        if mode == .auto, !areas.isEmpty {
            reporter.warning(
                at: place, "the makeup is automatic, so the areas are not used",
                hints: "write makeup: areas or makeup: mixed, or leave the areas out")
        }
        return mode
    }
}

extension [Diagnostic] {
    /// The diagnostics of a file from its top, then those of files that it extends.
    fileprivate func inFileOrder(of file: String) -> [Diagnostic] {
        enumerated().sorted { a, b in
            let (x, y) = (a.element.place, b.element.place)
            let (xIsElsewhere, yIsElsewhere) = (x?.file != file ? 1 : 0, y?.file != file ? 1 : 0)
            return (xIsElsewhere, x?.line ?? 0, x?.column ?? 0, a.offset)
                < (yIsElsewhere, y?.line ?? 0, y?.column ?? 0, b.offset)
        }.map(\.element)
    }
}

extension Diagnostic {
    /// An error for a name that refers to nothing, with the nearest name that exists as a hint.
    ///
    /// - Parameter what: what the name should refer to, such as “style”.
    static func unknown(
        _ what: String, _ name: String, among names: some Collection<String>, at place: SourcePlace?
    ) -> Diagnostic {
        let list = Set(names).sorted()
        let hint =
            nearestName(to: name, among: list).map { "did you mean “\($0)”?" }
            ?? (list.isEmpty ? "there is none yet" : "there are: \(list.joined(separator: ", "))")
        return Diagnostic(.error, at: place, "there is no \(what) “\(name)”", hints: [hint])
    }
}
