internal import Copy
internal import Concurrency
internal import Diagnostics
internal import Fonts
internal import Layouts
internal import Makeup
internal import Pages
internal import Typesetting

extension EditionPress {
    /// A page's sheet, and the stories that come with its notices.
    typealias FittedSheet = (sheet: PageSlot, notices: [Article])

    func sheets(
        of edition: Edition, _ ranges: [Range<Int>], _ layouts: [String: Layout], _ reporter: Reporter
    ) throws -> [FittedSheet] {
        var diagnostics: [Diagnostic] = []
        let sheets = ranges.joined().filter { edition.pages[$0].half != .right }.map { index -> FittedSheet in
            let page = edition.pages[index]
            let whole = layouts[page.layout]!
            // A spread is both sides at once.
            let layout = page.half == nil ? whole.side(ofPage: index + 1) : whole
            let fitted = NoticeBlocks(layout: layout).placing(page.notices)
            // A notice's picture that is missing is warned of when it is printed, and its place stays.
            let looked = FurniturePictures().measured(fitted.value.layout, but: layout.furniture.count)
            diagnostics += fitted.diagnostics
            return (
                PageSlot(number: index + 1, layout: looked.value, of: edition.pages.count), fitted.value.articles
            )
        }
        if diagnostics.hasErrors { throw DiagnosticsError(diagnostics) }
        reporter.report(diagnostics)
        reportWidths(sheets, of: edition, reporter)
        return sheets
    }

    /// Says when a spread is not as wide as two of the other pages.
    private func reportWidths(_ sheets: [FittedSheet], of edition: Edition, _ reporter: Reporter) {
        func isSpread(_ sheet: FittedSheet) -> Bool { edition.pages[sheet.sheet.number - 1].half != nil }
        guard let single = sheets.first(where: { !isSpread($0) })?.sheet.layout.page.trim else { return }
        for sheet in sheets where isSpread(sheet) {
            let trim = sheet.sheet.layout.page.trim
            guard abs(trim.width.millimetres - 2 * single.width.millimetres) > Self.mostOff else { continue }
            reporter.warning(
                at: edition.pages[sheet.sheet.number - 1].layoutPlace,
                "a spread of two pages is \(Int((2 * single.width.millimetres).rounded())) mm wide, the layout “\(sheet.sheet.layout.name)” is \(Int(trim.width.millimetres.rounded()))",
                hints: "give its layout twice the width of the other pages under “page: {size: …}”")
        }
    }

    /// Millimetres that nobody sees when the sheet is trimmed.
    private static let mostOff = 1.0

    /// The layouts of some names, with what is wrong with them.
    ///
    /// - Parameter known: those that were read before, and from now on these, too.
    func layouts(
        asked names: [Allotment.LayoutName], language: String, known: inout [String: Reported<Layout>]
    ) throws -> Reported<[String: Layout]> {
        let finder = LayoutFinder(folders: resources.layoutFolders)
        let (roles, rolesWithoutFonts, unread) = try typesetters.lend(for: language) { typesetter in
            let fonts = typesetter.fonts
            let roles = Set(fonts.roles.names)
            return (roles, roles.filter { !fonts.has($0) }, resources.diagnostics(of: fonts))
        }
        var wanted: [Allotment.LayoutName] = []
        for name in names where !wanted.contains(where: { $0.name == name.name }) { wanted.append(name) }
        let read = workers.map(wanted) { [known] name in
            Result {
                if let layout = known[name.name] { return layout }
                let read = try finder.layout(
                    named: name.name, askedAt: name.place, roles: roles, rolesWithoutFonts: rolesWithoutFonts)
                let looked = FurniturePictures().measured(read.value)
                return Reported(looked.value, read.diagnostics + looked.diagnostics)
            }
        }
        var layouts: [String: Layout] = [:]
        var diagnostics = unread
        var rejected: [Diagnostic] = []
        for (name, layout) in zip(wanted, read) {
            do {
                let layout = try layout.get()
                known[name.name] = layout
                layouts[name.name] = layout.value
                diagnostics += layout.diagnostics
            } catch let error as DiagnosticsError {
                rejected += error.diagnostics
            }
        }
        if !rejected.isEmpty { throw DiagnosticsError(rejected) }
        return Reported(layouts, diagnostics)
    }
}
