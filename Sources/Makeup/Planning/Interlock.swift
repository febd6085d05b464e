internal import Layouts

/// The page as parts that are toothed by one story with legs of two depths (咬合), so that few stories are enough to
/// keep every gutter and every rule from running right through it: see `InterlockShape`.
///
/// Of each part only its rectangle and its stories are chosen here; how it is filled the table knows.
struct Interlock {
    private let costs: PlanTable.Costs
    private let table: PlanTable
    private let effort: PlanEffort
    /// The pieces to place.
    private let all: UInt32
    /// The cost to be beaten, and the best way that does.
    private var limit: Double
    private var best: Found?
    private let teeth: Teeth

    struct Found {
        var cost: Double
        var tooth: Dummy.Placement
        /// The other parts; the first stands over the toothed story when there is one.
        var parts: [(cells: GridRect, set: UInt32, entry: PlanTable.Entry)]
    }

    /// A shape at two rows, and what the parts beside and under the toothed story, and the story itself, exceed their
    /// least costs by at least.
    private struct Division {
        /// Among the outlines.
        var outline: Int
        /// The rows in which the outer and the inner legs end.
        var high: Int
        var low: Int
        var bound: Double
    }

    /// A shape and what may stand in its parts: tall part at the head, flat part at the foot, tall part at the foot.
    private struct Outline {
        var shape: InterlockShape
        var parts: [PartChoices?]
        /// What is pinned to the corner over the story.
        var pinned: UInt32
    }

    /// A division while it is filled; numbers for its parts, and no lists, as a hundred thousand are made.
    private struct Plan {
        var outline: Int
        var high: Int
        var low: Int
        /// Which of the outline's parts there are.
        var parts = SIMD4<Int>()
        var count = 0
        /// The rows of each.
        var rows = SIMD4<Int>()
        /// How far down the page each begins.
        var depth = SIMD4<Double>()
        /// What each part and those behind it, and the toothed story, exceed their pieces' least costs by at least.
        var least = SIMD4<Double>()
        /// Cells of each part and those behind it, the toothed story's last.
        var cells = SIMD4<Int>()
        var ownCells: Int { cells[count] }
        var step: LegStep
        /// The row in which the deep legs end.
        var foot: Int
    }

    /// The cheapest way to tooth a set; nil when none is cheaper than the cost to be beaten.
    static func best(
        of set: UInt32, in table: PlanTable, _ teeth: Teeth, _ effort: PlanEffort, below limit: Double
    ) -> Found? {
        guard set.nonzeroBitCount >= 2 else { return nil }
        return table.withCosts { costs in
            var interlock = Interlock(
                costs: costs, table: table, teeth: teeth, effort: effort, all: set, limit: limit)
            interlock.search()
            return interlock.best
        }
    }

    private var pieces: PlanPieces { table.pieces }
    /// What the page may cost beyond the least of all pieces.
    private var slack: Double { limit - least }
    private let least: Double
    private var rows: Int { costs.limit }

    private init(
        costs: PlanTable.Costs, table: PlanTable, teeth: Teeth, effort: PlanEffort, all: UInt32, limit: Double
    ) {
        (self.costs, self.table, self.teeth, self.effort) = (costs, table, teeth, effort)
        (self.all, self.limit) = (all, limit)
        least = table.pieces.leastCost(all)
    }

    private mutating func search() {
        let outlines = self.outlines()
        var divisions: [Division] = []
        let slack = self.slack
        for (index, outline) in outlines.enumerated() {
            let shape = outline.shape, tooth = pieces.leastToothed(all, columns: shape.flat.count)
            // A part that there is not costs nothing.
            let nothing = Array(repeating: 0.0, count: rows + 1)
            let least = outline.parts.map { $0?.least ?? nothing }
            let (tall, flat, under) = (least[0], least[1], least[2])
            for low in 0..<rows {
                let fixed = tooth + tall[low] + flat[rows - low - 1]
                if fixed >= slack { continue }
                for high in shape.reachesFoot ? rows..<rows + 1 : 0..<low
                where shape.isPart(high: high, low: low, of: rows) {
                    let step = shape.step(high: high, low: low, of: rows)
                    let bound = fixed + StepShelf.cost(of: step) + (shape.reachesFoot ? 0 : under[rows - high - 1])
                    if bound < slack { divisions.append(Division(outline: index, high: high, low: low, bound: bound)) }
                }
            }
        }
        divisions.sort { $0.bound < $1.bound }
        for division in divisions {
            if division.bound >= self.slack { return }
            let outline = outlines[division.outline]
            share(plan(division, outline), outline, 0, Sets(), rest: all, excess: 0)
        }
    }

    private func outlines() -> [Outline] {
        var known: [PartChoices.Key: PartChoices] = [:]
        return InterlockShape.all(columns: costs.columns).compactMap { shape in
            guard let pinned = pieces.pinned(flatIsLeft: shape.flatIsLeft),
                !shape.isAcross || pinned[0] | pinned[1] == 0, !shape.reachesFoot || pinned[3] == 0
            else { return nil }
            let parts = (0..<3).map { part -> PartChoices? in
                guard shape.widths[part] > 0 else { return nil }
                let key = PartChoices.Key(width: shape.widths[part], pinned: pinned[part + 1])
                let part = known[key] ?? PartChoices(key, of: all, pieces, costs, stories: effort.partStories)
                known[key] = part
                return part
            }
            return Outline(shape: shape, parts: parts, pinned: pinned[0])
        }
    }

    private func plan(_ division: Division, _ outline: Outline) -> Plan {
        let shape = outline.shape, high = division.high, low = division.low
        let step = shape.step(high: high, low: low, of: rows)
        let foot = shape.foot(low: low, of: rows)
        var plan = Plan(outline: division.outline, high: high, low: low, step: step, foot: foot)
        let widths = shape.widths, tops = SIMD4(0, low + 1, high + 1, 0)
        let heights = SIMD4(low, rows - low - 1, rows - high - 1, 0)
        plan.least[0] = division.bound
        plan.cells[0] = foot * shape.flat.count - step.rows * step.columns
        for part in 0..<3 { plan.cells[0] += widths[part] * heights[part] }
        for part in 0..<3 {
            guard let choices = outline.parts[part] else { continue }
            let last = plan.count
            plan.parts[last] = part
            plan.rows[last] = heights[part]
            plan.depth[last] = Double(tops[part]) / Double(rows)
            plan.least[last + 1] = plan.least[last] - choices.least[heights[part]]
            plan.cells[last + 1] = plan.cells[last] - widths[part] * heights[part]
            plan.count += 1
        }
        return plan
    }

    /// Gives the parts beside and under the toothed story their stories; one of those that are left is toothed, and the
    /// others stand over it.
    private mutating func share(
        _ plan: Plan, _ outline: Outline, _ part: Int, _ sets: Sets, rest: UInt32, excess: Double
    ) {
        guard part < plan.count else { return tooth(plan, outline, sets, rest: rest, excess: excess) }
        guard let choices = outline.parts[plan.parts[part]]?[plan.rows[part]] else { return }
        let depth = plan.depth[part], least = plan.least[part + 1], cells = plan.cells[part + 1]
        // Who is toothed is among those that are left.
        let columns = outline.shape.flat.count, tooth = pieces.leastToothed(all, columns: columns)
        for choice in choices {
            if excess + choice.excess + least >= slack { return }
            guard choice.set & ~rest == 0 else { continue }
            let others = rest & ~choice.set
            let soFar = excess + choice.excess + pieces.depth(choice.set) * depth
            guard others != 0, soFar + least - tooth + pieces.leastToothed(others, columns: columns) < slack,
                pieces.mayFill(cells, others)
            else { continue }
            var sets = sets
            sets[part] = choice.set
            share(plan, outline, part + 1, sets, rest: others, excess: soFar)
        }
    }

    /// The stories of the parts beside and under the toothed one: a number a part, and no list, as millions are tried.
    private typealias Sets = SIMD4<UInt32>

    private mutating func tooth(
        _ plan: Plan, _ outline: Outline, _ sets: Sets, rest: UInt32, excess: Double
    ) {
        let cost = excess + pieces.leastCost(all & ~rest)
        let shape = outline.shape, columns = shape.flat
        guard rest & ~pieces.allStories == outline.pinned else { return }
        for story in 0..<pieces.stories where rest & 1 << UInt32(story) != 0 {
            let own = UInt32(1) << UInt32(story), over = rest & ~own
            if over == 0 {
                let cells = GridRect(columns: columns, rows: 0..<plan.foot)
                guard pieces.mayTooth(story, columns: columns.count, cells: plan.ownCells) else { continue }
                take(plan, shape, sets, over: 0, story, cells, cost + teeth.cost(story, cells, plan.step))
                continue
            }
            if shape.isAcross || pieces.stories(in: over) > effort.partStories { continue }
            let isInverted = pieces.bestRank(own) < pieces.bestRank(over) && !pieces.isFurniture(over)
            let inversion = isInverted ? PlanCost.rankInversion : 0
            let fixed = pieces.leastCost(own) + inversion
            for high in costs.span(over, columns: columns.count)
            where high + 1 < plan.foot - plan.step.rows
                && cost + costs.least(over, columns: columns.count, rows: high) + fixed < limit
                && pieces.mayTooth(
                    story, columns: columns.count, cells: plan.ownCells - (high + 1) * columns.count)
            {
                let shift = pieces.depth(own) * Double(high + 1) / Double(rows) + inversion
                let soFar = cost + costs.least(over, columns: columns.count, rows: high) + shift
                let cells = GridRect(columns: columns, rows: high + 1..<plan.foot)
                guard soFar + pieces.leastCost(own) < limit else { continue }
                take(plan, shape, sets, over: over, story, cells, soFar + teeth.cost(story, cells, plan.step))
            }
        }
    }

    /// Charges the headlines that butt at the head, and takes the page if it is still the best.
    private mutating func take(
        _ plan: Plan, _ shape: InterlockShape, _ parts: Sets, over: UInt32, _ story: Int, _ cells: GridRect,
        _ cost: Double
    ) {
        guard cost < limit, let variant = teeth.variant(story, cells, plan.step) else { return }
        var frames = shape.frames(high: plan.high, low: plan.low, of: rows).compactMap(\.self)
        var sets = frames.indices.map { parts[$0] }
        if over != 0 {
            sets.insert(over, at: 0)
            frames.insert(GridRect(columns: cells.columns, rows: 0..<cells.rows.lowerBound - 1), at: 0)
        }
        var entries = zip(sets, frames).compactMap {
            table.best($0, columns: $1.columns.count, rows: $1.rows.count)
        }
        guard entries.count == sets.count else { return }
        let least = entries.reduce(0) { $0 + $1.cost }
        var meeting = 0.0
        if !shape.isAcross {
            let tall = over == 0 ? 0 : 1
            let talls = table.entries(sets[tall], columns: frames[tall].columns.count, rows: frames[tall].rows.count)
            let flats =
                over == 0
                ? [] : table.entries(over, columns: frames[0].columns.count, rows: frames[0].rows.count)
            let corners = variant.corners(rank: pieces.ranks[story])
            var cheapest = Double.infinity
            for other in talls {
                for flat in flats.isEmpty ? [nil] : flats.map(Optional.some) {
                    let (left, right) = flat.map { ($0.left, $0.right) } ?? corners
                    let charge =
                        shape.flatIsLeft
                        ? PlanCost.butting(right, other.left) : PlanCost.butting(other.right, left)
                    let sum = other.cost + (flat?.cost ?? 0) + charge
                    guard sum < cheapest else { continue }
                    (cheapest, meeting, entries[tall]) = (sum, charge, other)
                    if let flat { entries[0] = flat }
                }
            }
        }
        let cost = cost - least + entries.reduce(meeting) { $0 + $1.cost }
        guard cost < limit else { return }
        limit = cost
        best = Found(
            cost: cost, tooth: Dummy.Placement(story: story, cells: cells, variant: variant),
            parts: zip(frames, zip(sets, entries)).map { ($0, $1.0, $1.1) })
    }
}
