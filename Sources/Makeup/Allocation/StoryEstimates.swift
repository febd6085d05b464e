internal import Layouts

/// The stories at the head of a queue by the room that they ask for on a page, and which sets of them are likely to fill
/// it.
struct StoryEstimates {
    let stories: [Story]
    /// What each takes in its cheapest form and at least, in column-lines with the white row under it.
    private let ideal: [Double]
    private let least: [Double]
    private let room: Double
    private let prices: Prices.Sharing

    /// Stories among which a page's last ones are chosen; those before them in the queue stand on it.
    static let mostChosen = 8
    /// The most stories that are looked at for a page.
    static let mostStories = 20

    init(_ page: PagePlanInput) {
        stories = page.stories
        prices = page.layout.prices.sharing
        room = Double(page.room)
        least = page.leastCells.map(Double.init)
        ideal = page.cheapestCells.map(Double.init)
    }

    /// A set of the stories, in their order.
    struct Choice {
        var set: [Int]
        /// What it costs that the others wait.
        var waiting: Cost
        /// That, and what the page is likely to cost.
        var cost: Cost
        /// What the set takes in its cheapest forms.
        var size: Double
    }

    /// Whether the page has room for all of the stories, in their cheapest forms.
    var haveRoom: Bool { ideal.reduce(0, +) <= room }

    /// How many of the stories reach over the page.
    var reaching: Int {
        var sum = 0.0
        let index = ideal.firstIndex { size in
            defer { sum += size }
            return sum >= prices.reach * room
        }
        return index ?? stories.count
    }

    /// The sets that may fill the page, the likeliest first.
    func sets() -> [Choice] {
        choices { least, _ in least <= room * (1 - prices.play) }.sorted { $0.cost < $1.cost }
    }

    /// The sets for which the page has room, the fullest first.
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
