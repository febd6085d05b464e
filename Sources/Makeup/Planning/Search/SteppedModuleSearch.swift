internal import Layouts

/// Searches for pages on which a stepped story, with legs of two depths, prevents cuts (咬合). A few stories are enough
/// for such a page; see `SteppedModuleShape`.
///
/// The search chooses the stepped story, and a rectangle and stories for each other part. The table gives the cheapest
/// way to fill the rectangle with these stories.
struct SteppedModuleSearch {
    private let table: GuillotineTable
    private let cache: StepCache
    private let budget: SearchBudget
    /// The pieces to place.
    private let all: StorySet
    /// The least cost of all pieces.
    private let least: Cost
    /// The cost that a solution must stay below, and the best solution so far.
    private var limit: Cost
    private var best: Solution?
    /// The number of choices for a part that the search has examined, and the most that it may examine.
    private var ways = 0
    private let mostWays: Int
    /// The number of stepped stories and parts above them that the search has examined, and the most of them.
    private var tries = 0
    private let mostTries: Int

    struct Solution {
        var cost: Cost
        var stepped: Dummy.Placement
        /// The other parts. If there is a part above the stepped story, it comes first.
        var parts: [(cells: GridRect, set: StorySet, entry: GuillotineTable.Entry)]
    }

    /// The cheapest way to place a set round a stepped story; nil if none costs less than `limit`.
    static func best(
        of set: StorySet, in table: GuillotineTable, _ cache: StepCache, _ budget: SearchBudget, _ meter: SearchMeter,
        below limit: Cost
    ) -> Solution? {
        guard set.count >= 2, !meter.isSpent else { return nil }
        var search = SteppedModuleSearch(table, cache, budget, of: set, most: meter.left, below: limit)
        search.run()
        meter.spend(search.ways + search.tries)
        return search.best
    }

    private init(
        _ table: GuillotineTable, _ cache: StepCache, _ budget: SearchBudget, of all: StorySet, most: Int,
        below limit: Cost
    ) {
        (self.table, self.cache, self.budget, self.all, self.limit) = (table, cache, budget, all, limit)
        least = table.problem.leastCost(all)
        (mostWays, mostTries) = (min(budget.mostWays, most), most)
    }

    private var problem: PlanProblem { table.problem }
    /// How much the page may cost beyond the least costs of all its pieces.
    private var slack: Cost { limit - least }
    private var rows: Int { table.rows }

    private mutating func run() {
        let outlines = self.outlines()
        var divisions: [Division] = []
        let slack = self.slack, limits = problem.limits
        for (index, outline) in outlines.enumerated() {
            let shape = outline.shape
            let beside = outline.parts[0], flat = outline.parts[1]!, own = outline.own
            let under = outline.parts[2]
            for low in stride(from: 0, to: rows, by: budget.rowStride) {
                let foot = rows - low - 1
                let fixed: Cost
                if let beside {
                    fixed = flat.least(rows: foot, beside: beside, rows: low)
                } else {
                    fixed = flat.least(rows: foot)
                }
                if fixed >= slack { continue }
                for high in shape.reachesFoot
                    ? stride(from: rows, to: rows + 1, by: 1) : stride(from: 0, to: low, by: budget.rowStride)
                where shape.isPart(high: high, low: low, of: rows, limits) {
                    let step = shape.step(high: high, low: low, of: rows)
                    let others =
                        fixed + problem.steps.height(of: step)
                        + (shape.reachesFoot ? .zero : under!.least(rows: rows - high - 1))
                    if others >= slack { continue }
                    let bound = others + own.least(cells: shape.ownCells(high: high, low: low, of: rows))
                    if bound < slack { divisions.append(Division(outline: index, high: high, low: low, bound: bound)) }
                }
            }
        }
        divisions.sort { $0.bound < $1.bound }
        for division in divisions {
            if division.bound >= self.slack || best != nil && self.slack <= budget.goodEnough { return }
            if ways > mostWays || tries > mostTries { return }
            fill(division, outlines[division.outline])
        }
    }

    /// Every shape of the page, with the choices for its parts. Parts with the same key share their choices.
    private func outlines() -> [Outline] {
        var parts: [PartChoices.Key: PartChoices] = [:]
        var stepped: [StepChoices.Key: StepChoices] = [:]
        return SteppedModuleShape.all(columns: table.columns).compactMap { shape in
            guard let pinned = problem.pinned(flatIsLeft: shape.flatIsLeft),
                !shape.isAcross || pinned[0].isEmpty && pinned[1].isEmpty, !shape.reachesFoot || pinned[3].isEmpty
            else { return nil }
            let others = (0..<3).map { part -> PartChoices? in
                guard shape.widths[part] > 0 else { return nil }
                let key = PartChoices.Key(width: shape.widths[part], pinned: pinned[part + 1])
                let choices = parts[key] ?? PartChoices(key, of: all, table, stories: budget.partStories)
                parts[key] = choices
                return choices
            }
            let key = StepChoices.Key(
                width: shape.flat.count, pinned: pinned[0], isAlone: shape.isAcross,
                others: others.indices.count { others[$0] != nil && pinned[$0 + 1].isEmpty })
            let own =
                stepped[key] ?? StepChoices(key, of: all, table, stories: budget.partStories, below: slack)
            stepped[key] = own
            return Outline(shape: shape, parts: others, own: own, pinned: Array(pinned[1...]))
        }
    }

    private func plan(_ division: Division, _ outline: Outline) -> Plan {
        let shape = outline.shape, high = division.high, low = division.low
        var plan = Plan(
            shape: shape, high: high, low: low, step: shape.step(high: high, low: low, of: rows),
            foot: shape.foot(low: low, of: rows))
        let widths = shape.widths, tops = SIMD4(0, low + 1, high + 1, 0)
        let heights = SIMD4(low, rows - low - 1, rows - high - 1, 0)
        for part in 0..<3 {
            guard outline.parts[part] != nil else { continue }
            plan.parts[plan.count] = part
            plan.rows[plan.count] = heights[part]
            plan.tops[plan.count] = tops[part]
            plan.count += 1
        }
        for number in (0..<plan.count).reversed() {
            let part = plan.parts[number]
            let least = outline.parts[part]!.least(rows: heights[part])
            plan.setLeast(plan.least(from: number + 1) + least, from: number)
            plan.cells[number] = plan.cells[number + 1] + widths[part] * heights[part]
        }
        return plan
    }

    /// Tries each story as the stepped one, and distributes the others over the parts above, beside and below it.
    private mutating func fill(_ division: Division, _ outline: Outline) {
        var plan = plan(division, outline)
        let fixed = problem.steps.height(of: plan.step), choices = outline.own
        let cells = plan.shape.ownCells(high: plan.high, low: plan.low, of: rows)
        var isPrepared = false
        // The cheapest choices come first, so the loop can end early.
        for choice in choices[cells] {
            tries += 1
            if tries > mostTries { return }
            if fixed + choice.excess + plan.least(from: 0) >= slack { return }
            if !isPrepared {
                for number in 0..<plan.count { outline.parts[plan.parts[number]]!.prepare(rows: plan.rows[number]) }
                isPrepared = true
            }
            (plan.story, plan.rowsAbove, plan.above, plan.excess) = (choice.story, choice.high, .empty, nil)
            // The pieces above the story must leave it enough rows.
            guard plan.own.rows.lowerBound < plan.foot - plan.step.rows else { continue }
            let others = all.subtracting(StorySet(choice.story))
            if choice.high == 0 {
                let inversion =
                    plan.shape.isAcross
                    ? problem.pricing.inversion(of: problem.bestRank(others), under: problem.ranks[choice.story])
                    : .zero
                distribute(others, &plan, outline, excess: fixed + choice.excess + inversion)
                continue
            }
            let stepped = fixed + choices.leastStepped(choice.story, high: choice.high, cells: cells)
            for above in choices.above(choice.story, high: choice.high) {
                tries += 1
                if above.excess + stepped + plan.least(from: 0) >= slack || tries > mostTries { break }
                plan.above = above.set
                distribute(others.subtracting(above.set), &plan, outline, excess: above.excess + stepped)
            }
        }
    }

    /// Distributes the other stories over the parts, unless a lower bound of the cost is too high.
    private mutating func distribute(_ rest: StorySet, _ plan: inout Plan, _ outline: Outline, excess: Cost) {
        var bound = excess
        for number in 0..<plan.count {
            bound += outline.parts[plan.parts[number]]!.least(within: rest, rows: plan.rows[number])
        }
        guard bound < slack, problem.mayFill(plan.cells[0], rest) else { return }
        distribute(rest, from: 0, &plan, outline, Sets(), excess: excess)
    }

    /// Assigns stories to each part from an index on. The last part gets all remaining stories.
    private mutating func distribute(
        _ rest: StorySet, from number: Int, _ plan: inout Plan, _ outline: Outline, _ sets: Sets, excess: Cost
    ) {
        let part = plan.parts[number], rows = plan.rows[number], top = plan.tops[number]
        guard number < plan.count - 1 else {
            guard rest.subtracting(problem.allStories) == outline.pinned[part], !rest.isEmpty,
                problem.stories(in: rest) <= budget.partStories
            else { return }
            let least = table.least(rest, columns: outline.shape.widths[part], rows: rows) - problem.leastCost(rest)
            var sets = sets
            sets[number] = rest.bits
            return consider(&plan, outline, sets, excess: excess + least + problem.depthOfRow(rest) * top)
        }
        let next = number + 1
        guard let choices = outline.parts[part] else { return }
        let least = plan.least(from: next), cells = plan.cells[next]
        for place in choices.places(rows) {
            let choice = choices[place]
            ways += 1
            if excess + choice.excess + least >= slack || ways > mostWays { return }
            let others = rest.subtracting(choice.set)
            let soFar = excess + choice.excess + problem.depthOfRow(choice.set) * top
            guard choice.set.isSubset(of: rest), !others.isEmpty, soFar + least < slack,
                problem.mayFill(cells, others)
            else { continue }
            var bound = soFar
            for later in next..<plan.count {
                bound += outline.parts[plan.parts[later]]!.least(within: others, rows: plan.rows[later])
            }
            if bound >= slack { continue }
            var sets = sets
            sets[number] = choice.set.bits
            distribute(others, from: next, &plan, outline, sets, excess: soFar)
        }
    }

    /// The stories of the parts beside and below the stepped one, as bits. They are in a vector and not in an array,
    /// because the search tries many of them.
    private typealias Sets = SIMD4<UInt32>

    /// Adds the cost of the stepped story's form. The cost does not depend on the parts beside the story, so it is
    /// looked up once for all of them.
    private mutating func consider(_ plan: inout Plan, _ outline: Outline, _ sets: Sets, excess: Cost) {
        guard excess < slack else { return }
        let own =
            plan.excess
            ?? cache.cost(plan.story, plan.own, plan.step) - problem.steps.height(of: plan.step)
            - outline.own.leastStepped(plan.story, high: 0, cells: plan.ownCells)
            - problem.leastCost(StorySet(plan.story))
        plan.excess = own
        let cost = least + excess + own
        if cost < limit { consider(plan, sets, cost) }
    }

    /// Adds the cost of headlines that meet at the page's head, and keeps the page if it is the best so far.
    private mutating func consider(_ plan: Plan, _ parts: Sets, _ cost: Cost) {
        let shape = plan.shape, cells = plan.own, above = plan.above, story = plan.story
        guard let variant = cache.variant(story, cells, plan.step) else { return }
        var frames = shape.frames(high: plan.high, low: plan.low, of: rows).compactMap(\.self)
        var sets = frames.indices.map { StorySet(bits: parts[$0]) }
        if !above.isEmpty {
            sets.insert(above, at: 0)
            frames.insert(GridRect(columns: cells.columns, rows: 0..<cells.rows.lowerBound - 1), at: 0)
        }
        var entries = zip(sets, frames).compactMap {
            table.best($0, columns: $1.columns.count, rows: $1.rows.count)
        }
        guard entries.count == sets.count else { return }
        let least = entries.reduce(Cost.zero) { $0 + $1.cost }
        var butting = Cost.zero
        if !shape.isAcross {
            let tall = above.isEmpty ? 0 : 1
            let talls = table.entries(sets[tall], columns: frames[tall].columns.count, rows: frames[tall].rows.count)
            let flats =
                above.isEmpty
                ? [] : table.entries(above, columns: frames[0].columns.count, rows: frames[0].rows.count)
            let corners = variant.corners(rank: problem.ranks[story])
            var cheapest = Cost.unreachable
            for other in talls {
                for flat in flats.isEmpty ? [nil] : flats.map(Optional.some) {
                    let (left, right) = flat.map { ($0.left, $0.right) } ?? corners
                    let charge =
                        shape.flatIsLeft
                        ? problem.pricing.butting(right, other.left) : problem.pricing.butting(other.right, left)
                    let sum = other.cost + (flat?.cost ?? .zero) + charge
                    guard sum < cheapest else { continue }
                    (cheapest, butting, entries[tall]) = (sum, charge, other)
                    if let flat { entries[0] = flat }
                }
            }
        }
        let cost = cost - least + entries.reduce(butting) { $0 + $1.cost }
        guard cost < limit else { return }
        limit = cost
        best = Solution(
            cost: cost, stepped: Dummy.Placement(story: story, cells: cells, variant: variant),
            parts: zip(frames, zip(sets, entries)).map { ($0, $1.0, $1.1) })
    }
}
