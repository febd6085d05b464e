internal import Layouts

/// How many rows the parts of a page without cuts have.
struct PartLimits: Hashable, Sendable {
    /// Rows of a part at least.
    let leastRows: Int
    /// Rows between the two depths of a stepped story.
    let step: ClosedRange<Int>

    init(_ prices: Prices) { (leastRows, step) = (prices.page.leastPartRows, prices.steps.rows) }
}

/// Where the four outer parts of a pinwheel stand: two flat ones, at the head and at the foot, and two tall ones at the
/// sides, round a fifth in the middle.
///
///     flat top   flat top   tall top
///     tall foot  middle     tall top
///     tall foot  flat foot  flat foot
struct PinwheelShape: Hashable {
    /// The columns of each part.
    var flatTop, tallTop, flatFoot, tallFoot: Range<Int>
    /// Whether the flat part at the head stands at the left.
    var flatIsLeft = true

    /// Every shape of a page, turning one way and the other. The flat part at the head takes at least half the page,
    /// the tall one at the foot at most half.
    static func all(columns: Int) -> [PinwheelShape] {
        guard columns >= 3 else { return [] }
        return ((columns + 1) / 2..<columns).flatMap { wide in
            (1...columns / 2).filter { $0 < wide }.flatMap { narrow in
                [
                    PinwheelShape(
                        flatTop: 0..<wide, tallTop: wide..<columns, flatFoot: narrow..<columns, tallFoot: 0..<narrow),
                    PinwheelShape(
                        flatTop: columns - wide..<columns, tallTop: 0..<columns - wide, flatFoot: 0..<columns - narrow,
                        tallFoot: columns - narrow..<columns, flatIsLeft: false),
                ]
            }
        }
    }

    var middle: Range<Int> {
        flatIsLeft ? tallFoot.upperBound..<flatTop.upperBound : flatTop.lowerBound..<tallFoot.lowerBound
    }

    /// Whether every part is high enough.
    ///
    /// - Parameters:
    ///   - high: the rows of the flat part at the head.
    ///   - low: the rows of the tall part at the head.
    func isPart(high: Int, low: Int, of rows: Int, _ limits: PartLimits) -> Bool {
        high >= limits.leastRows && low - high - 1 >= limits.leastRows && rows - low - 1 >= limits.leastRows
    }

    /// The parts' cells: flat top, tall top, flat foot, tall foot, middle. One row stays white between them.
    func frames(high: Int, low: Int, of rows: Int) -> [GridRect] {
        [
            GridRect(columns: flatTop, rows: 0..<high), GridRect(columns: tallTop, rows: 0..<low),
            GridRect(columns: flatFoot, rows: low + 1..<rows), GridRect(columns: tallFoot, rows: high + 1..<rows),
            GridRect(columns: middle, rows: high + 1..<low),
        ]
    }

    /// The pairs of those parts whose headlines meet.
    static let neighbours = [(0, 1), (3, 4)]
}
