public import Copy
public import Diagnostics
public import Layouts
public import Pages
public import Typesetting

/// Pages that share their copy: what the first cannot hold goes on to the next, by rank, so that each of them is filled.
///
/// Every page is planned for every set of the stories, and the best way to share them is read back: dynamic programming
/// over pages, as `PlanTable` is over parts of one.
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
        let all = UInt32(1 << count) - 1
        let costs = pages.map { $0.costs() }
        var best = [[Double]](repeating: Array(repeating: .infinity, count: 1 << count), count: pages.count + 1)
        var choice = [[UInt32]](repeating: Array(repeating: 0, count: 1 << count), count: pages.count)
        best[pages.count][0] = 0
        for page in pages.indices.reversed() {
            let delay = (0...all).map { later(of: $0, pages[page].stories) * Double(page) }
            for set in 0...all {
                var part = set
                while true {
                    let cost = costs[page][Int(part)] + delay[Int(part)] + best[page + 1][Int(set ^ part)]
                    if cost < best[page][Int(set)] {
                        best[page][Int(set)] = cost
                        choice[page][Int(set)] = part
                    }
                    if part == 0 { break }
                    part = (part - 1) & set
                }
            }
        }
        guard best[0][Int(all)] < .infinity else { return fallback(costs, all) }
        var rest = all
        return pages.indices.map { page in
            let part = choice[page][Int(rest)]
            rest ^= part
            return part
        }
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
