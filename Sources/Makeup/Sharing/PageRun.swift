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

    func shares(of articles: [(Article, [Picture])]) -> [StoryDealer.Share] {
        var queue = articles
        return makers.indices.map { page in
            guard page < makers.count - 1 else { return StoryDealer.Share(stories: makers[page].set(queue)) }
            return take(from: &queue, page)
        }
    }

    private func take(from queue: inout [(Article, [Picture])], _ page: Int) -> StoryDealer.Share {
        let maker = makers[page]
        let head = self.head(of: queue, maker)
        guard !head.isEmpty else { return StoryDealer.Share(stories: []) }
        if let set = best(head, maker, fillers: 0) ?? nil { return take(set, of: head, from: &queue) }
        if let share = parted(head, from: &queue, page) { return share }
        let set = best(head, maker, fillers: 1) ?? best(head, maker, fillers: 2) ?? mostThatFit(head, maker)
        return take(set, of: head, from: &queue)
    }

    private func take(_ set: [Int], of head: [Story], from queue: inout [(Article, [Picture])]) -> StoryDealer.Share {
        for index in set.reversed() { queue.remove(at: index) }
        return StoryDealer.Share(stories: set.map { head[$0] }, ranks: set.map { head[$0].rank })
    }

    /// The stories at the queue's head that are weighed for a page.
    private func head(of queue: [(Article, [Picture])], _ maker: PageMaker) -> [Story] {
        var head: [Story] = []
        let room = -maker.autoPage([]).excessLines([])
        var cells = 0
        for entry in queue.prefix(Self.mostWeighed) where Double(cells) < Double(room) * Self.reach {
            let stories = maker.set([entry])
            cells += maker.autoPage(stories).excessLines([0]) + room
            head += stories
        }
        return maker.judged(head)
    }

    /// The set of stories that the page is best filled with; nil when none fills it.
    private func best(_ head: [Story], _ maker: PageMaker, fillers: Int, with must: Int? = nil) -> [Int]? {
        let costs = maker.autoPage(head).costs(fillers: fillers)
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
    private func parted(_ head: [Story], from queue: inout [(Article, [Picture])], _ page: Int) -> StoryDealer.Share? {
        let own = Array(queue.prefix(head.count))
        for cut in StoryCut.places(in: own.map(\.0)).prefix(Self.mostCuts) where own[cut.story].0.continuedFrom == nil {
            var parts = cut.parts(of: own)
            parts[cut.story].0.continuesOn = numbers[page + 1]
            parts[cut.story + 1].0.continuedFrom = numbers[page]
            let stories = makers[page].judged(makers[page].set(parts))
            guard let set = best(stories, makers[page], fillers: 0, with: cut.story) else { continue }
            let second = parts[cut.story + 1]
            let share = StoryDealer.Share(stories: set.map { stories[$0] }, ranks: set.map { stories[$0].rank })
            let left = parts.indices.filter { !set.contains($0) && $0 != cut.story + 1 }.map { parts[$0] }
            queue.replaceSubrange(..<head.count, with: [second] + left)
            return share
        }
        return nil
    }

    /// As many as the page has room for, in the order of the queue.
    private func mostThatFit(_ head: [Story], _ maker: PageMaker) -> [Int] {
        let page = maker.autoPage(head)
        return head.indices.reduce(into: []) { set, story in
            if set.isEmpty || page.excessLines(set + [story]) <= 0 { set.append(story) }
        }
    }
}
