/// What a dummy is charged for how its modules stand to each other. Faults inside a module are charged by
/// `VariantGenerator.Charge`. One unit is about a white line at a leg's foot.
public enum PlanCost {
    /// Headlines side by side at one height (碰题), by how many ranks they differ: alike they read as one line.
    static let butting: [Double] = [16, 5, 1.5]

    /// A gutter that runs the page's whole height tears it in two (通缝); a rule across its whole width cuts it (断版),
    /// which is seen more often. An art director sends such a page back: each of them is dearer than all that a module
    /// can have against it, and cheaper than a filler.
    public static let cutDown = 80.0
    public static let cutAcross = 55.0

    /// A part that holds a higher rank than anything in the part above it, and one that holds the lead: under another
    /// story's headline nobody takes it for that.
    static let rankInversion = 16.0
    static let leadInversion = 60.0
    /// The same for the part at its left.
    static let rankAtRight = 0.5

    /// What it costs to move a story of each rank from the page's head to its foot; beyond the last rank nothing.
    static let depth: [Double] = [200, 12, 3, 1]
    /// Of stories of one rank the earlier in the copy should stand higher: from the first to the last this share goes.
    static let laterInCopy = 0.4

    static func depth(rank: Int, place: Int, of count: Int) -> Double {
        guard rank <= depth.count else { return 0 }
        return depth[max(0, rank - 1)] * (1 - laterInCopy * Double(place) / Double(max(1, count)))
    }

    /// - Parameter rank: the highest of the part below, which is higher than any above it.
    static func inversion(rank: Int) -> Double { rank == 1 ? leadInversion : rankInversion }

    /// - Parameters: the ranks of the headlines that meet; 0 for none, such as a picture's or a furniture's edge.
    static func butting(_ a: UInt8, _ b: UInt8) -> Double {
        guard a > 0, b > 0 else { return 0 }
        let apart = Int(a > b ? a - b : b - a)
        return apart < butting.count ? butting[apart] : 0
    }
}
