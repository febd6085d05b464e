internal import Copy
internal import Layouts

/// Which stories of a pool the areas of its pages claim, before the rest is shared out.
struct AreaClaims {
    /// For each page the stories of its areas.
    private(set) var claimed: [[Int]]
    /// The stories that no area claims.
    private(set) var left: [Int]
    /// The pages' makers, whose areas now name their stories.
    private(set) var makers: [PageMaker]

    init(makers: [PageMaker], articles: [(Article, [Picture])]) {
        left = Array(articles.indices)
        claimed = makers.map { _ in [] }
        self.makers = makers
        for (page, maker) in makers.enumerated() where maker.layout.makeup != .auto {
            // Areas may ask for ranks, which are judged of set stories.
            let stories = maker.judged(maker.set(articles))
            var layout = maker.layout
            for (area, index) in AreaFiller.choose(for: layout.areas, stories, &left).enumerated() {
                guard let index else { continue }
                claimed[page].append(index)
                layout.areas[area].story = .id(articles[index].0.id)
            }
            self.makers[page] = PageMaker(layout: layout, setter: maker.setter)
        }
    }
}
