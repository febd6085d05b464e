public import Copy
public import Diagnostics
public import Layouts
public import Pages
public import Typesetting

/// Pages that share their copy: what the first cannot hold goes on to the next, by rank, so that each of them is filled.
///
/// Every page is weighed with every set of the stories, and the best way to share them is taken.
public struct PagePool {
    /// One page of the pool.
    public struct Sheet {
        public var number: Int
        public var layout: Layout
        public var facts: Facts

        public init(number: Int, layout: Layout, facts: Facts) {
            self.number = number
            self.layout = layout
            self.facts = facts
        }
    }

    let sheets: [Sheet]
    let setter: Typesetter

    public init(sheets: [Sheet], setter: Typesetter) {
        self.sheets = sheets
        self.setter = setter
    }

    /// What it costs that a story of each rank stands one page further back; a lower rank goes first.
    private static let laterPage: [Double] = [400, 30, 12, 5]

    /// Makes the pages; a story that none of them holds is an error, never lost in silence.
    public func pages(of articles: [(Article, [Picture])]) -> [Reported<MadePage>] {
        let makers = sheets.map { PageMaker(layout: $0.layout, setter: setter) }
        guard sheets.count > 1, sheets.allSatisfy({ $0.layout.makeup == .auto }) else {
            return zip(sheets, makers).enumerated().map { index, entry in
                entry.1.page(number: entry.0.number, articles: index == 0 ? articles : [], facts: entry.0.facts)
            }
        }
        let autos = makers.map { maker in
            AutoPage(layout: maker.layout, setter: setter, stories: maker.stories(of: articles))
        }
        let shares = share(autos)
        return zip(sheets, makers).enumerated().map { index, entry in
            let own = articles.indices.filter { shares[index] & 1 << UInt32($0) != 0 }
            return entry.1.page(
                number: entry.0.number, articles: own.map { articles[$0] }, facts: entry.0.facts,
                ranks: own.map { autos[index].stories[$0].rank })
        }
    }

    /// The stories of each page, as sets. When no way holds them all, the first pages are filled and the last gets the
    /// rest, which it then reports as too much.
    private func share(_ pages: [AutoPage]) -> [UInt32] {
        let count = pages[0].stories.count
        let costs = pages.enumerated().map { place, page in
            page.costs().enumerated().map { set, cost in
                cost + later(of: UInt32(set), page.stories) * Double(place)
            }
        }
        return StorySharing.best(costs: costs, stories: count)?.sets ?? fallback(costs, UInt32(1 << count) - 1)
    }

    private func fallback(_ costs: [[Double]], _ all: UInt32) -> [UInt32] {
        var rest = all
        return costs.indices.map { page in
            guard page < costs.count - 1 else { return rest }
            // As many of the remaining stories as fill the page, the most first.
            var best: UInt32 = 0
            for set in 1...max(1, all) where set & ~rest == 0 && costs[page][Int(set)] < .infinity {
                let isMore = set.nonzeroBitCount > best.nonzeroBitCount
                let isCheaper = set.nonzeroBitCount == best.nonzeroBitCount && costs[page][Int(set)] < costs[page][Int(best)]
                if isMore || isCheaper { best = set }
            }
            rest ^= best
            return best
        }
    }

    private func later(of set: UInt32, _ stories: [Story]) -> Double {
        stories.indices.reduce(0) { sum, index in
            guard set & 1 << UInt32(index) != 0 else { return sum }
            let rank = stories[index].rank
            return sum + (rank <= Self.laterPage.count ? Self.laterPage[max(0, rank - 1)] : 0)
        }
    }
}
