/// The rows of each leg of a module, as the key under which the cost of a cut is cached: many variants cut the same
/// lines into the same legs, under different headlines and photos.
struct LegPattern: Hashable {
    /// The index of the body's length, and the characters in a line.
    @Variant.Small var length: Int
    @Variant.Small var measure: Int
    @Variant.Small var count: Int
    @Variant.Small private var rows: Int
    /// The number of legs at whose head the headline is, and its rows.
    @Variant.Small private var headed = 0
    @Variant.Small private var headRows = 0
    /// The first leg that a photo covers, the number of covered legs, and the rows that it takes of each.
    @Variant.Small var first = 0
    @Variant.Small private var covered = 0
    @Variant.Small private var coveredRows = 0

    /// - Parameters:
    ///   - variant: a variant whose legs end level.
    ///   - measure: the characters in a line of the page's columns.
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

    /// Combines the fields into one word, because many thousands of patterns are looked up.
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
