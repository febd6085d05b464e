internal import Layouts

/// The limits for the rows of parts on a page without cuts.
struct PartLimits: Hashable, Sendable {
    /// The least number of rows of a part.
    let leastRows: Int
    /// The number of rows between the two depths of a stepped story.
    let step: ClosedRange<Int>

    init(_ prices: Prices) { (leastRows, step) = (prices.page.leastPartRows, prices.steps.rows) }
}

/// The positions of the four outer parts of a pinwheel: two flat parts at the head and at the foot, and two tall parts
/// at the sides, round a fifth part in the middle.
///
///     flat top   flat top   tall top
///     tall foot  middle     tall top
///     tall foot  flat foot  flat foot
struct PinwheelShape: Hashable {
    /// The columns of each part.
    var flatTop, tallTop, flatFoot, tallFoot: Range<Int>
    /// Whether the flat part at the head is at the left.
    var flatIsLeft = true

    /// Every shape of a page, in both directions of turning. The flat part at the head takes at least half of the
    /// page's width, and the tall part at the foot at most half.
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
    ///   - high: the number of rows of the flat part at the head.
    ///   - low: the number of rows of the tall part at the head.
    func isPart(high: Int, low: Int, of rows: Int, _ limits: PartLimits) -> Bool {
        high >= limits.leastRows && low - high - 1 >= limits.leastRows && rows - low - 1 >= limits.leastRows
    }

    /// The rectangles of the parts: flat top, tall top, flat foot, tall foot, middle. One row stays white between them.
    func frames(high: Int, low: Int, of rows: Int) -> [GridRect] {
        [
            GridRect(columns: flatTop, rows: 0..<high), GridRect(columns: tallTop, rows: 0..<low),
            GridRect(columns: flatFoot, rows: low + 1..<rows), GridRect(columns: tallFoot, rows: high + 1..<rows),
            GridRect(columns: middle, rows: high + 1..<low),
        ]
    }

    /// The pairs of indices in `frames` of the parts whose headlines meet.
    static let neighbours = [(0, 1), (3, 4)]
}
