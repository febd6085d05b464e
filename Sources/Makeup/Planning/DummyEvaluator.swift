internal import Layouts

/// Weighs a dummy that is there already, wherever it came from: the planner, yesterday's file or an editor's hand.
///
/// The planner builds a page from its parts and adds up as it goes; here the page is taken apart again, by its cuts, its
/// turns or its tooth. Where a page can be cut in both directions the cheaper order of the cuts counts, as it does for
/// the planner.
struct DummyEvaluator {
    /// The stories' ranks, in the order of the copy.
    private let ranks: [Int]
    private let fixed: [GridRect]
    private let frame: PageFrame
    private let columns: Int
    private let pageRows: Int
    private var rows: Int { frame.rows.count }

    /// - Parameters:
    ///   - ranks: the stories', in the order of the copy.
    ///   - fixed: what is taken by furniture.
    ///   - columns, rows: the page's.
    init(ranks: [Int], fixed: [GridRect], columns: Int, rows: Int) {
        self.ranks = ranks
        self.fixed = fixed
        self.columns = columns
        pageRows = rows
        frame = PageFrame(fixed: fixed, columns: columns, rows: rows)
    }

    private struct Piece {
        var cells: GridRect
        /// Nil for furniture.
        var story: Int?
        /// Whether its headline is what stands at its upper corners.
        var hasHeadlineAtLeft = false
        var hasHeadlineAtRight = false
        var step: LegStep?
    }

    private enum Cut { case stack, beside }

    /// What the page costs beside its modules; nil when it is made neither by cuts nor as a pinwheel nor toothed.
    func charges(_ placements: [Dummy.Placement]) -> DummyCharges? {
        if let band = FootBand.index(in: placements, fixed: fixed, columns: columns, rows: pageRows) {
            var others = placements
            let cells = others.remove(at: band).cells
            return DummyEvaluator(ranks: ranks, fixed: fixed + [cells], columns: columns, rows: pageRows).charges(
                others)
        }
        let placements = placements.map(frame.fromPage)
        let stories = placements.map {
            Piece(
                cells: $0.cells, story: $0.story, hasHeadlineAtLeft: $0.variant.hasHeadlineAtLeft,
                hasHeadlineAtRight: $0.variant.hasHeadlineAtRight, step: $0.variant.step)
        }
        let pieces = stories + frame.fixed.map { Piece(cells: $0, story: nil) }
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        let ways: [DummyCharges?] =
            pieces.contains { $0.step != nil }
            ? [toothed(pieces)]
            : [cheapest(pieces, in: whole)] + PinwheelShape.all(columns: columns).map { turned(pieces, $0) }
        guard var best = ways.compactMap(\.self).min(by: { $0.sum < $1.sum }) else { return nil }
        for placement in placements {
            let weight = PlanCost.depth(rank: ranks[placement.story], place: placement.story, of: ranks.count)
            best.depth += weight * Double(placement.cells.rows.lowerBound) / Double(rows)
        }
        return best
    }

    private func cheapest(_ pieces: [Piece], in frame: GridRect, without: Cut? = nil) -> DummyCharges? {
        if pieces.count <= 1 { return pieces.first?.cells == frame ? DummyCharges() : nil }
        let ways = [
            without == .stack ? nil : stacked(pieces, in: frame), without == .beside ? nil : beside(pieces, in: frame),
        ]
        return ways.compactMap { $0 }.min { $0.sum < $1.sum }
    }

    /// Cut at the first white row that runs from side to side.
    private func stacked(_ pieces: [Piece], in frame: GridRect) -> DummyCharges? {
        let feet = Set(pieces.map(\.cells.rows.upperBound)).sorted()
        let cut = feet.first { row in
            row + 1 < frame.rows.upperBound
                && pieces.allSatisfy { $0.cells.rows.upperBound <= row || $0.cells.rows.lowerBound > row }
        }
        guard let cut else { return nil }
        let above = pieces.filter { $0.cells.rows.upperBound <= cut },
            below = pieces.filter { $0.cells.rows.lowerBound > cut }
        guard
            let upper = cheapest(
                above, in: GridRect(columns: frame.columns, rows: frame.rows.lowerBound..<cut), without: .stack),
            let lower = cheapest(below, in: GridRect(columns: frame.columns, rows: cut + 1..<frame.rows.upperBound))
        else { return nil }
        var charges = upper + lower
        charges.inversion += inversion(of: below, under: above)
        if frame.columns.count == columns { charges.cuts += PlanCost.cutAcross }
        return charges
    }

    /// Cut at the first gutter that runs from head to foot.
    private func beside(_ pieces: [Piece], in frame: GridRect) -> DummyCharges? {
        let edges = Set(pieces.map(\.cells.columns.upperBound)).sorted()
        let cut = edges.first { column in
            column < frame.columns.upperBound
                && pieces.allSatisfy { $0.cells.columns.upperBound <= column || $0.cells.columns.lowerBound >= column }
        }
        guard let cut else { return nil }
        let left = pieces.filter { $0.cells.columns.upperBound <= cut }
        let right = pieces.filter { $0.cells.columns.lowerBound >= cut }
        guard
            let one = cheapest(
                left, in: GridRect(columns: frame.columns.lowerBound..<cut, rows: frame.rows), without: .beside),
            let two = cheapest(right, in: GridRect(columns: cut..<frame.columns.upperBound, rows: frame.rows))
        else { return nil }
        var charges = one + two
        if isOutranked(left, by: right) { charges.order += PlanCost.rankAtRight }
        if frame.rows.count == rows { charges.cuts += PlanCost.cutDown }
        charges.butting += butting(left, right, at: cut, row: frame.rows.lowerBound)
        return charges
    }

    private func turned(_ pieces: [Piece], _ shape: PinwheelShape) -> DummyCharges? {
        // The two rows at which the page turns are feet of pieces.
        let feet = Set(pieces.map(\.cells.rows.upperBound)).sorted()
        var best: DummyCharges?
        for high in feet {
            for low in feet where shape.isPart(high: high, low: low, of: rows) {
                let frames = shape.frames(high: high, low: low, of: rows)
                let parts = frames.map { frame in pieces.filter { $0.cells.isWithin(frame) } }
                guard parts.reduce(0, { $0 + $1.count }) == pieces.count else { continue }
                let filled = zip(parts, frames).compactMap { cheapest($0, in: $1) }
                guard filled.count == frames.count else { continue }
                var charges = filled.reduce(DummyCharges(), +)
                charges.butting += besideEachOther(parts[0], frames[0], parts[1], frames[1])
                charges.butting += besideEachOther(parts[3], frames[3], parts[4], frames[4])
                if charges.sum < best?.sum ?? .infinity { best = charges }
            }
        }
        return best
    }

    /// One story with legs of two depths, what stands over it, and the parts that it teeth.
    private func toothed(_ pieces: [Piece]) -> DummyCharges? {
        let teeth = pieces.filter { $0.step != nil }
        guard teeth.count == 1, let tooth = teeth.first, let step = tooth.step,
            let (shape, high, low) = SteppedModuleShape.of(tooth.cells, step, columns: columns, rows: rows)
        else { return nil }
        let others = pieces.filter { $0.step == nil }
        let frames = shape.frames(high: high, low: low, of: rows).compactMap(\.self)
        let parts = frames.map { frame in others.filter { $0.cells.isWithin(frame) } }
        let head = GridRect(columns: shape.flat, rows: 0..<max(0, tooth.cells.rows.lowerBound - 1))
        let over = others.filter { $0.cells.isWithin(head) }
        guard parts.reduce(over.count, { $0 + $1.count }) == others.count else { return nil }
        var charges = DummyCharges()
        if shape.isAcross { charges.inversion += inversion(of: others, under: [tooth]) }
        for (part, frame) in zip(parts, frames) {
            guard let filled = cheapest(part, in: frame) else { return nil }
            charges = charges + filled
        }
        if tooth.cells.rows.lowerBound > 0 {
            guard !shape.isAcross, let filled = cheapest(over, in: head) else { return nil }
            charges = charges + filled
            charges.inversion += inversion(of: [tooth], under: over)
        }
        if !shape.isAcross {
            charges.butting += besideEachOther(
                over + [tooth], GridRect(columns: shape.flat, rows: 0..<high), parts[0], frames[0])
        }
        return charges
    }

    private func besideEachOther(_ a: [Piece], _ one: GridRect, _ b: [Piece], _ two: GridRect) -> Double {
        one.columns.lowerBound < two.columns.lowerBound
            ? butting(a, b, at: two.columns.lowerBound, row: one.rows.lowerBound)
            : butting(b, a, at: one.columns.lowerBound, row: one.rows.lowerBound)
    }

    /// What the headlines on both sides of a gutter cost that begin at one row.
    private func butting(_ left: [Piece], _ right: [Piece], at column: Int, row: Int) -> Double {
        let a = left.first { $0.cells.columns.upperBound == column && $0.cells.rows.lowerBound == row }
        let b = right.first { $0.cells.columns.lowerBound == column && $0.cells.rows.lowerBound == row }
        guard let a, let b, let one = a.story, let two = b.story, a.hasHeadlineAtRight, b.hasHeadlineAtLeft else {
            return 0
        }
        return PlanCost.butting(UInt8(clamping: ranks[one]), UInt8(clamping: ranks[two]))
    }

    private func inversion(of below: [Piece], under above: [Piece]) -> Double {
        isOutranked(above, by: below) ? PlanCost.inversion(rank: best(below)!) : 0
    }

    /// Whether the second part has a higher rank than any story of the first.
    private func isOutranked(_ first: [Piece], by second: [Piece]) -> Bool {
        guard let one = best(first), let two = best(second) else { return false }
        return two < one
    }

    private func best(_ part: [Piece]) -> Int? { part.compactMap(\.story).map { ranks[$0] }.min() }
}

extension GridRect {
    func isWithin(_ other: GridRect) -> Bool {
        other.columns.clamped(to: columns) == columns && other.rows.clamped(to: rows) == rows
    }
}
