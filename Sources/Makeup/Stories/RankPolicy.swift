internal import Copy
internal import Typesetting

/// Judges the rank of stories from their form where the editor gave none: the order of the copy is the editors' order,
/// and length, a deck and photos speak for a story.
struct RankPolicy {
    /// A story of fewer lines is a brief.
    private static let briefLines = 8
    /// One of fewer lines is a small story.
    private static let smallLines = 15
    /// One of more lines is a feature.
    private static let featureLines = 80
    /// The second and third stories of the copy stand next to the lead.
    private static let secondRank = 1...2

    /// Ranks in the order of the stories; 1 is the lead, and there is always exactly one unless the editor gave more.
    func ranks(of stories: [Story]) -> [Int] {
        let given = stories.map(\.article.rank)
        let lead = given.contains(1) ? nil : given.firstIndex(of: nil)
        return stories.indices.map { index in
            if let rank = given[index] { return rank }
            if index == lead { return 1 }
            return judged(stories[index], at: index)
        }
    }

    private func judged(_ story: Story, at index: Int) -> Int {
        let lines = story.body.best.rows
        var rank = Self.secondRank.contains(index) ? 2 : 3
        if lines < Self.briefLines { rank = 5 } else if lines < Self.smallLines { rank = 4 }
        if lines > Self.featureLines || story.article.deck != nil { rank = min(rank, 2) }
        if !story.pictures.isEmpty { rank = max(2, rank - 1) }
        return rank
    }
}
