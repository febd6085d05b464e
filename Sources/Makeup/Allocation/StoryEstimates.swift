internal import Layouts

/// Estimates which stories at the head of a queue are likely to fill a page, from the room that each of them takes.
struct StoryEstimates {
    let stories: [Story]
    /// The column-lines that each story takes in its cheapest form (`ideal`) and in its smallest (`least`), with the
    /// white row under it.
    private let ideal: [Double]
    private let least: [Double]
    private let room: Double
    private let prices: Prices.Sharing

    /// The number of stories among which the last ones of a page are chosen. All stories before them in the queue are
    /// on the page.
    static let mostChosen = 8
    /// The most stories that are considered for a page.
    static let mostStories = 20

    init(_ page: PagePlanInput) {
        stories = page.stories
        prices = page.layout.prices.sharing
        room = Double(page.room)
        least = page.leastCells.map(Double.init)
        ideal = page.cheapestCells.map(Double.init)
    }

    /// A set of the stories, in the order of the queue.
    struct Choice {
        var set: [Int]
        /// The cost of leaving the other stories for later pages.
        var waiting: Cost
        /// The cost of leaving the others, and the estimated cost of the page.
        var cost: Cost
        /// The column-lines that the set takes in its cheapest forms.
        var size: Double
    }

    /// Whether the page has room for all of the stories in their cheapest forms.
    var haveRoom: Bool { ideal.reduce(0, +) <= room }

    /// The number of stories, from the head of the queue, that are enough to fill the page with some to spare.
    var reaching: Int {
        var sum = 0.0
        let index = ideal.firstIndex { size in
            defer { sum += size }
            return sum >= prices.reach * room
        }
        return index ?? stories.count
    }

    /// The sets that may fill the page, the most likely first.
    func sets() -> [Choice] {
        choices { least, _ in least <= room * (1 - prices.play) }.sorted { $0.cost < $1.cost }
    }

    /// The sets that the page has room for, the fullest first.
    func roomySets() -> [Choice] {
        choices { _, ideal in ideal <= room }.sorted { ($1.size, $0.cost) < ($0.size, $1.cost) }
    }

    private func choices(_ isWanted: (_ least: Double, _ ideal: Double) -> Bool) -> [Choice] {
        let count = reaching, fixed = max(0, count - Self.mostChosen)
        return (0..<1 << (count - fixed)).compactMap { choice in
            let bits = choice << fixed | (1 << fixed - 1)
            guard bits != 0 else { return nil }
            let set = (0..<count).filter { bits & 1 << $0 != 0 }
            let size = set.reduce(0) { $0 + ideal[$1] }
            guard isWanted(set.reduce(0) { $0 + least[$1] }, size) else { return nil }
            let waiting = (0..<count).reduce(Cost.zero) { sum, story in
                guard bits & 1 << story == 0 else { return sum }
                return sum + prices.later(stories[story].rank) + prices.waitingStory * (count - 1 - story)
            }
            let off = (size / room - prices.goodShare) * 100
            return Choice(set: set, waiting: waiting, cost: waiting + prices.unlikelyFit * (off * off), size: size)
        }
    }
}
