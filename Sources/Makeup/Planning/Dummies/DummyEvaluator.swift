internal import Layouts

/// Computes the cost of a dummy, whether the planner made it, a file contains it or an editor drew it.
///
/// The planner builds a page from its parts and adds up the charges of `PagePricing` on the way. The evaluator
/// decomposes the finished page again, by its cuts, as a pinwheel or at its stepped story. It adds up the same charges,
/// either to a plain cost or by term. If a page can be decomposed in several ways, its cost is that of the cheapest.
struct DummyEvaluator {
    /// The ranks of the stories, in the order of the copy.
    private let ranks: [Int]
    private let fixed: [GridRect]
    private let columns: Int
    private let pageRows: Int
    private let prices: Prices
    private let frame: PageFrame
    private let pricing: PagePricing
    private let limits: PartLimits
    private var rows: Int { frame.rows.count }

    /// - Parameters:
    ///   - ranks: the ranks of the stories in the order of the copy; 0 for a filler among them.
    ///   - fixed: the cells that furniture takes.
    ///   - columns, rows: the size of the page.
    init(ranks: [Int], fixed: [GridRect], columns: Int, rows: Int, prices: Prices) {
        (self.ranks, self.fixed, self.columns, self.prices) = (ranks, fixed, columns, prices)
        pageRows = rows
        frame = PageFrame(fixed: fixed, columns: columns, rows: rows)
        pricing = PagePricing(prices.page, columns: columns, rows: frame.rows.count, stories: ranks.count)
        limits = PartLimits(prices)
    }

    /// A story's module or a piece of furniture.
    private struct Piece {
        var cells: GridRect
        /// The rank of the story; `PagePricing.unranked` for furniture and fillers.
        var rank = PagePricing.unranked
        /// Whether the story's headline is at its upper corners.
        var hasHeadlineAtLeft = false
        var hasHeadlineAtRight = false
        var step: LegStep?
    }

    private enum Cut { case stack, beside }

    /// The cost of the page, its modules included; nil when the page cannot be decomposed.
    func cost(of placements: [Dummy.Placement]) -> Cost? {
        charges(between: placements, as: Cost.self).map { placements.reduce($0) { $0 + $1.variant.cost } }
    }

    /// The dummy with its cost and charges; nil when the page cannot be decomposed.
    func dummy(_ placements: [Dummy.Placement]) -> Dummy? {
        guard var charges = charges(between: placements, as: ItemisedCost.self) else { return nil }
        let cost = placements.reduce(charges.total) { $0 + $1.variant.cost }
        for placement in placements { charges.add(fillers(in: placement), for: .fillers) }
        return Dummy(placements: placements, cost: cost, charges: charges)
    }

    /// The cost of the filler in a placement, at a story's foot or by itself; zero if there is none.
    private func fillers(in placement: Dummy.Placement) -> Cost {
        let variant = placement.variant
        if ranks.indices.contains(placement.story), ranks[placement.story] > 0 {
            return variant.hole > 0 ? prices.fillers.cost(columns: variant.columns, rows: variant.hole) : .zero
        }
        return variant.cost
    }

    /// The charges between the page's modules; nil when the page has no decomposition by cuts, as a pinwheel or at a
    /// stepped story.
    func charges<Sum: ChargeSum>(between placements: [Dummy.Placement], as sum: Sum.Type) -> Sum? {
        if let band = FootBand.index(in: placements, fixed: fixed, columns: columns, rows: pageRows) {
            return withoutBand(placements, band).charges(between: others(than: band, in: placements), as: sum)
        }
        let placements = placements.map(frame.fromPage)
        let pieces = placements.map(piece) + frame.fixed.map { Piece(cells: $0) }
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        let ways: [Sum?] =
            pieces.contains { $0.step != nil }
            ? [stepped(pieces)]
            : [cheapest(pieces, in: whole)] + PinwheelShape.all(columns: columns).map { turned(pieces, $0) }
        guard var best = ways.compactMap(\.self).min(by: { $0.total < $1.total }) else { return nil }
        for placement in placements where ranks.indices.contains(placement.story) {
            let depth = pricing.depthOfRow(rank: ranks[placement.story], place: placement.story)
            best.add(depth * placement.cells.rows.lowerBound, for: .depth)
        }
        return best
    }

    private func piece(_ placement: Dummy.Placement) -> Piece {
        let rank = ranks.indices.contains(placement.story) ? ranks[placement.story] : 0
        guard rank > 0 else { return Piece(cells: placement.cells) }
        return Piece(
            cells: placement.cells, rank: rank, hasHeadlineAtLeft: placement.variant.hasHeadlineAtLeft,
            hasHeadlineAtRight: placement.variant.hasHeadlineAtRight, step: placement.variant.step)
    }

    /// The evaluator of the page above a foot band. The planner treats the band as furniture and leaves its story out.
    private func withoutBand(_ placements: [Dummy.Placement], _ band: Int) -> DummyEvaluator {
        var ranks = ranks
        if ranks.indices.contains(placements[band].story) { ranks.remove(at: placements[band].story) }
        return DummyEvaluator(
            ranks: ranks, fixed: fixed + [placements[band].cells], columns: columns, rows: pageRows, prices: prices)
    }

    private func others(than band: Int, in placements: [Dummy.Placement]) -> [Dummy.Placement] {
        var others = placements
        let story = others.remove(at: band).story
        for index in others.indices where others[index].story > story && ranks.indices.contains(others[index].story) {
            others[index].story -= 1
        }
        return others
    }

    private func cheapest<Sum: ChargeSum>(_ pieces: [Piece], in frame: GridRect, without: Cut? = nil) -> Sum? {
        if pieces.count <= 1 { return pieces.first?.cells == frame ? .zero : nil }
        let ways: [Sum?] = [
            without == .stack ? nil : stacked(pieces, in: frame), without == .beside ? nil : beside(pieces, in: frame),
        ]
        return ways.compactMap(\.self).min { $0.total < $1.total }
    }

    /// The charges of a cut at the first white row that runs from side to side.
    private func stacked<Sum: ChargeSum>(_ pieces: [Piece], in frame: GridRect) -> Sum? {
        let feet = Set(pieces.map(\.cells.rows.upperBound)).sorted()
        let cut = feet.first { row in
            row + 1 < frame.rows.upperBound
                && pieces.allSatisfy { $0.cells.rows.upperBound <= row || $0.cells.rows.lowerBound > row }
        }
        guard let cut else { return nil }
        let above = pieces.filter { $0.cells.rows.upperBound <= cut },
            below = pieces.filter { $0.cells.rows.lowerBound > cut }
        let upperFrame = GridRect(columns: frame.columns, rows: frame.rows.lowerBound..<cut)
        let lowerFrame = GridRect(columns: frame.columns, rows: cut + 1..<frame.rows.upperBound)
        guard let upper: Sum = cheapest(above, in: upperFrame, without: .stack),
            let lower: Sum = cheapest(below, in: lowerFrame)
        else { return nil }
        var charges = upper + lower
        pricing.addStack(of: bestRank(above), over: bestRank(below), columns: frame.columns.count, to: &charges)
        return charges
    }

    /// The charges of a cut at the first gutter that runs from head to foot.
    private func beside<Sum: ChargeSum>(_ pieces: [Piece], in frame: GridRect) -> Sum? {
        let edges = Set(pieces.map(\.cells.columns.upperBound)).sorted()
        let cut = edges.first { column in
            column < frame.columns.upperBound
                && pieces.allSatisfy { $0.cells.columns.upperBound <= column || $0.cells.columns.lowerBound >= column }
        }
        guard let cut else { return nil }
        let left = pieces.filter { $0.cells.columns.upperBound <= cut }
        let right = pieces.filter { $0.cells.columns.lowerBound >= cut }
        let leftFrame = GridRect(columns: frame.columns.lowerBound..<cut, rows: frame.rows)
        let rightFrame = GridRect(columns: cut..<frame.columns.upperBound, rows: frame.rows)
        guard let one: Sum = cheapest(left, in: leftFrame, without: .beside),
            let two: Sum = cheapest(right, in: rightFrame)
        else { return nil }
        var charges = one + two
        pricing.addNeighbours(bestRank(left), bestRank(right), rows: frame.rows.count, to: &charges)
        charges.add(butting(left, right, at: cut, row: frame.rows.lowerBound), for: .butting)
        return charges
    }

    private func turned<Sum: ChargeSum>(_ pieces: [Piece], _ shape: PinwheelShape) -> Sum? {
        // The two rows that divide a pinwheel are the feet of pieces in its upper parts.
        func feet(in part: Range<Int>) -> [Int] {
            let pieces = pieces.filter { part.clamped(to: $0.cells.columns) == $0.cells.columns }
            return Set(pieces.map(\.cells.rows.upperBound)).sorted()
        }
        var best: Sum?
        let lows = feet(in: shape.tallTop)
        for high in feet(in: shape.flatTop) {
            for low in lows where shape.isPart(high: high, low: low, of: rows, limits) {
                let frames = shape.frames(high: high, low: low, of: rows)
                let parts = frames.map { frame in pieces.filter { $0.cells.isWithin(frame) } }
                guard parts.reduce(0, { $0 + $1.count }) == pieces.count else { continue }
                let filled: [Sum] = zip(parts, frames).compactMap { cheapest($0, in: $1) }
                guard filled.count == frames.count else { continue }
                var charges = filled.reduce(.zero, +)
                for (a, b) in PinwheelShape.neighbours {
                    charges.add(butting(parts[a], frames[a], parts[b], frames[b]), for: .butting)
                }
                if charges.total < best?.total ?? .unreachable { best = charges }
            }
        }
        return best
    }

    /// The charges of a page with one stepped story: the parts above, beside and under it.
    private func stepped<Sum: ChargeSum>(_ pieces: [Piece]) -> Sum? {
        let steppedPieces = pieces.filter { $0.step != nil }
        guard steppedPieces.count == 1, let own = steppedPieces.first, let step = own.step,
            let (shape, high, low) = SteppedModuleShape.of(own.cells, step, columns: columns, rows: rows, limits)
        else { return nil }
        let others = pieces.filter { $0.step == nil }
        let frames = shape.frames(high: high, low: low, of: rows).compactMap(\.self)
        let parts = frames.map { frame in others.filter { $0.cells.isWithin(frame) } }
        let head = GridRect(columns: shape.flat, rows: 0..<max(0, own.cells.rows.lowerBound - 1))
        let over = others.filter { $0.cells.isWithin(head) }
        guard parts.reduce(over.count, { $0 + $1.count }) == others.count else { return nil }
        var charges = Sum.zero
        if shape.isAcross { charges.add(pricing.inversion(of: bestRank(others), under: own.rank), for: .inversion) }
        for (part, frame) in zip(parts, frames) {
            guard let filled: Sum = cheapest(part, in: frame) else { return nil }
            charges = charges + filled
        }
        if own.cells.rows.lowerBound > 0 {
            guard !shape.isAcross, let filled: Sum = cheapest(over, in: head) else { return nil }
            charges = charges + filled
            charges.add(pricing.inversion(of: own.rank, under: bestRank(over)), for: .inversion)
        }
        if !shape.isAcross {
            let frame = GridRect(columns: shape.flat, rows: 0..<high)
            charges.add(butting(over + [own], frame, parts[0], frames[0]), for: .butting)
        }
        return charges
    }

    /// The charge for headlines that meet between two parts beside each other.
    private func butting(_ a: [Piece], _ one: GridRect, _ b: [Piece], _ two: GridRect) -> Cost {
        one.columns.lowerBound < two.columns.lowerBound
            ? butting(a, b, at: two.columns.lowerBound, row: one.rows.lowerBound)
            : butting(b, a, at: one.columns.lowerBound, row: one.rows.lowerBound)
    }

    /// The charge for headlines on both sides of a gutter that begin at the same row.
    private func butting(_ left: [Piece], _ right: [Piece], at column: Int, row: Int) -> Cost {
        let a = left.first { $0.cells.columns.upperBound == column && $0.cells.rows.lowerBound == row }
        let b = right.first { $0.cells.columns.lowerBound == column && $0.cells.rows.lowerBound == row }
        guard let a, let b, a.hasHeadlineAtRight, b.hasHeadlineAtLeft else { return .zero }
        return pricing.butting(UInt8(clamping: a.rank), UInt8(clamping: b.rank))
    }

    private func bestRank(_ part: [Piece]) -> Int { part.reduce(PagePricing.unranked) { min($0, $1.rank) } }
}

extension GridRect {
    func isWithin(_ other: GridRect) -> Bool {
        other.columns.clamped(to: columns) == columns && other.rows.clamped(to: rows) == rows
    }
}
