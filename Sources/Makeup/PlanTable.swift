internal import Layouts

/// The cheapest ways to fill a rectangle of so many columns and rows with exactly the stories of a set, for every set
/// (dynamic programming over guillotine dummies):
///
///     leaf     one story in one of its variants
///     stack    one part above another, a white row between
///     beside   one part beside another
///
/// Of ways with the same number of rows those are kept apart that show other headlines at their upper corners, because
/// what stands beside them later is charged for headlines that butt.
struct PlanTable {
    /// How a rectangle is filled.
    struct Entry {
        var cost: Double
        /// The ranks of the headlines at the upper left and right corners, 0 for none.
        var left: UInt8
        var right: UInt8
        var cut: Cut
    }

    enum Cut {
        case leaf
        /// The upper part's set and rows, and each part's place among the entries of its rows.
        case stack(above: UInt32, rows: Int16, Int16, Int16)
        /// The left part's set and columns, and each part's place among the entries of its rows.
        case beside(left: UInt32, columns: Int8, Int16, Int16)
    }

    /// The entries of one set in one width, by rows.
    struct Shelf {
        var lowest = 0
        var byRows: [[Entry]] = []

        func entries(rows: Int) -> [Entry] {
            let index = rows - lowest
            return index >= 0 && index < byRows.count ? byRows[index] : []
        }

        var rows: Range<Int> { lowest..<lowest + byRows.count }
    }

    let stories: PlanStories
    private var shelves: [Shelf]
    private let columns: Int
    private let limit: Int
    /// Corner headlines kept apart for each number of rows.
    private let kept: Int

    subscript(set: UInt32, columns: Int) -> Shelf { shelves[Int(set) * self.columns + columns - 1] }

    /// - Parameters:
    ///   - columns, rows: the page's.
    ///   - kept: how many entries with other corners stay for each number of rows.
    init(_ stories: PlanStories, columns: Int, rows: Int, kept: Int) {
        self.stories = stories
        self.columns = columns
        self.kept = kept
        limit = rows
        shelves = Array(repeating: Shelf(), count: columns << stories.count)
        guard stories.count > 0 else { return }
        for set in 1..<UInt32(1 << stories.count) {
            for width in 1...columns { shelves[Int(set) * columns + width - 1] = shelf(set, width) }
        }
    }

    private func shelf(_ set: UInt32, _ width: Int) -> Shelf {
        let lowest = max(1, stories.leastCells(set) / width)
        guard lowest <= limit else { return Shelf() }
        let highest = min(limit, stories.mostCells(set) / width + stories.slack)
        guard lowest <= highest else { return Shelf() }
        var byRows = [[Entry]](repeating: [], count: highest - lowest + 1)
        if set.nonzeroBitCount == 1 {
            let story = set.trailingZeroBitCount
            for (rows, variant) in stories.shelves[story][width - 1].variants where rows >= lowest && rows <= highest {
                let corner = UInt8(clamping: stories.ranks[story])
                byRows[rows - lowest] = [Entry(cost: variant.cost, left: corner, right: corner, cut: .leaf)]
            }
        } else {
            var part = (set - 1) & set
            while part > 0 {
                let other = set ^ part
                stack(part, other, width, lowest, &byRows)
                for left in 1..<max(width, 1) { beside(part, left, other, width - left, lowest, &byRows) }
                part = (part - 1) & set
            }
        }
        while let last = byRows.last, last.isEmpty { byRows.removeLast() }
        return Shelf(lowest: lowest, byRows: byRows)
    }

    private func stack(_ above: UInt32, _ below: UInt32, _ width: Int, _ lowest: Int, _ byRows: inout [[Entry]]) {
        let upper = self[above, width], lower = self[below, width]
        guard !upper.byRows.isEmpty, !lower.byRows.isEmpty else { return }
        let inversion = stories.bestRank(below) < stories.bestRank(above) ? PlanCost.rankInversion : 0
        let weight = stories.depth(below) / Double(limit)
        for upperRows in upper.rows {
            let tops = upper.byRows[upperRows - upper.lowest]
            if tops.isEmpty { continue }
            let shift = weight * Double(upperRows + 1) + inversion
            let first = max(lower.lowest, lowest - upperRows - 1)
            let last = min(lower.lowest + lower.byRows.count - 1, lowest + byRows.count - 1 - upperRows - 1)
            guard first <= last else { continue }
            for lowerRows in first...last {
                let foot = lower.byRows[lowerRows - lower.lowest]
                guard let bottom = foot.first else { continue }
                let index = upperRows + 1 + lowerRows - lowest
                for (place, top) in tops.enumerated() {
                    let entry = Entry(
                        cost: top.cost + bottom.cost + shift, left: top.left, right: top.right,
                        cut: .stack(above: above, rows: Int16(upperRows), Int16(place), 0))
                    keep(entry, &byRows[index])
                }
            }
        }
    }

    private func beside(
        _ left: UInt32, _ leftWidth: Int, _ right: UInt32, _ rightWidth: Int, _ lowest: Int, _ byRows: inout [[Entry]]
    ) {
        let one = self[left, leftWidth], two = self[right, rightWidth]
        let first = max(one.lowest, two.lowest, lowest)
        let last = min(one.rows.upperBound, two.rows.upperBound, lowest + byRows.count)
        guard first < last else { return }
        let order = stories.bestRank(right) < stories.bestRank(left) ? PlanCost.rankAtRight : 0
        for rows in first..<last {
            let lefts = one.byRows[rows - one.lowest], rights = two.byRows[rows - two.lowest]
            if lefts.isEmpty || rights.isEmpty { continue }
            for (i, a) in lefts.enumerated() {
                for (j, b) in rights.enumerated() {
                    let entry = Entry(
                        cost: a.cost + b.cost + order + PlanCost.butting(a.right, b.left), left: a.left, right: b.right,
                        cut: .beside(left: left, columns: Int8(leftWidth), Int16(i), Int16(j)))
                    keep(entry, &byRows[rows - lowest])
                }
            }
        }
    }

    /// Keeps the cheapest entry first, and of every pair of corners only the cheapest.
    private func keep(_ entry: Entry, _ entries: inout [Entry]) {
        if entries.count == kept, entry.cost >= entries[kept - 1].cost { return }
        if let same = entries.firstIndex(where: { $0.left == entry.left && $0.right == entry.right }) {
            if entries[same].cost <= entry.cost { return }
            entries.remove(at: same)
        } else if entries.count == kept {
            entries.removeLast()
        }
        let place = entries.firstIndex { $0.cost > entry.cost } ?? entries.count
        entries.insert(entry, at: place)
    }

    /// Writes down the modules of an entry.
    func read(_ set: UInt32, columns: Range<Int>, rows: Range<Int>, place: Int, into placements: inout [Dummy.Placement]) {
        let entry = self[set, columns.count].entries(rows: rows.count)[place]
        switch entry.cut {
        case .leaf:
            let story = set.trailingZeroBitCount
            let variant = stories.shelves[story][columns.count - 1].variants[rows.count]!
            placements.append(Dummy.Placement(story: story, cells: GridRect(columns: columns, rows: rows), variant: variant))
        case .stack(let above, let upperRows, let top, let bottom):
            let cut = rows.lowerBound + Int(upperRows)
            read(above, columns: columns, rows: rows.lowerBound..<cut, place: Int(top), into: &placements)
            read(set ^ above, columns: columns, rows: cut + 1..<rows.upperBound, place: Int(bottom), into: &placements)
        case .beside(let left, let leftColumns, let one, let two):
            let cut = columns.lowerBound + Int(leftColumns)
            read(left, columns: columns.lowerBound..<cut, rows: rows, place: Int(one), into: &placements)
            read(set ^ left, columns: cut..<columns.upperBound, rows: rows, place: Int(two), into: &placements)
        }
    }
}
