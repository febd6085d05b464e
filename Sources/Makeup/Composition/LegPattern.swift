/// The rows of a module's legs: many variants cut the same lines into the same legs, whatever stands over them.
struct LegPattern: Hashable {
    /// Which of the body's lengths, and characters in a line.
    @Variant.Small var length: Int
    @Variant.Small var measure: Int
    @Variant.Small var count: Int
    @Variant.Small private var rows: Int
    /// The first legs, which a headline takes so many rows of.
    @Variant.Small private var headed = 0
    @Variant.Small private var headRows = 0
    /// Other legs that a photo covers, and how many rows of them.
    @Variant.Small var first = 0
    @Variant.Small private var covered = 0
    @Variant.Small private var coveredRows = 0

    /// - Parameters:
    ///   - variant: with legs that end level.
    ///   - measure: the page's.
    @inline(__always)
    init(_ variant: UnsafePointer<Variant>, measure: Int) {
        length = variant.pointee.length
        count = variant.pointee.columns
        self.measure = measure
        rows = variant.pointee.bodyRows
        if let own = variant.pointee.ownLegs { (count, self.measure) = (own.count, own.measure) }
        switch variant.pointee.headlinePlace {
        case .beside(let columns): (headed, headRows) = (columns, rows)
        case .corner(let columns, let rows): (headed, headRows) = (columns, rows)
        case .across, .vertical: break
        }
        guard let photo = variant.pointee.photo, photo.level != .head else { return }
        (first, covered) = (photo.column, photo.columns)
        let over = photo.level == .side ? variant.pointee.rows - variant.pointee.bodyRows : 0
        coveredRows = photo.rows - over
    }

    /// Many thousand patterns are looked up, and what they differ in has room in a word.
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
