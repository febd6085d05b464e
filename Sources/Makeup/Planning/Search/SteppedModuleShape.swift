internal import Layouts

/// The positions of the parts of a page with a stepped story. The stepped story (1) has legs of two depths. It is at
/// the page's left or right edge, with or without other stories above it (0). Either the inner legs are the deep ones,
/// or the outer legs are and reach the page's foot:
///
///     0 0 0 0 2       1 1 1 1 1         0 0 0 0 2
///     1 1 1 1 2       4 1 1 1 1         1 1 1 1 2
///     4 1 1 1 2       4 3 3 3 3         1 1 1 1 2
///     4 3 3 3 3       4 3 3 3 3         1 3 3 3 3
///
/// Each shape also exists mirrored.
struct SteppedModuleShape: Hashable {
    /// The columns of the stepped story, and the number of them that belong to the outer legs.
    var flat: Range<Int>
    var narrow: Int
    /// Whether the story is at the left edge.
    var flatIsLeft: Bool
    /// Whether the deep legs are the outer ones.
    var reachesFoot: Bool
    var columns: Int

    static func all(columns: Int) -> [SteppedModuleShape] {
        guard columns >= 2 else { return [] }
        return (2...columns).flatMap { wide in
            (1..<wide).flatMap { narrow in
                [true, false].flatMap { isLeft in
                    [false, true].map { reachesFoot in
                        SteppedModuleShape(
                            flat: isLeft ? 0..<wide : columns - wide..<columns, narrow: narrow, flatIsLeft: isLeft,
                            reachesFoot: reachesFoot, columns: columns)
                    }
                }
            }
        }
    }

    /// Whether the story is as wide as the page. Then no other story is above it.
    var isAcross: Bool { flat.count == columns }

    /// Whether every part is high enough.
    ///
    /// - Parameters:
    ///   - high: the row in which the outer legs end, if they are the short ones.
    ///   - low: the row in which the inner legs end.
    func isPart(high: Int, low: Int, of rows: Int, _ limits: PartLimits) -> Bool {
        let least = limits.leastRows
        return rows - low - 1 >= least && low >= least
            && (reachesFoot ? high == rows : high >= least)
            && limits.step ~= (reachesFoot ? rows - low : low - high)
    }

    /// The step of the stepped story.
    func step(high: Int, low: Int, of rows: Int) -> LegStep {
        reachesFoot
            ? LegStep(columns: flat.count - narrow, isAtLeft: !flatIsLeft, rows: rows - low)
            : LegStep(columns: narrow, isAtLeft: flatIsLeft, rows: low - high)
    }

    /// The row in which the deep legs end.
    func foot(low: Int, of rows: Int) -> Int { reachesFoot ? rows : low }

    /// The number of cells in the stepped story's part, including the pieces above the story.
    func ownCells(high: Int, low: Int, of rows: Int) -> Int {
        let step = step(high: high, low: low, of: rows)
        return foot(low: low, of: rows) * flat.count - step.rows * step.columns
    }

    /// The number of columns of each part beside and below the story; 0 for a part that the shape does not have.
    var widths: SIMD4<Int> { SIMD4(columns - flat.count, columns - narrow, reachesFoot ? 0 : narrow, 0) }

    /// The rectangles of the parts beside and below the story: tall part at the head, flat part at the foot, tall part
    /// at the foot. A part that the shape does not have is nil.
    func frames(high: Int, low: Int, of rows: Int) -> [GridRect?] {
        let beside = flatIsLeft ? flat.upperBound..<columns : 0..<flat.lowerBound
        let under = flatIsLeft ? narrow..<columns : 0..<columns - narrow
        let outer = flatIsLeft ? 0..<narrow : columns - narrow..<columns
        return [
            isAcross ? nil : GridRect(columns: beside, rows: 0..<low), GridRect(columns: under, rows: low + 1..<rows),
            reachesFoot ? nil : GridRect(columns: outer, rows: high + 1..<rows),
        ]
    }

    /// The shape that a stepped story in a rectangle belongs to, and the rows in which its legs end; nil if there is no
    /// such shape.
    static func of(_ cells: GridRect, _ step: LegStep, columns: Int, rows: Int, _ limits: PartLimits) -> (
        shape: SteppedModuleShape, high: Int, low: Int
    )? {
        let short = cells.rows.upperBound - step.rows, deep = cells.rows.upperBound
        let high = deep == rows ? rows : short, low = deep == rows ? short : deep
        let shape = all(columns: columns).first { shape in
            shape.flat == cells.columns && shape.reachesFoot == (deep == rows)
                && shape.isPart(high: high, low: low, of: rows, limits)
                && shape.step(high: high, low: low, of: rows) == step
        }
        return shape.map { ($0, high, low) }
    }
}
