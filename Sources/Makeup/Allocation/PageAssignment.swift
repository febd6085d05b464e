/// What a page gets.
struct PageAssignment {
    var stories: [Story]
    /// The ranks that its stories had among all of them, to fall back on.
    var ranks: [Int]?
}
