import Layouts

@testable import Makeup

/// A search through all dummies of a page, by cuts, as pinwheels and with a stepped story. Its least cost is the
/// reference for the planner's.
///
/// It works from the page down to the stories, places every part, and adds up the charges that its doc comments name.
/// It shares only the prices and the cost of a row further down with the planner.
///
/// It is a class because a debug build copies a whole structure for many of its calls.
final class ExhaustiveSearch {
    /// A set of pieces as bits: the stories first, then the fixed rectangles.
    typealias Pieces = Int
    /// The least cost of filling a part, for each pair of headlines at its upper corners.
    typealias Ways = [(corners: Corners, cost: Cost)]

    let page: BarePage
    private var cache: [Key: Ways] = [:]
    /// For every set of pieces: the fewest cells that they cover, the most cells with a white row under each, and their
    /// best rank.
    private let least: [Int]
    private let most: [Int]
    private let ranks: [Int]
    private let pricing: PagePricing
    /// For every set, the first parts of all its divisions in two.
    let halves: [[Pieces]]

    private struct Key: Hashable {
        var pieces: Pieces
        var frame: GridRect
        var isStack: Bool
    }

    /// The ranks of the headlines at a part's upper corners, 0 for none.
    struct Corners: Hashable { var left, right: Int }

    init(_ page: BarePage) {
        var page = page
        // Furniture across the page's head shortens the page.
        while let head = page.fixed.firstIndex(where: { $0.columns.count == page.columns && $0.rows.lowerBound == 0 }) {
            let rows = page.fixed.remove(at: head).rows.count + 1
            page.rows -= rows
            page.fixed = page.fixed.map {
                GridRect(columns: $0.columns, rows: $0.rows.lowerBound - rows..<$0.rows.upperBound - rows)
            }
        }
        self.page = page
        pricing = PagePricing(page.prices.page, columns: page.columns, rows: page.rows, stories: page.ranks.count)
        var cells: [(least: Int, most: Int)] = page.widthVariants.map { widthVariants in
            let variants = widthVariants.flatMap(\.variants.values)
            return (variants.map { $0.columns * $0.rows }.min()!, variants.map { $0.columns * ($0.rows + 1) }.max()!)
        }
        cells += page.fixed.map { ($0.columns.count * $0.rows.count, $0.columns.count * ($0.rows.count + 1)) }
        let sets = 0..<1 << cells.count
        func pieces(_ set: Int) -> [Int] { cells.indices.filter { set >> $0 & 1 == 1 } }
        least = sets.map { pieces($0).reduce(0) { $0 + cells[$1].least } }
        most = sets.map { pieces($0).reduce(0) { $0 + cells[$1].most } }
        ranks = sets.map { pieces($0).filter { $0 < page.ranks.count }.map { page.ranks[$0] }.min() ?? .max }
        halves = sets.map { set in sets.filter { $0 & set == $0 && $0 != 0 && $0 != set } }
    }

    var all: Pieces { halves.count - 1 }

    /// The least cost of the page; unreachable when nothing fills it.
    func leastCost() -> Cost {
        let whole = GridRect(columns: 0..<page.columns, rows: 0..<page.rows)
        return min(Self.least(ways(all, whole)), pinwheel(), stepped())
    }

    static func least(_ ways: Ways) -> Cost { ways.reduce(.unreachable) { min($0, $1.cost) } }

    /// Whether the pieces can fill a frame: their cells are neither too few nor too many.
    func fits(_ pieces: Pieces, _ columns: Int, _ rows: Int) -> Bool {
        least[pieces] <= columns * rows && columns * (rows + 1) <= most[pieces]
    }

    private static func add(_ corners: Corners, _ cost: Cost, to ways: inout Ways) {
        if let index = ways.firstIndex(where: { $0.corners == corners }) {
            ways[index].cost = min(ways[index].cost, cost)
        } else {
            ways.append((corners, cost))
        }
    }

    /// The charge for a second part, below, that outranks the first.
    func inversion(_ first: Pieces, _ second: Pieces) -> Cost {
        guard isInverted(first, second) else { return 0 }
        return ranks[second] == 1 ? page.prices.page.leadBelowLowerRank : page.prices.page.storyBelowLowerRank
    }

    /// The charge for headlines of two ranks that meet.
    func butting(_ left: Corners, _ right: Corners) -> Cost {
        let apart = abs(left.right - right.left), prices = page.prices.page.buttingHeads
        return left.right == 0 || right.left == 0 || apart >= prices.count ? 0 : prices[apart]
    }

    /// The charge for a story a number of rows below the page's head.
    func depth(_ story: Int, rows: Int) -> Cost { pricing.depthOfRow(rank: page.ranks[story], place: story) * rows }

    /// Whether the second part outranks the first.
    func isInverted(_ first: Pieces, _ second: Pieces) -> Bool {
        ranks[first] < .max && ranks[second] < ranks[first]
    }

    func ways(_ pieces: Pieces, _ frame: GridRect) -> Ways {
        if pieces.nonzeroBitCount == 1 { return leaf(pieces, frame) }
        var ways = stacks(pieces, frame)
        for way in besides(pieces, frame) { Self.add(way.corners, way.cost, to: &ways) }
        return ways
    }

    /// The cost of a story: that of its variant and the charge for each row above it.
    private func leaf(_ pieces: Pieces, _ frame: GridRect) -> Ways {
        let piece = pieces.trailingZeroBitCount
        guard piece < page.ranks.count else {
            return page.fixed[piece - page.ranks.count] == frame ? [(Corners(left: 0, right: 0), .zero)] : []
        }
        guard let variant = page.widthVariants[piece][frame.columns.count - 1].variants[frame.rows.count] else {
            return []
        }
        let rank = page.ranks[piece]
        return [(Corners(left: rank, right: rank), variant.cost + depth(piece, rows: frame.rows.lowerBound))]
    }

    /// One part above another, with a white row between them. The upper part is not itself a stack. A higher rank below
    /// is charged.
    private func stacks(_ pieces: Pieces, _ frame: GridRect) -> Ways {
        let key = Key(pieces: pieces, frame: frame, isStack: true)
        if let found = cache[key] { return found }
        var found: Ways = []
        let columns = frame.columns.count, rows = frame.rows.count
        for upper in halves[pieces] {
            let lower = pieces ^ upper
            let inversion =
                inversion(upper, lower)
                + (columns == page.columns ? page.prices.page.cutAcross : 0)
            for high in stride(from: 1, to: rows - 1, by: 1)
            where fits(upper, columns, high) && fits(lower, columns, rows - high - 1) {
                let cut = frame.rows.lowerBound + high
                let above = GridRect(columns: frame.columns, rows: frame.rows.lowerBound..<cut)
                let below = GridRect(columns: frame.columns, rows: cut + 1..<frame.rows.upperBound)
                let tops = upper.nonzeroBitCount == 1 ? leaf(upper, above) : besides(upper, above)
                if tops.isEmpty { continue }
                let foot = Self.least(ways(lower, below))
                guard foot.isReachable else { continue }
                for top in tops { Self.add(top.corners, top.cost + foot + inversion, to: &found) }
            }
        }
        cache[key] = found
        return found
    }

    /// One part beside another. The left part is not itself two parts beside each other. Headlines that meet and a
    /// higher rank at the right are charged.
    private func besides(_ pieces: Pieces, _ frame: GridRect) -> Ways {
        let key = Key(pieces: pieces, frame: frame, isStack: false)
        if let found = cache[key] { return found }
        var found: Ways = []
        let rows = frame.rows.count
        for left in halves[pieces] {
            let right = pieces ^ left
            let order =
                (isInverted(left, right) ? page.prices.page.storyRightOfLowerRank : 0)
                + (rows == page.rows ? page.prices.page.cutDown : 0)
            for width in 1..<max(1, frame.columns.count)
            where fits(left, width, rows) && fits(right, frame.columns.count - width, rows) {
                let cut = frame.columns.lowerBound + width
                let one = GridRect(columns: frame.columns.lowerBound..<cut, rows: frame.rows)
                let two = GridRect(columns: cut..<frame.columns.upperBound, rows: frame.rows)
                let lefts = left.nonzeroBitCount == 1 ? leaf(left, one) : stacks(left, one)
                if lefts.isEmpty { continue }
                for b in ways(right, two) {
                    for a in lefts {
                        Self.add(
                            Corners(left: a.corners.left, right: b.corners.right),
                            a.cost + b.cost + order + butting(a.corners, b.corners), to: &found)
                    }
                }
            }
        }
        cache[key] = found
        return found
    }

    /// Four parts round a fifth, each at least eight rows high. The headlines of the two upper parts meet, and so do
    /// those of the tall part at the foot and the middle.
    private func pinwheel() -> Cost {
        guard page.ranks.count >= 5 else { return .unreachable }
        var best = Cost.unreachable
        for shape in PinwheelShape.all(columns: page.columns) {
            for high in 8..<page.rows {
                for low in high + 9..<max(high + 9, page.rows - 8) {
                    turn(all, shape.frames(high: high, low: low, of: page.rows), [], &best)
                }
            }
        }
        return best
    }

    private func turn(_ pieces: Pieces, _ frames: [GridRect], _ filled: [Ways], _ best: inout Cost) {
        guard filled.count < frames.count else { return best = min(best, sum(filled, frames)) }
        let frame = frames[filled.count]
        for part in filled.count == frames.count - 1 ? [pieces] : halves[pieces]
        where fits(part, frame.columns.count, frame.rows.count) {
            let ways = ways(part, frame)
            if !ways.isEmpty { turn(pieces ^ part, frames, filled + [ways], &best) }
        }
    }

    private func sum(_ parts: [Ways], _ frames: [GridRect]) -> Cost {
        func meeting(_ a: Int, _ b: Int) -> Cost {
            let isInOrder = frames[a].columns.lowerBound < frames[b].columns.lowerBound
            let (left, right) = isInOrder ? (parts[a], parts[b]) : (parts[b], parts[a])
            return left.flatMap { one in
                right.map { one.cost + $0.cost + butting(one.corners, $0.corners) }
            }.min()!
        }
        return meeting(0, 1) + Self.least(parts[2]) + meeting(3, 4)
    }
}
