internal import Copy
internal import Layouts
internal import Typesetting

/// Allocates the copy of pages that each have their own copy. Stories may continue on another of these pages if their
/// editors allow it (`jump: 2`).
///
/// A story is not divided if its page holds it whole. Otherwise it is divided between two of its paragraphs, at the
/// place that fills both pages best.
struct JumpAllocator {
    /// Jobs of one page each.
    private let jobs: [PageJob]
    private let slots: [PageSlot]
    private let contexts: [PageContext]

    init(_ jobs: [PageJob], _ typesetter: Typesetter, _ cache: JobCache) {
        self.jobs = jobs
        slots = jobs.map { $0.slots[0] }
        contexts = slots.map { cache.context(of: $0, typesetter) }
    }

    /// - Parameter decide: receives the pages' assignments in the order of the jobs.
    func allocate(_ decide: (PageAssignment) throws -> Void) rethrows {
        var copies = jobs.map(\.articles)
        for page in slots.indices {
            for story in copies[page].indices.reversed() {
                guard let number = copies[page][story].article.jump,
                    let other = slots.firstIndex(where: { $0.number == number }), other != page,
                    let cut = cut(story, of: copies, from: page, to: other)
                else { continue }
                copies = parted(copies, at: cut, from: page, to: other)
            }
        }
        for page in slots.indices {
            let previous = jobs.lazy.compactMap { $0.dummy(of: slots[page].number) }.first
            try decide(PageAssignment(slot: slots[page], articles: copies[page], previous: previous))
        }
    }

    /// The number of places that are tried. A longer first part has smaller pictures beside it, so the longest is not
    /// always the best.
    private static let mostTried = 8

    /// The place at which to divide a story; nil if its page holds it whole.
    private func cut(_ story: Int, of copies: [[IllustratedArticle]], from page: Int, to other: Int) -> StoryCut? {
        let article = copies[page][story].article
        let front = JumpTrial(contexts[page], copies[page])
        if front.excess(with: article, for: story) <= 0, front.outcome(with: article, for: story).isFilled {
            return nil
        }
        let prices = contexts[page].layout.prices
        let cuts = StoryCut.all(of: article, at: story, leastShare: prices.jumps.leastShare)
        func parts(_ cut: StoryCut) -> (first: Article, rest: Article) {
            let copies = parted(copies, at: cut, from: page, to: other)
            return (copies[page][story].article, copies[other].last!.article)
        }
        // A longer first part makes the page fuller, so bisection finds the last place that fits.
        var low = 0, high = cuts.count
        while low < high {
            let middle = (low + high) / 2
            if front.excess(with: parts(cuts[middle]).first, for: story) <= 0 {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let fitting = cuts[..<low]
        guard let fullest = fitting.last else { return cuts.first }
        let back = JumpTrial(contexts[other], parted(copies, at: fullest, from: page, to: other)[other])
        let rest = copies[other].count
        var best: (cut: StoryCut, cost: Cost)?
        for cut in fitting.suffix(Self.mostTried) {
            let parts = parts(cut)
            let here = front.outcome(with: parts.first, for: story)
            guard here.isFilled, here.cost < best?.cost ?? .unreachable else { continue }
            let there = back.outcome(with: parts.rest, for: rest)
            let cost =
                here.cost + (there.isFilled ? there.cost : prices.jumps.unfilledPage)
                + (here.isGood && there.isGood ? .zero : prices.sharing.weakPage)
            if best.map({ cost < $0.cost }) ?? true { best = (cut, cost) }
        }
        return best?.cut ?? fullest
    }

    private func parted(
        _ copies: [[IllustratedArticle]], at cut: StoryCut, from page: Int, to other: Int
    ) -> [[IllustratedArticle]] {
        var copies = copies
        var own = cut.parts(of: copies[page])
        own[cut.story].article.continuesOn = slots[other].number
        var rest = own.remove(at: cut.story + 1)
        rest.article.continuedFrom = slots[page].number
        rest.article.jump = nil
        copies[page] = own
        copies[other].append(rest)
        return copies
    }
}
