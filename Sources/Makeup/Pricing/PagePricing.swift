internal import Layouts

/// The charges for how stories and parts of a page stand to each other.
///
/// The planner adds these charges up while it searches, and `DummyEvaluator` when it takes a dummy apart.
struct PagePricing: Sendable {
    private let prices: Prices.Page
    /// The page's, between furniture that covers its whole width.
    private let columns: Int
    private let rows: Int
    private let stories: Int

    /// The best rank of a part that holds no ranked story.
    static let unranked = Int.max

    /// - Parameters:
    ///   - columns, rows: the page's, between furniture that covers its whole width.
    ///   - stories: how many the page has, fillers included.
    init(_ prices: Prices.Page, columns: Int, rows: Int, stories: Int) {
        (self.prices, self.columns, self.rows, self.stories) = (prices, columns, rows, stories)
    }

    /// What a story pays for each row that it stands below the page's head.
    ///
    /// - Parameters:
    ///   - rank: the story's; 0 for furniture and fillers.
    ///   - place: the story's in the copy, from 0.
    func depthOfRow(rank: Int, place: Int) -> Cost {
        guard rank > 0, rank <= prices.lowStory.count else { return .zero }
        let later = prices.laterInCopy * Double(place) / Double(max(1, stories))
        return prices.lowStory[rank - 1] * ((1 - later) / Double(rows))
    }

    /// - Parameters: the best ranks of two parts.
    private func isOutranked(_ first: Int, by second: Int) -> Bool { second < first && first != Self.unranked }

    /// A part under another.
    ///
    /// - Parameters: the best ranks of the two.
    func inversion(of below: Int, under above: Int) -> Cost {
        guard isOutranked(above, by: below) else { return .zero }
        return below == 1 ? prices.leadBelowLowerRank : prices.storyBelowLowerRank
    }

    /// Two parts one above the other, over so many columns. One as wide as the page stands on a cut through all of it.
    func addStack<Sum: ChargeSum>(of above: Int, over below: Int, columns width: Int, to sum: inout Sum) {
        sum.add(inversion(of: below, under: above), for: .inversion)
        if width == columns { sum.add(prices.cutAcross, for: .cuts) }
    }

    /// Two parts beside each other, in so many rows; without what their headlines cost where they meet.
    func addNeighbours<Sum: ChargeSum>(_ left: Int, _ right: Int, rows height: Int, to sum: inout Sum) {
        if isOutranked(left, by: right) { sum.add(prices.storyRightOfLowerRank, for: .order) }
        if height == rows { sum.add(prices.cutDown, for: .cuts) }
    }

    /// Headlines that meet at one height.
    ///
    /// - Parameters: their ranks; 0 for none, such as a picture's or a furniture's edge.
    @inline(__always)
    func butting(_ a: UInt8, _ b: UInt8) -> Cost {
        guard a > 0, b > 0 else { return .zero }
        let apart = Int(a > b ? a - b : b - a)
        return apart < prices.buttingHeads.count ? prices.buttingHeads[apart] : .zero
    }
}
