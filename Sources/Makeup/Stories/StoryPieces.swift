internal import Layouts
internal import Pages
internal import Typesetting

/// What has been set of one story while its variants are weighed: headlines by width, captions by legs, the body by
/// measure. Each is set once, when the first variant asks for it.
final class StoryPieces {
    let story: Story
    let rank: Int
    private let maker: VariantMaker
    private var blocks: [Length: [HeadlineBlock]] = [:]
    private lazy var words = maker.headlines.words(of: story, rank: rank)
    private lazy var captions = story.pictures.map(maker.photos.text(under:))
    private var upright: [HeadlineBlock]?
    private var arrangements: [Captions: PhotoMaker.Arrangement] = [:]
    private var bodies: [Int: Body]
    private var cutters: [Int: [LegBreaker]] = [:]

    private struct Captions: Hashable {
        var legs: LegGrid
        var columns: Int
    }

    init(_ story: Story, rank: Int?, _ maker: VariantMaker) {
        self.story = story
        self.rank = rank ?? story.rank
        self.maker = maker
        bodies = [maker.layout.grid.measure: story.body]
    }

    /// The headline's blocks across a width.
    func headlines(width: Length) -> [HeadlineBlock] {
        if let known = blocks[width] { return known }
        let made = maker.headlines.blocks(words, rank: rank, width: width)
        blocks[width] = made
        return made
    }

    /// The headline's blocks across so many of the page's columns.
    func headlines(columns: Int) -> [HeadlineBlock] { headlines(width: maker.layout.grid.width(of: columns)) }

    /// The headline's blocks in vertical lines.
    func verticalHeadlines() -> [HeadlineBlock] {
        if let upright { return upright }
        let made = maker.headlines.verticalBlocks(for: story, rank: rank)
        upright = made
        return made
    }

    /// The photos over so many legs, their captions set.
    func arrangement(columns: Int, of legs: LegGrid) -> PhotoMaker.Arrangement {
        // The same width is the same arrangement, however many legs stand beside it.
        var key = Captions(legs: legs, columns: columns)
        key.legs.count = 0
        if let known = arrangements[key] { return known }
        let made = maker.photos.arrangement(of: story.pictures, captions, columns: columns, legs: legs)
        arrangements[key] = made
        return made
    }

    /// What cuts the body, in lines of so many characters, into legs: one for each of its lengths.
    func breakers(measure: Int) -> [LegBreaker] {
        if let known = cutters[measure] { return known }
        let made = body(measure: measure).lengths.map { LegBreaker($0.galley) }
        cutters[measure] = made
        return made
    }

    /// The body in lines of so many characters.
    func body(measure: Int) -> Body {
        if let known = bodies[measure] { return known }
        let made = maker.bodies(measure: measure).body(of: story.article)
        bodies[measure] = made
        return made
    }
}
