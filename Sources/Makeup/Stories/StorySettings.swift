internal import Layouts
internal import Pages
internal import Typesetting

/// The typeset parts of one story while its variants are evaluated: headlines by width, captions by legs, the body by
/// measure. Each part is typeset when a variant first needs it.
final class StorySettings {
    let story: Story
    let rank: Int
    private let generator: VariantGenerator
    /// The parts that are typeset so far. They do not depend on the forms that the story may take.
    private(set) var typeset: Typeset
    /// The headline's words, shaped for all widths.
    private var words: HeadlineBlockBuilder.Words?

    /// The typeset parts of a story with one rank, as a value that a later evaluation can start from.
    struct Typeset: Sendable {
        fileprivate var blocks: [Length: [HeadlineBlock]] = [:]
        fileprivate var captions: [PhotoBlockBuilder.Text]?
        fileprivate var verticalBlocks: [HeadlineBlock]?
        fileprivate var arrangements: [ArrangementKey: PhotoBlockBuilder.Arrangement] = [:]
        fileprivate var bodies: [Int: Body] = [:]
        fileprivate var breakers: [Int: [LegBreaker]] = [:]
        fileprivate var cuts: [LegPattern: CutCost] = [:]
    }

    fileprivate struct ArrangementKey: Hashable {
        var legs: LegGrid
        var columns: Int
    }

    /// - Parameters:
    ///   - rank: the headline style's rank; the story's own when nil.
    ///   - typeset: parts that were typeset for the same story with the same rank and layout.
    init(_ story: Story, rank: Int?, _ generator: VariantGenerator, _ typeset: Typeset = Typeset()) {
        self.story = story
        self.rank = rank ?? story.rank
        self.generator = generator
        self.typeset = typeset
        self.typeset.bodies[generator.layout.grid.measure] = story.body
    }

    /// The headline's blocks across a width.
    func headlines(width: Length) -> [HeadlineBlock] {
        if let blocks = typeset.blocks[width] { return blocks }
        var words = words ?? generator.headlines.words(of: story, rank: rank)
        let blocks = generator.headlines.blocks(&words, rank: rank, width: width)
        self.words = words
        typeset.blocks[width] = blocks
        return blocks
    }

    /// The headline's blocks across a number of the page's columns.
    func headlines(columns: Int) -> [HeadlineBlock] { headlines(width: generator.layout.grid.width(of: columns)) }

    /// The headline's blocks in vertical lines.
    func verticalHeadlines() -> [HeadlineBlock] {
        if let blocks = typeset.verticalBlocks { return blocks }
        let blocks = generator.headlines.verticalBlocks(for: story, rank: rank)
        typeset.verticalBlocks = blocks
        return blocks
    }

    /// The photos over a number of legs, with their captions.
    func arrangement(columns: Int, of legs: LegGrid) -> PhotoBlockBuilder.Arrangement {
        // The number of legs beside the photos does not change their arrangement.
        var key = ArrangementKey(legs: legs, columns: columns)
        key.legs.count = 0
        if let arrangement = typeset.arrangements[key] { return arrangement }
        let captions = typeset.captions ?? story.pictures.map(generator.photos.text(under:))
        typeset.captions = captions
        let arrangement = generator.photos.arrangement(of: story.pictures, captions, columns: columns, legs: legs)
        typeset.arrangements[key] = arrangement
        return arrangement
    }

    /// The breakers that cut the body into legs: one for each of its lengths.
    ///
    /// - Parameter measure: characters in a line.
    func breakers(measure: Int) -> [LegBreaker] {
        if let breakers = typeset.breakers[measure] { return breakers }
        let breakers = body(measure: measure).lengths.map { LegBreaker($0.galley, generator.layout.prices.legs) }
        typeset.breakers[measure] = breakers
        return breakers
    }

    /// The cost of a cut, or a lower bound of it.
    fileprivate struct CutCost {
        var cost: Cost
        var isExact: Bool
    }

    /// The cost of cutting the body into these legs; nil when lines are left over, or when the cost is not below a
    /// limit.
    func cutCost(_ legs: LegPattern, below limit: Cost) -> Cost? {
        if let cut = typeset.cuts[legs], cut.isExact || limit <= cut.cost {
            return cut.cost < limit ? cut.cost : nil
        }
        let breaker = breakers(measure: legs.measure)[legs.length]
        let cut = breaker.cost(legs: legs.count, below: limit) { legs.rows(of: $0) }
        typeset.cuts[legs] = CutCost(cost: cut ?? limit, isExact: cut != nil)
        return cut
    }

    /// The body in lines of a number of characters.
    func body(measure: Int) -> Body {
        if let body = typeset.bodies[measure] { return body }
        let body = generator.bodies(measure: measure).body(of: story.article)
        typeset.bodies[measure] = body
        return body
    }
}
