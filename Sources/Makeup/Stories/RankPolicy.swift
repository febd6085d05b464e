internal import Copy
internal import Layouts
internal import Typesetting

/// Assigns ranks to stories without a rank of the editor's: by their order in the copy, which the editors chose, and by
/// their length, deck and photos.
struct RankPolicy {
    var limits = Prices.Ranks()

    /// The ranks in the order of the stories. Rank 1 is the lead; there is exactly one unless the editor chose more.
    func ranks(of stories: [Story]) -> [Int] {
        let given = stories.map(\.article.rank)
        let lead = given.contains(1) ? nil : given.firstIndex(of: nil)
        return stories.indices.map { index in
            if let rank = given[index] { return rank }
            if index == lead { return 1 }
            return rank(of: stories[index], at: index)
        }
    }

    private func rank(of story: Story, at index: Int) -> Int {
        let lines = story.body.best.rows
        var rank = limits.secondPlaces.contains(index) ? 2 : 3
        if lines < limits.briefLines { rank = 5 } else if lines < limits.smallLines { rank = 4 }
        if lines > limits.featureLines || story.article.deck != nil { rank = min(rank, 2) }
        if !story.pictures.isEmpty { rank = max(2, rank - 1) }
        return rank
    }
}
