internal import Typesetting
internal import Copy
internal import Layouts

/// Fills pages one after another from a queue of stories. For each page, it plans sets of stories from the head of the
/// queue that are likely to fill the page. The other stories stay in the queue for the next page.
///
/// The sizes of the stories show how likely a set is to fill the page (`StoryEstimates`). Only the likeliest sets are
/// planned, and the plan of the chosen set becomes the plan of the page. The time for a page therefore does not depend
/// on the number of pages that follow.
struct GreedyAllocator {
    let slots: [PageSlot]
    let contexts: [PageContext]

    /// The greatest number of sets that are planned for a page, and for each place at which a story may be divided.
    private static let mostTried = 5
    private static let mostTriedParted = 2
    /// The greatest number of places at which a division of a story is tried on a page.
    private static let mostCuts = 4

    /// A story in the queue. It is typeset for one layout at a time.
    private final class Waiting {
        let entry: IllustratedArticle
        private var story: Story?
        private var layout: Layout?

        init(_ entry: IllustratedArticle) { self.entry = entry }

        func typeset(in context: PageContext) -> Story {
            if let story, layout == context.layout { return story }
            let typeset = context.typeset([entry])[0]
            (story, layout) = (typeset, context.layout)
            return typeset
        }
    }

    /// Allocates stories.
    ///
    /// - Parameter decide: receives each page's assignment before the search for the next page begins.
    func allocate(_ articles: [IllustratedArticle], _ decide: (_ page: Int, PageAssignment) throws -> Void) rethrows {
        var queue = articles.map(Waiting.init)
        for page in slots.indices.dropLast() { try decide(page, assignment(of: page, from: &queue)) }
        let last = slots.count - 1
        try decide(
            last, PageAssignment(slot: slots[last], stories: queue.map { $0.typeset(in: contexts[last]) }))
    }

    private func assignment(of page: Int, from queue: inout [Waiting]) -> PageAssignment {
        let context = contexts[page]
        let most = reach(into: queue, context)
        guard most > 0 else { return PageAssignment(slot: slots[page]) }
        let head = estimates(queue[..<most].map { $0.typeset(in: context) }, context)
        // The last stories of the queue, if they do not fill a page, are a page by themselves.
        if most == queue.count, head.haveRoom {
            let plan = context.filled(
                context.ranked(head.stories), fallbackRanks: head.stories.map(\.rank), .passing)
            return take(Array(0..<most), of: head, plan, page, from: &queue)
        }
        if let filled = filled(context, head, head.sets(), tries: Self.mostTried, work: SearchMeter.trial) {
            return take(filled.set, of: head, filled.plan, page, from: &queue)
        }
        if let parted = parted(head, from: &queue, page) { return parted }
        return take(opened(context, head), of: head, nil, page, from: &queue)
    }

    private func estimates(_ stories: [Story], _ context: PageContext) -> StoryEstimates {
        StoryEstimates(context.input(context.ranked(stories)))
    }

    /// The number of stories at the head of the queue that are candidates for a page: enough to choose from, and more
    /// than the page holds. With headlines and photos, stories take about one and a half times the space of their
    /// lines.
    private func reach(into queue: [Waiting], _ context: PageContext) -> Int {
        let room = context.room
        var lines = 0, count = 0
        while count < min(queue.count, StoryEstimates.mostStories), count < StoryEstimates.mostChosen || lines < room {
            lines += queue[count].typeset(in: context).body.best.rows
            count += 1
        }
        return count
    }

    private func take(
        _ set: [Int], of head: StoryEstimates, _ plan: BestFitPage?, _ page: Int, from queue: inout [Waiting]
    ) -> PageAssignment {
        for index in set.reversed() { queue.remove(at: index) }
        return assignment(of: page, set, of: head, plan)
    }

    private func assignment(of page: Int, _ set: [Int], of head: StoryEstimates, _ plan: BestFitPage?) -> PageAssignment
    {
        let stories = set.map { head.stories[$0] }
        return PageAssignment(slot: slots[page], stories: stories, fallbackRanks: stories.map(\.rank), plan: plan)
    }

    /// The set whose page costs least, and the plan of the page; nil if no set that is tried fills the page. The
    /// likeliest sets come first. The first page that is good enough to print is taken at once.
    private func filled(
        _ context: PageContext, _ head: StoryEstimates, _ sets: some Sequence<StoryEstimates.Choice>, tries: Int,
        work: Int
    ) -> (set: [Int], plan: BestFitPage)? {
        var best: (set: [Int], plan: BestFitPage, cost: Cost)?
        for choice in sets.prefix(tries) {
            let own = choice.set.map { head.stories[$0] }
            let plan = context.filled(context.ranked(own), fallbackRanks: own.map(\.rank), .passing, work: work)
            guard let plan else { continue }
            if plan.isGood { return (choice.set, plan) }
            let cost = plan.cost + choice.waiting + context.layout.prices.sharing.weakPage
            if best.map({ cost < $0.cost }) ?? true { best = (choice.set, plan, cost) }
        }
        return best.map { ($0.set, $0.plan) }
    }

    /// An assignment with the first part of a long story, which fills the page; nil if none is found. The second part
    /// becomes the head of the queue.
    private func parted(_ head: StoryEstimates, from queue: inout [Waiting], _ page: Int) -> PageAssignment? {
        let count = head.reaching, context = contexts[page]
        let own = queue[..<count].map(\.entry)
        let places = StoryCut.places(
            in: own.map(\.article), most: 2 * context.characters, context.layout.prices.jumps)
        for cut in places.prefix(Self.mostCuts) where own[cut.story].article.continuedFrom == nil {
            var parts = cut.parts(of: own)
            parts[cut.story].article.continuesOn = slots[page + 1].number
            parts[cut.story + 1].article.continuedFrom = slots[page].number
            let head = estimates(context.typeset(parts), context)
            let sets = head.sets().filter { $0.set.contains(cut.story) && !$0.set.contains(cut.story + 1) }
            guard let filled = filled(context, head, sets, tries: Self.mostTriedParted, work: SearchMeter.briefTrial)
            else { continue }
            let left = parts.indices.filter { !filled.set.contains($0) && $0 != cut.story + 1 }
            queue.replaceSubrange(..<count, with: ([cut.story + 1] + left).map { Waiting(parts[$0]) })
            return assignment(of: page, filled.set, of: head, filled.plan)
        }
        return nil
    }

    /// The stories of a page that no set fills: the fullest set that fits round holes.
    private func opened(_ context: PageContext, _ head: StoryEstimates) -> [Int] {
        let meter = SearchMeter(SearchMeter.plan)
        for choice in head.roomySets().prefix(Self.mostTried) where !meter.isSpent {
            let page = context.input(context.ranked(choice.set.map { head.stories[$0] }))
            if page.open(meter) != nil { return choice.set }
        }
        return [0]
    }
}
