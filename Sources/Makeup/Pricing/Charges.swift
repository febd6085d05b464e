internal import Layouts

/// What a charge is for: the terms of a report, by name and in its order.
enum ChargeTerm: String, CaseIterable, Sendable {
    // Faults inside a module.
    /// Breaks of the title, lines too many, sizes under the ladder's largest.
    case headlines
    /// One-column headlines of more than a few lines.
    case deepHeadlines = "tower headlines"
    /// White over and under headlines beyond their style's.
    case spareRows = "spare rows"
    /// White at the sides of headlines that are much narrower than their columns.
    case headlineSides = "headline sides"
    case whiteLines = "white lines"
    /// Legs too short, too shallow or too long.
    case legLengths = "leg lengths"
    /// Lines left alone at legs' heads and feet, subheads at feet, legs that end unevenly.
    case loneLines = "lone lines"
    /// Bodies set longer or shorter than they are set best.
    case bodyLengths = "body lengths"
    case photoCrops = "photo crops"
    /// Photos smaller than their headline or their rank, or than their share of the module.
    case photoSizes = "photo sizes"
    case photoPlaces = "photo places"
    /// Headlines beside their text or upright, boxes that are not there, legs of two depths.
    case forms
    case narrowLead = "narrow lead"
    /// What no term accounts for: nothing, on a page that the planner made.
    case other

    // Faults between modules.
    /// Stories below the page's head, by rank.
    case depth
    /// A higher rank in the part below a lower one.
    case inversion
    /// A higher rank in the part at the right of a lower one.
    case order
    /// Headlines side by side at one height.
    case butting
    /// Cuts from edge to edge of the page.
    case cuts

    /// What no story fills.
    case fillers

    /// The faults between modules.
    static let betweenModules: [ChargeTerm] = [.depth, .inversion, .order, .butting, .cuts]
    /// The faults inside a module.
    static let insideModules = allCases.filter { !betweenModules.contains($0) && $0 != .fillers }
}

/// A sum of charges: plain, as a `Cost`, or by term, as an `ItemisedCost`. Charges are computed by code that is written
/// once for both.
protocol ChargeSum {
    static var zero: Self { get }
    mutating func add(_ cost: Cost, for term: ChargeTerm)
    static func + (a: Self, b: Self) -> Self
    var total: Cost { get }
}

extension Cost: ChargeSum {
    @inline(__always)
    mutating func add(_ cost: Cost, for term: ChargeTerm) { self += cost }

    @inline(__always)
    var total: Cost { self }
}

/// A sum of charges by what they are for.
struct ItemisedCost: ChargeSum, Hashable, Sendable {
    /// Without the terms that cost nothing.
    private var costs: [ChargeTerm: Cost] = [:]

    static var zero: ItemisedCost { ItemisedCost() }

    subscript(term: ChargeTerm) -> Cost { costs[term] ?? .zero }

    mutating func add(_ cost: Cost, for term: ChargeTerm) {
        if cost != .zero { costs[term, default: .zero] += cost }
    }

    var total: Cost { costs.values.reduce(.zero, +) }

    static func + (a: ItemisedCost, b: ItemisedCost) -> ItemisedCost {
        var sum = a
        sum.costs.merge(b.costs, uniquingKeysWith: +)
        return sum
    }
}
