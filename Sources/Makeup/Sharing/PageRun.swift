internal import Copy
internal import Layouts
internal import Typesetting

/// Fills pages one after the other from a queue of stories, as a copy desk does with a long evening's copy: the stories
/// at its head are weighed in every combination, the best set that fills the page is taken, the others wait for the next.
struct PageRun {
    let numbers: [Int]
    let makers: [PageMaker]

    /// Stories are weighed until they would fill a page and this much of another, and never more than so many.
    private static let reach = 1.35
    private static let mostWeighed = 8
    /// What it costs to let a story wait, for each that comes after it: the order of the copy is the editors'.
    private static let waiting = 4.0
    /// Places to part a story at that are tried on a page.
    private static let mostCuts = 4

    /// A story that waits, and how it is set for the page that it was weighed for.
    private struct Waiting {
        var article: Article
        var pictures: [Picture]
        var story: Story?
        var layout: Layout?

        init(_ entry: (Article, [Picture])) { (article, pictures) = entry }

        mutating func set(for maker: PageMaker) -> Story {
            if let story, layout == maker.layout { return story }
            let set = maker.set([(article, pictures)])[0]
            (story, layout) = (set, maker.layout)
            return set
        }
    }

    func shares(of articles: [(Article, [Picture])]) -> [StoryDealer.Share] {
        var queue = articles.map(Waiting.init)
        return makers.indices.map { page in
            guard page < makers.count - 1 else {
                return StoryDealer.Share(stories: queue.indices.map { queue[$0].set(for: makers[page]) })
            }
            return take(from: &queue, page)
        }
    }

    private func take(from queue: inout [Waiting], _ page: Int) -> StoryDealer.Share {
        let maker = makers[page]
        let head = self.head(of: &queue, maker)
        guard !head.stories.isEmpty else { return StoryDealer.Share(stories: []) }
        if let set = best(head) { return take(set, of: head, from: &queue) }
        if let share = parted(head.stories.count, from: &queue, page) { return share }
        let set = best(head, isOpen: true) ?? mostThatFit(head)
        return take(set, of: head, from: &queue)
    }

    private func take(_ set: [Int], of head: AutoPage, from queue: inout [Waiting]) -> StoryDealer.Share {
        for index in set.reversed() { queue.remove(at: index) }
        return StoryDealer.Share(stories: set.map { head.stories[$0] }, ranks: set.map { head.stories[$0].rank })
    }

    /// The stories at the queue's head that are weighed for a page.
    private func head(of queue: inout [Waiting], _ maker: PageMaker) -> AutoPage {
        let most = min(queue.count, Self.mostWeighed)
        let page = maker.autoPage(maker.judged((0..<most).map { queue[$0].set(for: maker) }))
        let room = Double(-page.excessLines([])) * Self.reach
        var cells = 0.0
        let count = page.stories.indices.first { story in
            defer { cells += Double(page.excessLines([story]) - page.excessLines([])) }
            return cells >= room
        }
        return count.map { maker.autoPage(maker.judged(Array(page.stories[..<$0]))) } ?? page
    }

    /// The set of stories that the page is best filled with; nil when none fills it.
    private func best(_ page: AutoPage, isOpen: Bool = false, with must: Int? = nil) -> [Int]? {
        let head = page.stories
        let costs = page.costs(isOpen: isOpen).cut
        var best: (set: Int, cost: Double)?
        for set in 1..<(1 << head.count) where costs[set] < .infinity {
            if let must, set & 1 << must == 0 || set & 2 << must != 0 { continue }
            let waiting = head.indices.reduce(0.0) { sum, story in
                guard set & 1 << story == 0 else { return sum }
                return sum + StoryDealer.later(head[story].rank) + Self.waiting * Double(head.count - 1 - story)
            }
            if best.map({ costs[set] + waiting < $0.cost }) ?? true { best = (set, costs[set] + waiting) }
        }
        return best.map { best in head.indices.filter { best.set & 1 << $0 != 0 } }
    }

    /// A long story in two parts: the first fills the page, the second stands at the queue's new head.
    private func parted(_ count: Int, from queue: inout [Waiting], _ page: Int) -> StoryDealer.Share? {
        let own = queue[..<count].map { ($0.article, $0.pictures) }
        for cut in StoryCut.places(in: own.map(\.0)).prefix(Self.mostCuts) where own[cut.story].0.continuedFrom == nil {
            var parts = cut.parts(of: own)
            parts[cut.story].0.continuesOn = numbers[page + 1]
            parts[cut.story + 1].0.continuedFrom = numbers[page]
            let head = makers[page].autoPage(makers[page].judged(makers[page].set(parts)))
            guard let set = best(head, with: cut.story) else { continue }
            let left = parts.indices.filter { !set.contains($0) && $0 != cut.story + 1 }
            queue.replaceSubrange(..<count, with: ([cut.story + 1] + left).map { Waiting(parts[$0]) })
            return StoryDealer.Share(stories: set.map { head.stories[$0] }, ranks: set.map { head.stories[$0].rank })
        }
        return nil
    }

    /// As many as the page has room for, in the order of the queue.
    private func mostThatFit(_ page: AutoPage) -> [Int] {
        page.stories.indices.reduce(into: []) { set, story in
            if set.isEmpty || page.excessLines(set + [story]) <= 0 { set.append(story) }
        }
    }
}
