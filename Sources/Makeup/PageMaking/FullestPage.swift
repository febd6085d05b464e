internal import Copy
internal import Layouts

/// The page that holds as many of its stories as it can: all of them where they fill it, all of them round holes where
/// they are too little, and without the ones that are too much.
struct FullestPage {
    let page: AutoPage
    var planned: AutoPage.Planned
    /// Stories that stand nowhere on the page.
    private(set) var left: [Int] = []

    /// Stories that are tried one after the other for the one to leave out.
    private static let mostTried = 3
    /// Of the page's room what has to be free before its stories stand beside each other: in their smallest forms they
    /// hardly ever do.
    private static let play = 0.025
    /// A rank's weight against the cells that a story takes more than it has to, when one has to go: it should be a
    /// small story, and only then a fitting one.
    private static let rankCells = 60

    /// Whether all stories stand, with nothing white between them.
    var isFilled: Bool { left.isEmpty && planned.holes.isEmpty && !planned.modules.contains { !$0.overset.isEmpty } }

    /// Whether it is filled, and nobody would send it back.
    var isGood: Bool { isFilled && page.isGood(planned) }

    /// A page that is known to be filled.
    init(_ page: AutoPage, filled: AutoPage.Planned) {
        self.page = page
        planned = filled
    }

    init(_ page: AutoPage) {
        self.page = page
        var chosen = Array(page.stories.indices)
        planned = AutoPage.Planned(modules: [], holes: [], cost: 0)
        while !chosen.isEmpty {
            if let found = page.filled(chosen) ?? page.open(chosen) {
                planned = found
                return
            }
            let ways = Self.candidates(in: chosen, of: page)
            if ways.isEmpty { break }
            let play = -Int(Self.play * Double(page.room))
            let fitting = ways.filter { page.excessLines(chosen.without($0)) <= play }.prefix(Self.mostTried)
            for story in fitting {
                guard let found = page.filled(chosen.without(story), isTrial: true) else { continue }
                planned = found
                left.append(story)
                return
            }
            // Where no single story makes room, the largest of those that may go.
            let out = fitting.first ?? ways.max { page.leastCells[$0] < page.leastCells[$1] }!
            left.append(out)
            chosen = chosen.without(out)
        }
        // A story that no page holds is cut off at the foot, with the rest overset.
        planned.modules = chosen.compactMap { page.oversetModule(of: $0) }
        left += planned.modules.isEmpty ? chosen : []
    }

    /// Who may go, the best choice first: of low rank, and no larger than it has to be. The lead stays.
    private static func candidates(in chosen: [Int], of page: AutoPage) -> [Int] {
        let lead = chosen.map { page.stories[$0].rank }.min()!
        // What another page says goes on here has to.
        let others = chosen.filter {
            page.stories[$0].rank > lead && page.stories[$0].article.continuedFrom == nil
        }
        let may = others.isEmpty ? Array(chosen.dropFirst()) : others
        func price(_ story: Int) -> Int { page.leastCells[story] - rankCells * page.stories[story].rank }
        return may.sorted { (price($0), -$0) < (price($1), -$1) }
    }
}

extension [Int] {
    func without(_ story: Int) -> [Int] { filter { $0 != story } }
}
