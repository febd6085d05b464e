public import Copy
public import Diagnostics
internal import Layouts
internal import Pages
public import Typesetting

/// Pages that each have copy of their own, with stories that their editors let go on on another of them (`jump: 2`).
///
/// A page that holds its stories whole keeps them whole. One that does not parts the story where both pages are filled
/// best, between two of its paragraphs.
public struct JumpPages {
    /// A page and its copy.
    public struct Part {
        public var sheet: PageSlot
        public var articles: [(Article, [Picture])]

        public init(sheet: PageSlot, articles: [(Article, [Picture])]) {
            self.sheet = sheet
            self.articles = articles
        }
    }

    private let parts: [Part]
    private let typesetter: Typesetter
    private let makers: [PageComposer]

    public init(_ parts: [Part], typesetter: Typesetter) {
        self.parts = parts.map { part in
            Part(sheet: part.sheet, articles: BriefGroup(layout: part.sheet.layout).grouped(part.articles))
        }
        self.typesetter = typesetter
        makers = parts.map { PageComposer(layout: $0.sheet.layout, typesetter: typesetter, pages: $0.sheet.pages) }
    }

    /// Makes the pages, in the order of the parts.
    ///
    /// - Parameter previous: the dummies that pages had when they were made before.
    public func pages(previous: [PageDummy] = []) -> [Reported<ComposedPage>] {
        var copies = parts.map(\.articles)
        for page in parts.indices {
            for story in copies[page].indices.reversed() {
                guard let number = copies[page][story].0.jump,
                    let other = parts.firstIndex(where: { $0.sheet.number == number }), other != page,
                    let cut = cut(story, of: copies, from: page, to: other)
                else { continue }
                copies = parted(copies, at: cut, from: page, to: other)
            }
        }
        return parts.indices.map { page in
            let number = parts[page].sheet.number
            return makers[page].page(
                number: number, articles: copies[page], previous: previous.first { $0.page == number })
        }
    }

    /// Places whose pages are tried: the longer the part that stays, the smaller are the pictures beside it.
    private static let mostTried = 8

    /// Where to part a story; nil where its page holds it whole.
    private func cut(_ story: Int, of copies: [[(Article, [Picture])]], from page: Int, to other: Int) -> StoryCut? {
        let article = copies[page][story].0
        let front = JumpTrial(makers[page], copies[page])
        if front.excess(with: article, for: story) <= 0, front.outcome(with: article, for: story).isFilled {
            return nil
        }
        let prices = makers[page].layout.prices
        let cuts = StoryCut.all(of: article, at: story, leastShare: prices.jumps.leastShare)
        func parts(_ cut: StoryCut) -> (first: Article, rest: Article) {
            let copies = parted(copies, at: cut, from: page, to: other)
            return (copies[page][story].0, copies[other].last!.0)
        }
        // The more of the story stands on its page, the fuller is that.
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
        let back = JumpTrial(makers[other], parted(copies, at: fullest, from: page, to: other)[other])
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
        _ copies: [[(Article, [Picture])]], at cut: StoryCut, from page: Int, to other: Int
    ) -> [[(Article, [Picture])]] {
        var copies = copies
        var own = cut.parts(of: copies[page])
        own[cut.story].0.continuesOn = parts[other].sheet.number
        var rest = own.remove(at: cut.story + 1)
        rest.0.continuedFrom = parts[page].sheet.number
        rest.0.jump = nil
        copies[page] = own
        copies[other].append(rest)
        return copies
    }
}
