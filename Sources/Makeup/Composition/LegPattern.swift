/// The rows of a module's legs. Many variants cut the same lines into the same legs, with other parts over them.
struct LegPattern: Hashable {
    /// Which of the body's lengths, and the characters in a line.
    @Variant.Small var length: Int
    @Variant.Small var measure: Int
    @Variant.Small var count: Int
    @Variant.Small private var rows: Int
    /// How many legs have a headline at their head, and its rows.
    @Variant.Small private var headed = 0
    @Variant.Small private var headRows = 0
    /// The legs that a photo covers, and how many rows of each.
    @Variant.Small var first = 0
    @Variant.Small private var covered = 0
    @Variant.Small private var coveredRows = 0

    /// - Parameters:
    ///   - variant: with legs that end level.
    ///   - measure: the page's.
    @inline(__always)
    init(_ variant: borrowing Variant, measure: Int) {
        length = variant.length
        count = variant.columns
        self.measure = measure
        rows = variant.bodyRows
        if let own = variant.ownLegs { (count, self.measure) = (own.count, own.measure) }
        switch variant.headlinePlace {
        case .beside(let columns): (headed, headRows) = (columns, rows)
        case .corner(let columns, let rows): (headed, headRows) = (columns, rows)
        case .across, .vertical: break
        }
        guard let photo = variant.photo, photo.level != .head else { return }
        (first, covered) = (photo.column, photo.columns)
        let over = photo.level == .side ? variant.rows - variant.bodyRows : 0
        coveredRows = photo.rows - over
    }

    /// Combines the fields in one word, as many thousand patterns are looked up.
    func hash(into hasher: inout Hasher) {
        let legs = UInt64(bitPattern: Int64(count << 6 | first))
        let cells = UInt64(bitPattern: Int64(rows << 12 ^ coveredRows ^ headRows << 24))
        hasher.combine(legs << 48 ^ UInt64(bitPattern: Int64(length << 44 ^ covered << 38 ^ headed << 32)) ^ cells)
    }

    func rows(of leg: Int) -> Int {
        if leg < headed { return rows - headRows }
        return first..<first + covered ~= leg ? rows - coveredRows : rows
    }
}
