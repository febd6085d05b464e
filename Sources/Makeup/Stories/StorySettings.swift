internal import Layouts
internal import Pages
internal import Typesetting

/// What has been set of one story while its variants are weighed: headlines by width, captions by legs, the body by
/// measure. Each is set once, when the first variant asks for it, whatever forms the story is weighed in.
struct StorySettings {
    let story: Story
    let rank: Int
    private let maker: VariantGenerator
    private let set: Known

    /// What is set already of a story in a rank.
    final class Known {
        fileprivate var blocks: [Length: [HeadlineBlock]] = [:]
        fileprivate var words: HeadlineBlockBuilder.Words?
        fileprivate var captions: [PhotoBlockBuilder.Text]?
        fileprivate var upright: [HeadlineBlock]?
        fileprivate var arrangements: [Captions: PhotoBlockBuilder.Arrangement] = [:]
        fileprivate var bodies: [Int: Body] = [:]
        fileprivate var cutters: [Int: [LegBreaker]] = [:]
        fileprivate var cuts: [LegPattern: CutCost] = [:]
    }

    fileprivate struct Captions: Hashable {
        var legs: LegGrid
        var columns: Int
    }

    init(_ story: Story, rank: Int?, _ maker: VariantGenerator, _ known: Known = Known()) {
        self.story = story
        self.rank = rank ?? story.rank
        self.maker = maker
        set = known
        set.bodies[maker.layout.grid.measure] = story.body
    }

    /// The headline's blocks across a width.
    func headlines(width: Length) -> [HeadlineBlock] {
        if let known = set.blocks[width] { return known }
        let words = set.words ?? maker.headlines.words(of: story, rank: rank)
        set.words = words
        let made = maker.headlines.blocks(words, rank: rank, width: width)
        set.blocks[width] = made
        return made
    }

    /// The headline's blocks across so many of the page's columns.
    func headlines(columns: Int) -> [HeadlineBlock] { headlines(width: maker.layout.grid.width(of: columns)) }

    /// The headline's blocks in vertical lines.
    func verticalHeadlines() -> [HeadlineBlock] {
        if let upright = set.upright { return upright }
        let made = maker.headlines.verticalBlocks(for: story, rank: rank)
        set.upright = made
        return made
    }

    /// The photos over so many legs, their captions set.
    func arrangement(columns: Int, of legs: LegGrid) -> PhotoBlockBuilder.Arrangement {
        // The same width is the same arrangement, however many legs stand beside it.
        var key = Captions(legs: legs, columns: columns)
        key.legs.count = 0
        if let known = set.arrangements[key] { return known }
        let captions = set.captions ?? story.pictures.map(maker.photos.text(under:))
        set.captions = captions
        let made = maker.photos.arrangement(of: story.pictures, captions, columns: columns, legs: legs)
        set.arrangements[key] = made
        return made
    }

    /// What cuts the body, in lines of so many characters, into legs: one for each of its lengths.
    func breakers(measure: Int) -> [LegBreaker] {
        if let known = set.cutters[measure] { return known }
        let made = body(measure: measure).lengths.map { LegBreaker($0.galley, maker.layout.prices.legs) }
        set.cutters[measure] = made
        return made
    }

    /// What a cut costs, or at least.
    fileprivate struct CutCost {
        var cost: Cost
        var isExact: Bool
    }

    /// What it costs to cut the body into such legs; nil when that leaves lines over, or costs no less than a limit.
    func cutCost(_ legs: LegPattern, below limit: Cost) -> Cost? {
        if let known = set.cuts[legs], known.isExact || limit <= known.cost {
            return known.cost < limit ? known.cost : nil
        }
        let breaker = breakers(measure: legs.measure)[legs.length]
        let cut = breaker.cost(legs: legs.count, below: limit) { legs.rows(of: $0) }
        set.cuts[legs] = CutCost(cost: cut ?? limit, isExact: cut != nil)
        return cut
    }

    /// The body in lines of so many characters.
    func body(measure: Int) -> Body {
        if let known = set.bodies[measure] { return known }
        let made = maker.bodies(measure: measure).body(of: story.article)
        set.bodies[measure] = made
        return made
    }
}
