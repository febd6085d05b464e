internal import Copy
internal import Layouts

/// A place at which a long story can be divided, so that it continues on a later page.
struct StoryCut: Equatable {
    /// The index of the story, and of the first block of its body that goes to the later page.
    let story: Int
    let block: Int

    private static let shares = [0.5, 0.65, 0.35, 0.8, 0.2, 0.58, 0.42, 0.72, 0.28]

    /// The places to try, those in the longest stories first.
    ///
    /// - Parameter most: the characters that two pages hold. Two pages cannot hold both parts of a longer story.
    static func places(
        in articles: [Article], most: Int = .max, _ limits: Prices.Jumps = Prices.Jumps()
    ) -> [StoryCut] {
        let sizes = articles.map { $0.body.map(\.characters) }
        let long = articles.indices
            .filter { limits.leastCharacters...max(limits.leastCharacters, most) ~= sizes[$0].reduce(0, +) }
            .sorted { (sizes[$1].reduce(0, +), $0) < (sizes[$0].reduce(0, +), $1) }
        let likely = long.flatMap { story -> [StoryCut] in
            var blocks: [Int] = []
            for share in shares {
                let goal = share * Double(sizes[story].reduce(0, +))
                guard let block = nearest(to: goal, sizes[story], articles[story].body), !blocks.contains(block) else {
                    continue
                }
                blocks.append(block)
            }
            return blocks.map { StoryCut(story: story, block: $0) }
        }
        // All other places of the longest story, which may be longer than any page.
        let others = long.first.map { all(of: articles[$0], at: $0, leastShare: limits.leastShare) } ?? []
        return likely + others.filter { !likely.contains($0) }
    }

    /// All places that leave both parts at least a share of the story, the earliest first.
    static func all(of article: Article, at story: Int, leastShare: Double) -> [StoryCut] {
        let sizes = article.body.map(\.characters)
        let whole = Double(sizes.reduce(0, +))
        var sum = 0.0
        return article.body.indices.dropFirst().compactMap { block in
            sum += Double(sizes[block - 1])
            if case .subhead = article.body[block - 1] { return nil }
            return (leastShare...1 - leastShare).contains(sum / whole) ? StoryCut(story: story, block: block) : nil
        }
    }

    /// The block boundary nearest to a number of characters. A subhead stays with the block after it.
    private static func nearest(to goal: Double, _ sizes: [Int], _ body: [Block]) -> Int? {
        var best: (block: Int, distance: Double)?
        var sum = 0
        for block in body.indices.dropFirst() {
            sum += sizes[block - 1]
            if case .subhead = body[block - 1] { continue }
            let distance = abs(Double(sum) - goal)
            if best.map({ distance < $0.distance }) ?? true { best = (block, distance) }
        }
        return best?.block
    }

    /// The stories with the two parts in the place of the whole. The second part repeats the title and is a rank lower;
    /// photos stay with the first.
    func parts(of articles: [IllustratedArticle]) -> [IllustratedArticle] {
        var parts = articles
        parts[story].article.body.removeSubrange(block...)
        var rest = articles[story].article
        rest.id += "-2"
        rest.restOf = articles[story].article.restOf ?? articles[story].article.id
        rest.body.removeSubrange(..<block)
        (rest.kicker, rest.deck, rest.byline) = (nil, nil, nil)
        rest.rank = max(3, (rest.rank ?? 2) + 1)
        rest.photos = []
        parts.insert(IllustratedArticle(rest), at: story + 1)
        return parts
    }
}
