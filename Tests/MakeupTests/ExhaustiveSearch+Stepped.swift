import Layouts

@testable import Makeup

extension ExhaustiveSearch {
    /// The least cost of pages with one stepped story at the left or right edge. Either its inner legs are the deep
    /// ones, or its outer legs are, which then end at the page's foot. Other stories may be above it, beside it from
    /// the page's head to the foot of its inner legs, below that across the inner legs and the columns beside them, and
    /// under short outer legs.
    func stepped() -> Cost {
        var best = Cost.unreachable
        for story in page.ranks.indices {
            for wide in stride(from: 2, through: page.columns, by: 1) {
                let cells = page.widthVariants[story][wide - 1].variants.rows.map { $0 * wide }
                for isLeft in [true, false] {
                    for outer in 1..<wide {
                        for top in 0..<page.rows where top == 0 || top > 1 && wide < page.columns {
                            for short in top + 5..<max(top + 5, page.rows) {
                                for foot in short + 6..<max(short + 6, min(short + 32, page.rows) + 1) {
                                    let reaches = foot == page.rows
                                    let shorts = reaches ? wide - outer : outer
                                    let room = wide * (foot - top) - shorts * (foot - short)
                                    guard cells.contains(where: { (0...wide).contains(room - $0) }) else { continue }
                                    addStepped(
                                        story, isLeft, wide, outer: outer, top: top, short: short, foot: foot, &best)
                                }
                            }
                        }
                    }
                }
            }
        }
        return best
    }

    private func addStepped(
        _ story: Int, _ isLeft: Bool, _ wide: Int, outer: Int, top: Int, short: Int, foot: Int, _ best: inout Cost
    ) {
        let reaches = foot == page.rows, inner = reaches ? short : foot
        guard inner >= 8, page.rows - inner - 1 >= 8, reaches || short >= 8 else { return }
        let step = LegStep(
            columns: reaches ? wide - outer : outer, isAtLeft: isLeft != reaches, rows: foot - short)
        guard let variant = page.widthVariants[story][wide - 1].stepped?.variant(rows: foot - top, step: step) else {
            return
        }
        // The frames are computed for a story at the left, and mirrored for one at the right.
        func frame(_ columns: Range<Int>, _ rows: Range<Int>) -> GridRect {
            let turned = page.columns - columns.upperBound..<page.columns - columns.lowerBound
            return GridRect(columns: isLeft ? columns : turned, rows: rows)
        }
        var frames: [GridRect] = []
        if top > 0 { frames.append(frame(0..<wide, 0..<top - 1)) }
        if wide < page.columns { frames.append(frame(wide..<page.columns, 0..<inner)) }
        frames.append(frame(outer..<page.columns, inner + 1..<page.rows))
        if !reaches { frames.append(frame(0..<outer, short + 1..<page.rows)) }
        let own = 1 << story, rank = page.ranks[story]
        for (sets, ways) in divisions(of: all ^ own, frames, []) {
            var cost = variant.cost + depth(story, rows: top)
            if top > 0 { cost += inversion(sets[0], own) }
            guard wide < page.columns else {
                cost += inversion(own, all ^ own)
                best = min(best, ways.reduce(cost) { $0 + Self.least($1) })
                continue
            }
            // The part at the head of the story's columns, and the part beside it.
            let head: Ways = top > 0 ? ways[0] : [(Corners(left: rank, right: rank), .zero)]
            let beside = ways[top > 0 ? 1 : 0]
            let meeting = head.flatMap { one in
                beside.map { other in
                    let (a, b) = isLeft ? (one, other) : (other, one)
                    return a.cost + b.cost + butting(a.corners, b.corners)
                }
            }.min()!
            cost += meeting
            best = min(best, ways.dropFirst(top > 0 ? 2 : 1).reduce(cost) { $0 + Self.least($1) })
        }
    }

    /// All ways to divide pieces among frames, with the ways to fill each frame.
    private func divisions(
        of pieces: Pieces, _ frames: [GridRect], _ sets: [Pieces]
    ) -> [(sets: [Pieces], ways: [Ways])] {
        guard sets.count < frames.count else {
            let ways = zip(sets, frames).map { self.ways($0, $1) }
            return ways.allSatisfy { !$0.isEmpty } ? [(sets, ways)] : []
        }
        let frame = frames[sets.count]
        let parts = sets.count == frames.count - 1 ? [pieces] : halves[pieces]
        return parts.filter { $0 != 0 && fits($0, frame.columns.count, frame.rows.count) }.flatMap {
            divisions(of: pieces ^ $0, frames, sets + [$0])
        }
    }
}
