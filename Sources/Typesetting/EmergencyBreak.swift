/// Where a line is torn that holds a single piece wider than itself: a long address, a chemical's name, a row of dots.
enum EmergencyBreak {
    /// A line this much empty, as a share of its width, is worse than a torn word.
    static let gapingShare = 0.7

    /// Whether the piece may be torn before a cell without breaking more rules than that of one piece: a mark stays with
    /// its word, and — and … with their twins.
    static func isTolerable(_ cells: [Cell], before i: Int) -> Bool {
        guard i > 0, i < cells.count else { return true }
        let a = cells[i - 1], b = cells[i]
        return (a.kind.isWestern || a.kind == .westernSign || a.kind == .wideWestern)
            && (b.kind.isWestern || b.kind == .wideWestern)
    }
}
