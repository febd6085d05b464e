internal import Layouts

/// The page as parts that are toothed by one story with legs of two depths (咬合), so that few stories are enough to
/// keep every gutter and every rule from running right through it: see `SteppedModuleShape`.
///
/// Of each part only its rectangle and its stories are chosen here; how it is filled the table knows.
struct SteppedModuleSearch {
    private let table: GuillotineTable
    private let effort: SearchBudget
    /// The pieces to place.
    private let all: StorySet
    /// The cost to be beaten, and the best way that does.
    private var limit: Cost
    private var best: Found?
    /// Choices of stories for a part that were looked at.
    private var ways = 0
    private let teeth: StepCache

    struct Found {
        var cost: Cost
        var tooth: Dummy.Placement
        /// The other parts; the first stands over the toothed story when there is one.
        var parts: [(cells: GridRect, set: StorySet, entry: GuillotineTable.Entry)]
    }

    /// The cheapest way to tooth a set; nil when none is cheaper than the cost to be beaten.
    static func best(
        of set: StorySet, in table: GuillotineTable, _ teeth: StepCache, _ effort: SearchBudget, below limit: Cost
    ) -> Found? {
        guard set.count >= 2 else { return nil }
        var search = SteppedModuleSearch(table: table, teeth: teeth, effort: effort, all: set, limit: limit)
        search.search()
        return search.best
    }

    private var pieces: PlanProblem { table.pieces }
    /// What the page may cost beyond the least of all pieces.
    private var slack: Cost { limit - least }
    private let least: Cost
    private var rows: Int { table.limit }

    private init(
        table: GuillotineTable, teeth: StepCache, effort: SearchBudget, all: StorySet,
        limit: Cost
    ) {
        (self.table, self.teeth, self.effort) = (table, teeth, effort)
        (self.all, self.limit) = (all, limit)
        least = table.pieces.leastCost(all)
    }

    private mutating func search() {
        let outlines = self.outlines()
        var divisions: [Division] = []
        let slack = self.slack, limits = pieces.limits
        for (index, outline) in outlines.enumerated() {
            let shape = outline.shape
            let beside = outline.parts[0], flat = outline.parts[1]!, own = outline.own
            let under = outline.parts[2]
            for low in stride(from: 0, to: rows, by: effort.grain) {
                let foot = rows - low - 1
                let fixed: Cost
                if let beside {
                    fixed = flat.least(rows: foot, beside: beside, rows: low)
                } else {
                    fixed = flat.least(rows: foot)
                }
                if fixed >= slack { continue }
                for high in shape.reachesFoot
                    ? stride(from: rows, to: rows + 1, by: 1) : stride(from: 0, to: low, by: effort.grain)
                where shape.isPart(high: high, low: low, of: rows, limits) {
                    let step = shape.step(high: high, low: low, of: rows)
                    let others =
                        fixed + pieces.steps.height(of: step)
                        + (shape.reachesFoot ? .zero : under!.least(rows: rows - high - 1))
                    if others >= slack { continue }
                    let bound = others + own.least(cells: shape.ownCells(high: high, low: low, of: rows))
                    if bound < slack { divisions.append(Division(outline: index, high: high, low: low, bound: bound)) }
                }
            }
        }
        divisions.sort { $0.bound < $1.bound }
        for division in divisions {
            if division.bound >= self.slack || best != nil && self.slack <= effort.enough { return }
            if ways > effort.mostWays { return }
            tooth(division, outlines[division.outline])
        }
    }

    private func outlines() -> [Outline] {
        var parts: [PartChoices.Key: PartChoices] = [:]
        var toothed: [StepChoices.Key: StepChoices] = [:]
        return SteppedModuleShape.all(columns: table.columns).compactMap { shape in
            guard let pinned = pieces.pinned(flatIsLeft: shape.flatIsLeft),
                !shape.isAcross || pinned[0].isEmpty && pinned[1].isEmpty, !shape.reachesFoot || pinned[3].isEmpty
            else { return nil }
            let others = (0..<3).map { part -> PartChoices? in
                guard shape.widths[part] > 0 else { return nil }
                let key = PartChoices.Key(width: shape.widths[part], pinned: pinned[part + 1])
                let choices = parts[key] ?? PartChoices(key, of: all, pieces, table, stories: effort.partStories)
                parts[key] = choices
                return choices
            }
            let key = StepChoices.Key(
                width: shape.flat.count, pinned: pinned[0], isAlone: shape.isAcross,
                others: others.indices.count { others[$0] != nil && pinned[$0 + 1].isEmpty })
            let own =
                toothed[key]
                ?? StepChoices(key, of: all, pieces, table, stories: effort.partStories, below: slack)
            toothed[key] = own
            return Outline(
                shape: shape, parts: others, own: own, pinned: Array(pinned[1...]))
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
            plan.top[plan.count] = tops[part]
            plan.count += 1
        }
        for place in (0..<plan.count).reversed() {
            let part = plan.parts[place]
            let least = outline.parts[part]!.least(rows: heights[part])
            plan.setLeast(plan.least(from: place + 1) + least, from: place)
            plan.cells[place] = plan.cells[place + 1] + widths[part] * heights[part]
        }
        return plan
    }

    /// Tooths each story that may be, and shares the others between the parts over, beside and under it.
    private mutating func tooth(_ division: Division, _ outline: Outline) {
        var plan = plan(division, outline)
        let fixed = pieces.steps.height(of: plan.step), choices = outline.own
        let cells = plan.shape.ownCells(high: plan.high, low: plan.low, of: rows)
        // The least dear first, or much that is dear is looked at before.
        for choice in choices[cells] {
            if fixed + choice.excess + plan.least(from: 0) >= slack { return }
            (plan.story, plan.above, plan.over, plan.toothing) = (choice.story, choice.high, .empty, nil)
            // Others over the story leave it rows enough.
            guard plan.own.rows.lowerBound < plan.foot - plan.step.rows else { continue }
            let others = all.subtracting(StorySet(choice.story))
            if choice.high == 0 {
                let inversion =
                    plan.shape.isAcross
                    ? pieces.pricing.inversion(of: pieces.bestRank(others), under: pieces.ranks[choice.story]) : .zero
                share(&plan, outline, rest: others, excess: fixed + choice.excess + inversion)
                continue
            }
            let tooth = fixed + choices.tooth(choice.story, high: choice.high, cells: cells)
            for over in choices.overs(choice.story, high: choice.high) {
                if over.excess + tooth + plan.least(from: 0) >= slack { break }
                plan.over = over.set
                share(&plan, outline, rest: others.subtracting(over.set), excess: over.excess + tooth)
            }
        }
    }

    /// Shares what is left between the parts, if that may be cheap enough.
    private mutating func share(_ plan: inout Plan, _ outline: Outline, rest: StorySet, excess: Cost) {
        var bound = excess
        for place in 0..<plan.count {
            bound += outline.parts[plan.parts[place]]!.least(within: rest, rows: plan.rows[place])
        }
        guard bound < slack, pieces.mayFill(plan.cells[0], rest) else { return }
        share(&plan, outline, 0, Sets(), rest: rest, excess: excess)
    }

    /// Gives a part its stories; the last one has those that are left.
    private mutating func share(
        _ plan: inout Plan, _ outline: Outline, _ number: Int, _ sets: Sets, rest: StorySet, excess: Cost
    ) {
        let part = plan.parts[number], rows = plan.rows[number], top = plan.top[number]
        guard number < plan.count - 1 else {
            guard rest.subtracting(pieces.allStories) == outline.pinned[part], !rest.isEmpty,
                pieces.stories(in: rest) <= effort.partStories
            else { return }
            let least = table.least(rest, columns: outline.shape.widths[part], rows: rows) - pieces.leastCost(rest)
            var sets = sets
            sets[number] = rest.bits
            return take(&plan, outline, sets, excess: excess + least + pieces.depthOfRow(rest) * top)
        }
        let next = number + 1
        guard let choices = outline.parts[part] else { return }
        let least = plan.least(from: next), cells = plan.cells[next]
        for place in choices.places(rows) {
            let choice = choices[place]
            ways += 1
            if excess + choice.excess + least >= slack || ways > effort.mostWays { return }
            let others = rest.subtracting(choice.set)
            let soFar = excess + choice.excess + pieces.depthOfRow(choice.set) * top
            guard choice.set.isSubset(of: rest), !others.isEmpty, soFar + least < slack, pieces.mayFill(cells, others)
            else {
                continue
            }
            var bound = soFar
            for later in next..<plan.count {
                bound += outline.parts[plan.parts[later]]!.least(within: others, rows: plan.rows[later])
            }
            if bound >= slack { continue }
            var sets = sets
            sets[number] = choice.set.bits
            share(&plan, outline, next, sets, rest: others, excess: soFar)
        }
    }

    /// The stories of the parts beside and under the toothed one: a number a part, and no list, as many are tried.
    private typealias Sets = SIMD4<UInt32>

    /// Asks for the toothed story's own form, once for all that stands beside it.
    private mutating func take(_ plan: inout Plan, _ outline: Outline, _ sets: Sets, excess: Cost) {
        guard excess < slack else { return }
        let toothing =
            plan.toothing
            ?? teeth.cost(plan.story, plan.own, plan.step) - pieces.steps.height(of: plan.step)
            - outline.own.tooth(plan.story, high: 0, cells: plan.ownCells)
            - pieces.leastCost(StorySet(plan.story))
        plan.toothing = toothing
        let cost = least + excess + toothing
        if cost < limit { take(plan, sets, cost) }
    }

    /// Charges the headlines that butt at the head, and takes the page if it is still the best.
    private mutating func take(_ plan: Plan, _ parts: Sets, _ cost: Cost) {
        let shape = plan.shape, cells = plan.own, over = plan.over, story = plan.story
        guard let variant = teeth.variant(story, cells, plan.step) else { return }
        var frames = shape.frames(high: plan.high, low: plan.low, of: rows).compactMap(\.self)
        var sets = frames.indices.map { StorySet(bits: parts[$0]) }
        if !over.isEmpty {
            sets.insert(over, at: 0)
            frames.insert(GridRect(columns: cells.columns, rows: 0..<cells.rows.lowerBound - 1), at: 0)
        }
        var entries = zip(sets, frames).compactMap {
            table.best($0, columns: $1.columns.count, rows: $1.rows.count)
        }
        guard entries.count == sets.count else { return }
        let least = entries.reduce(Cost.zero) { $0 + $1.cost }
        var meeting = Cost.zero
        if !shape.isAcross {
            let tall = over.isEmpty ? 0 : 1
            let talls = table.entries(sets[tall], columns: frames[tall].columns.count, rows: frames[tall].rows.count)
            let flats =
                over.isEmpty
                ? [] : table.entries(over, columns: frames[0].columns.count, rows: frames[0].rows.count)
            let corners = variant.corners(rank: pieces.ranks[story])
            var cheapest = Cost.unreachable
            for other in talls {
                for flat in flats.isEmpty ? [nil] : flats.map(Optional.some) {
                    let (left, right) = flat.map { ($0.left, $0.right) } ?? corners
                    let charge =
                        shape.flatIsLeft
                        ? pieces.pricing.butting(right, other.left) : pieces.pricing.butting(other.right, left)
                    let sum = other.cost + (flat?.cost ?? .zero) + charge
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
