internal import Layouts

/// The terms of a report: what a charge is for, in the order of the report.
enum ChargeTerm: String, CaseIterable, Sendable {
    // Faults inside a module.
    /// Line breaks of the title, extra lines, and sizes below the largest of the style.
    case headlines
    /// One-column headlines of more than a few lines.
    case deepHeadlines = "tower headlines"
    /// White above and below headlines, beyond that of their style.
    case spareRows = "spare rows"
    /// White at the sides of headlines that are much narrower than their columns.
    case headlineSides = "headline sides"
    case whiteLines = "white lines"
    /// Legs that are too short, too shallow or too long.
    case legLengths = "leg lengths"
    /// Single lines at the heads and feet of legs, subheads at feet, and legs that end unevenly.
    case loneLines = "lone lines"
    /// Bodies that are longer or shorter than in their best setting.
    case bodyLengths = "body lengths"
    case photoCrops = "photo crops"
    /// Photos that are small for their headline, their rank or their module.
    case photoSizes = "photo sizes"
    case photoPlaces = "photo places"
    /// Headlines beside their text or in vertical lines, missing boxes, and legs of two depths.
    case forms
    case narrowLead = "narrow lead"
    /// The rest, which no other term accounts for: zero on a page that the planner made.
    case other

    // Faults between modules.
    /// Stories below the page's head, by rank.
    case depth
    /// Stories of higher rank in the part below one of lower rank.
    case inversion
    /// Stories of higher rank in the part to the right of one of lower rank.
    case order
    /// Headlines side by side at the same height.
    case butting
    /// Cuts from edge to edge of the page.
    case cuts

    /// Space that no story fills.
    case fillers

    /// The faults between modules.
    static let betweenModules: [ChargeTerm] = [.depth, .inversion, .order, .butting, .cuts]
    /// The faults inside a module.
    static let insideModules = allCases.filter { !betweenModules.contains($0) && $0 != .fillers }
}

/// A sum of charges: plain, as a `Cost`, or by term, as an `ItemisedCost`. The code that computes charges is generic
/// over both.
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

/// A sum of charges by term.
struct ItemisedCost: ChargeSum, Hashable, Sendable {
    /// The costs by term, without terms that cost nothing.
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
