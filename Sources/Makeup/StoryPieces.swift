internal import Layouts
internal import Pages
internal import Typesetting

/// What has been set of one story while its variants are weighed: headlines by columns, captions by legs. Each is set
/// once, when the first variant asks for it.
final class StoryPieces {
    let story: Story
    let rank: Int
    private let headlines: HeadlineMaker
    private let photos: PhotoMaker
    private var blocks: [Int: [HeadlineBlock]] = [:]
    private var arrangements: [Int: PhotoMaker.Arrangement] = [:]

    init(_ story: Story, rank: Int?, _ headlines: HeadlineMaker, _ photos: PhotoMaker) {
        self.story = story
        self.rank = rank ?? story.rank
        self.headlines = headlines
        self.photos = photos
    }

    /// The headline's blocks across so many columns.
    func headlines(columns: Int) -> [HeadlineBlock] {
        if let known = blocks[columns] { return known }
        let made = headlines.blocks(for: story, rank: rank, columns: columns)
        blocks[columns] = made
        return made
    }

    /// The photos over so many columns, their captions set.
    func arrangement(columns: Int) -> PhotoMaker.Arrangement {
        if let known = arrangements[columns] { return known }
        let made = photos.arrangement(of: story.pictures, columns: columns)
        arrangements[columns] = made
        return made
    }
}
