/// What some breaks cost by themselves: allowed, but not liked.
enum BreakPrice {
    /// A number and the counter behind it are read together (CLREQ 6.1.2.2): 2638|万元, 第|3 are parted only where the
    /// line would otherwise open by a quarter character and more.
    static let counter = 0.3
    /// A figure and its unit across a space, 25 km or 1 000: one as a rule, and kept so unless the line falls apart.
    static let unit = 12.0
    /// A hyphen costs as much as a line opened by three quarters of a character (CLREQ 6.1.4).
    static let hyphen = 2.0
    /// A dash or ellipsis at a line's start is allowed below the strict level, but not liked.
    static let dash = 0.5

    /// The charge of a line's end before cell i.
    static func charge(_ cells: [Cell], before i: Int) -> Double {
        let a = cells[i - 1], b = cells[i]
        switch (a.kind, b.kind) {
        case (.digit, .han), (.wideWestern, .han): return counter
        case (.han, .digit), (.han, .wideWestern): return a.scalar == "第" ? counter : 0
        case (_, .dash), (_, .ellipsis): return dash
        case (.space, .latin), (.space, .digit): return i > 1 && cells[i - 2].kind == .digit ? unit : 0
        case (.latin, .latin): return a.joint == .hyphen ? hyphen : 0
        default: return 0
        }
    }
}
