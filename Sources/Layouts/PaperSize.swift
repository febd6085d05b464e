import Pages

/// Trimmed sheets: by name, as a trade knows them, or by measure.
enum PaperSize {
    /// Broadsheet and tabloid are the sizes that Chinese dailies are trimmed to.
    static let named: [(name: String, size: Size)] = [
        ("对开", Size(width: .mm(390), height: .mm(545))),
        ("broadsheet", Size(width: .mm(390), height: .mm(545))),
        ("四开", Size(width: .mm(270), height: .mm(390))),
        ("tabloid", Size(width: .mm(270), height: .mm(390))),
        ("A2", Size(width: .mm(420), height: .mm(594))),
        ("A3", Size(width: .mm(297), height: .mm(420))),
        ("A4", Size(width: .mm(210), height: .mm(297))),
        ("A5", Size(width: .mm(148), height: .mm(210))),
    ]

    static let smallest = Length.mm(50)
    /// Cairo and PDF readers go to 200 inches; no press prints a wider sheet.
    static let largest = Length.mm(5000)

    /// “A4”, “对开”, “390mm × 545mm”; nil when the text is neither a name nor two lengths.
    static func read(_ text: String) -> Size? {
        if let named = named.first(where: { $0.name.lowercased() == text.lowercased() }) { return named.size }
        let sides = text.split(omittingEmptySubsequences: false) { "×xX*".contains($0) }
            .map { side in Quantity(side.trimmed).flatMap { Units.paper.length($0) } }
        guard sides.count == 2, let width = sides[0], let height = sides[1],
            (smallest...largest).contains(width), (smallest...largest).contains(height)
        else { return nil }
        return Size(width: width, height: height)
    }
}

extension Substring {
    /// Without the blanks at both ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
