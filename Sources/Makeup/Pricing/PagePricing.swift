internal import Layouts

/// The charges for the places of stories and parts of a page relative to each other.
///
/// The planner adds these charges up while it searches, and `DummyEvaluator` adds them up when it decomposes a dummy.
struct PagePricing: Sendable {
    private let prices: Prices.Page
    /// The size of the page, without furniture that covers its whole width.
    private let columns: Int
    private let rows: Int
    private let stories: Int

    /// The best rank of a part that holds no ranked story.
    static let unranked = Int.max

    /// - Parameters:
    ///   - columns, rows: the size of the page, without furniture that covers its whole width.
    ///   - stories: the number of stories on the page, fillers included.
    init(_ prices: Prices.Page, columns: Int, rows: Int, stories: Int) {
        (self.prices, self.columns, self.rows, self.stories) = (prices, columns, rows, stories)
    }

    /// The charge on a story for each row between the page's head and its own.
    ///
    /// - Parameters:
    ///   - rank: the rank of the story; 0 for furniture and fillers.
    ///   - place: the index of the story in the copy.
    func depthOfRow(rank: Int, place: Int) -> Cost {
        guard rank > 0, rank <= prices.lowStory.count else { return .zero }
        let later = prices.laterInCopy * Double(place) / Double(max(1, stories))
        return prices.lowStory[rank - 1] * ((1 - later) / Double(rows))
    }

    /// - Parameters: the best ranks of the two parts.
    private func isOutranked(_ first: Int, by second: Int) -> Bool { second < first && first != Self.unranked }

    /// The charge for a part under another.
    ///
    /// - Parameters: the best ranks of the two parts.
    func inversion(of below: Int, under above: Int) -> Cost {
        guard isOutranked(above, by: below) else { return .zero }
        return below == 1 ? prices.leadBelowLowerRank : prices.storyBelowLowerRank
    }

    /// Adds the charges for two parts one above the other. If they are as wide as the page, there is a cut across it.
    func addStack<Sum: ChargeSum>(of above: Int, over below: Int, columns width: Int, to sum: inout Sum) {
        sum.add(inversion(of: below, under: above), for: .inversion)
        if width == columns { sum.add(prices.cutAcross, for: .cuts) }
    }

    /// Adds the charges for two parts beside each other, except for headlines that meet. If they are as high as the
    /// page, there is a cut down it.
    func addNeighbours<Sum: ChargeSum>(_ left: Int, _ right: Int, rows height: Int, to sum: inout Sum) {
        if isOutranked(left, by: right) { sum.add(prices.storyRightOfLowerRank, for: .order) }
        if height == rows { sum.add(prices.cutDown, for: .cuts) }
    }

    /// The charge for two headlines that meet at the same height.
    ///
    /// - Parameters: the ranks of the headlines; 0 for none, such as a picture or the edge of furniture.
    @inline(__always)
    func butting(_ a: UInt8, _ b: UInt8) -> Cost {
        guard a > 0, b > 0 else { return .zero }
        let apart = Int(a > b ? a - b : b - a)
        return apart < prices.buttingHeads.count ? prices.buttingHeads[apart] : .zero
    }
}
