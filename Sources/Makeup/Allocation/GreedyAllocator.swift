internal import Copy
internal import Layouts
internal import Typesetting

/// Fills pages one after the other from a queue of stories, as a copy desk does with a long evening's copy: of the stories
/// at its head the sets that are likely to fill the page are tried, and the others wait for the next one.
///
/// What a set is likely to do its stories' sizes tell (`StoryEstimates`), which is arithmetic; only the likeliest sets are
/// planned, and the plan that is taken is the page's. So the time that a page takes does not hang on how many follow.
struct GreedyAllocator {
    let numbers: [Int]
    let makers: [PageComposer]

    /// Sets of stories that are planned for a page, and for each place at which a story may be parted.
    private static let mostTried = 5
    private static let mostTriedParted = 2
    /// Places to part a story at that are tried on a page.
    private static let mostCuts = 4

    /// A story that waits, and how it is set for the page that it was weighed for.
    private final class Waiting {
        let article: Article
        let pictures: [Picture]
        private var story: Story?
        private var layout: Layout?

        init(_ entry: (Article, [Picture])) { (article, pictures) = entry }

        func set(for maker: PageComposer) -> Story {
            if let story, layout == maker.layout { return story }
            let set = maker.set([(article, pictures)])[0]
            (story, layout) = (set, maker.layout)
            return set
        }
    }

    /// Shares stories out.
    ///
    /// - Parameter decided: is told each page's, before the next page's are looked for.
    func shares(of articles: [(Article, [Picture])], _ decided: (_ page: Int, PageAssignment) -> Void) {
        var queue = articles.map(Waiting.init)
        for page in makers.indices.dropLast() { decided(page, take(from: &queue, page)) }
        let last = makers.count - 1
        decided(last, PageAssignment(stories: queue.indices.map { queue[$0].set(for: makers[last]) }))
    }

    private func take(from queue: inout [Waiting], _ page: Int) -> PageAssignment {
        let maker = makers[page]
        let most = reach(into: queue, maker)
        guard most > 0 else { return PageAssignment(stories: []) }
        let head = StoryEstimates(maker.autoPage(maker.judged((0..<most).map { queue[$0].set(for: maker) })))
        // What is left at the end and fills no page is a page for itself.
        if most == queue.count, head.haveRoom {
            // Planned as the pages before it, if that fills it.
            _ = maker.filled(maker.judged(head.stories), ranks: head.stories.map(\.rank), .passing)
            return take(Array(0..<most), of: head, from: &queue)
        }
        if let set = filled(maker, head, head.sets(), tries: Self.mostTried) {
            return take(set, of: head, from: &queue)
        }
        if let share = parted(head, from: &queue, page) { return share }
        return take(opened(maker, head), of: head, from: &queue)
    }

    /// How many stories of the queue are looked at for a page: enough to choose from, and more than it holds. With their
    /// heads and photos stories take about half as much again as their lines.
    private func reach(into queue: [Waiting], _ maker: PageComposer) -> Int {
        var lines = 0, count = 0
        while count < min(queue.count, StoryEstimates.mostWeighed),
            count < StoryEstimates.mostChosen || lines < maker.room
        {
            lines += queue[count].set(for: maker).body.best.rows
            count += 1
        }
        return count
    }

    private func take(_ set: [Int], of head: StoryEstimates, from queue: inout [Waiting]) -> PageAssignment {
        for index in set.reversed() { queue.remove(at: index) }
        return PageAssignment(stories: set.map { head.stories[$0] }, ranks: set.map { head.stories[$0].rank })
    }

    /// Of some sets, the likeliest first, the one whose page costs least; the first that nobody would send back is taken at
    /// once. Nil where none of those that are tried fills the page.
    private func filled(
        _ maker: PageComposer, _ head: StoryEstimates, _ sets: some Sequence<StoryEstimates.Choice>, tries: Int
    ) -> [Int]? {
        var best: (set: [Int], cost: Cost)?
        for choice in sets.prefix(tries) {
            let own = choice.set.map { head.stories[$0] }
            guard let page = maker.filled(maker.judged(own), ranks: own.map(\.rank), .passing) else { continue }
            if page.isGood { return choice.set }
            let cost = page.cost + choice.waiting + maker.layout.prices.sharing.weakPage
            if best.map({ cost < $0.cost }) ?? true { best = (choice.set, cost) }
        }
        return best?.set
    }

    /// A long story in two parts: the first fills the page, the second stands at the queue's new head.
    private func parted(_ head: StoryEstimates, from queue: inout [Waiting], _ page: Int) -> PageAssignment? {
        let count = head.reaching
        let own = queue[..<count].map { ($0.article, $0.pictures) }
        let places = StoryCut.places(
            in: own.map(\.0), most: 2 * makers[page].characters, makers[page].layout.prices.jumps)
        for cut in places.prefix(Self.mostCuts) where own[cut.story].0.continuedFrom == nil {
            var parts = cut.parts(of: own)
            parts[cut.story].0.continuesOn = numbers[page + 1]
            parts[cut.story + 1].0.continuedFrom = numbers[page]
            let maker = makers[page]
            let head = StoryEstimates(maker.autoPage(maker.judged(maker.set(parts))))
            let sets = head.sets().filter { $0.set.contains(cut.story) && !$0.set.contains(cut.story + 1) }
            guard let set = filled(maker, head, sets, tries: Self.mostTriedParted) else { continue }
            let left = parts.indices.filter { !set.contains($0) && $0 != cut.story + 1 }
            queue.replaceSubrange(..<count, with: ([cut.story + 1] + left).map { Waiting(parts[$0]) })
            return PageAssignment(stories: set.map { head.stories[$0] }, ranks: set.map { head.stories[$0].rank })
        }
        return nil
    }

    /// Where no set fills the page: the fullest set that stands on it round holes.
    private func opened(_ maker: PageComposer, _ head: StoryEstimates) -> [Int] {
        for choice in head.roomySets().prefix(Self.mostTried) {
            let page = maker.autoPage(maker.judged(choice.set.map { head.stories[$0] }))
            if page.open(Array(page.stories.indices)) != nil { return choice.set }
        }
        return [0]
    }
}
