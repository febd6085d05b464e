internal import Layouts

/// One story across the page's foot, in a box of its own (底栏).
///
/// The planner treats it as furniture, so that the page ends above it: the edge of a box does not count as a cut
/// through the page.
struct FootBand {
    /// The index of the story among the page's stories.
    let story: Int
    let cells: GridRect
    let variant: Variant

    /// The most bands that are tried, each by planning a page, and the most bands of the same story.
    private static let mostTried = 4
    private static let mostHeights = 2

    /// The candidates for a page's band, the cheapest first.
    ///
    /// - Parameters:
    ///   - variants: for each story its variants across the page; nil for a story that may not be the band.
    ///   - fixed: the cells that furniture takes.
    ///   - columns, rows: the size of the page.
    static func candidates(
        _ variants: [WidthVariants?], fixed: [GridRect], columns: Int, rows: Int, _ limits: Prices.FootBand
    ) -> [FootBand] {
        let free = PageFrame(fixed: fixed, columns: columns, rows: rows).rows
        let most = Int(Double(free.count) * limits.mostShare)
        let bands = variants.enumerated().flatMap { story, variants in
            let bands = (variants?.variants.values ?? []).compactMap { variant -> FootBand? in
                let height = variant.rows
                let cells = GridRect(columns: 0..<columns, rows: free.upperBound - height..<free.upperBound)
                guard variant.box != nil, (limits.leastRows...max(limits.leastRows, most)).contains(height),
                    !fixed.contains(where: { $0.overlaps(cells) })
                else { return nil }
                return FootBand(story: story, cells: cells, variant: variant)
            }
            return bands.sorted(by: isBefore).prefix(mostHeights)
        }
        return Array(bands.sorted(by: isBefore).prefix(mostTried))
    }

    /// Whether a band is cheaper than another, or costs the same and has a story that is later in the copy.
    private static func isBefore(_ a: FootBand, _ b: FootBand) -> Bool {
        (a.variant.cost, b.story, a.variant.rows) < (b.variant.cost, a.story, b.variant.rows)
    }

    /// The index of the band among a page's placements; nil when there is none.
    ///
    /// - Parameter fixed: the cells that furniture takes.
    static func index(in placements: [Dummy.Placement], fixed: [GridRect], columns: Int, rows: Int) -> Int? {
        guard placements.count > 1 else { return nil }
        let foot = PageFrame(fixed: fixed, columns: columns, rows: rows).rows.upperBound
        return placements.firstIndex {
            $0.variant.box != nil && $0.cells.columns == 0..<columns && $0.cells.rows.upperBound == foot
        }
    }
}
