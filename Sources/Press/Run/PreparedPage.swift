internal import Copy
internal import Diagnostics
internal import Layouts
internal import Makeup
internal import Pages

/// A page of the edition before its stories are allocated: its slot, whose layout has the notices as furniture or
/// areas, and the articles of the notices that are texts.
struct PreparedPage {
    var slot: PageSlot
    var notices: [Article]

    /// The pages of ranges, in order. The right page of a spread is part of the left one.
    ///
    /// - Parameters:
    ///   - ranges: indices of the edition's pages.
    ///   - layouts: the layouts of all these pages, by name.
    /// - Throws: `DiagnosticsError` with every notice that does not fit.
    static func pages(
        of edition: Edition, _ ranges: [Range<Int>], _ layouts: [String: Layout]
    ) throws -> Reported<[PreparedPage]> {
        let reporter = Reporter()
        let prepared = ranges.joined().filter { edition.pages[$0].half != .right }.map { index in
            page(edition.pages[index], number: index + 1, layouts, reporter)
        }
        if reporter.diagnostics.hasErrors { throw DiagnosticsError(reporter.diagnostics) }
        reportWidths(of: prepared, edition, reporter)
        return Reported(prepared, reporter.diagnostics)
    }

    private static func page(
        _ page: EditionPage, number: Int, _ layouts: [String: Layout], _ reporter: Reporter
    ) -> PreparedPage {
        let whole = layouts[page.layout]!
        // The layout of a spread covers both sides.
        let layout = page.half == nil ? whole.side(ofPage: number) : whole
        let fitted = NoticeBlocks(layout: layout).placing(page.notices)
        // The place of a notice's missing picture is kept, and printing warns of it.
        let measured = FurniturePictures(roots: nil).measured(fitted.value.layout, after: layout.furniture.count)
        reporter.report(fitted.diagnostics)
        return PreparedPage(
            slot: PageSlot(number: number, layout: measured.value), notices: fitted.value.articles)
    }

    /// Warns of a spread that is not as wide as two of the other pages.
    private static func reportWidths(of pages: [PreparedPage], _ edition: Edition, _ reporter: Reporter) {
        func isSpread(_ page: PreparedPage) -> Bool { edition.pages[page.slot.number - 1].half != nil }
        guard let single = pages.first(where: { !isSpread($0) })?.slot.layout.page.trim else { return }
        for page in pages where isSpread(page) {
            let trim = page.slot.layout.page.trim
            guard abs(trim.width.millimetres - 2 * single.width.millimetres) > widthTolerance else { continue }
            reporter.warning(
                at: edition.pages[page.slot.number - 1].layoutPlace,
                "a spread of two pages is \(Int((2 * single.width.millimetres).rounded())) mm wide, the layout “\(page.slot.layout.name)” is \(Int(trim.width.millimetres.rounded()))",
                hints: "give its layout twice the width of the other pages under “page: {size: …}”")
        }
    }

    /// A difference in millimetres that is not visible once the sheet is trimmed.
    private static let widthTolerance = 1.0
}
