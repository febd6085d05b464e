internal import Layouts
internal import Pages
internal import Typesetting

/// The charges for faults inside a module.
///
/// `VariantGenerator` adds these charges up for every variant of a story, and `ModuleEvaluator` for one module by their
/// terms.
struct ModulePricing {
    private let grid: Grid
    let prices: Prices

    init(_ layout: Layout) { self.init(grid: layout.grid, prices: layout.prices) }

    init(grid: Grid, prices: Prices) { (self.grid, self.prices) = (grid, prices) }

    // MARK: Headlines

    /// A headline that stands over so many columns or beside the text.
    ///
    /// - Parameter spare: rows about it beyond its own.
    func addHeadline<Sum: ChargeSum>(_ headline: HeadlineBlock, columns: Int, spare: Int = 0, to sum: inout Sum) {
        sum.add(headline.cost, for: .headlines)
        sum.add(air(headline, spare: spare), for: .spareRows)
        sum.add(sideWhite(headline, columns: columns), for: .headlineSides)
        if columns == 1, headline.titleLines > prices.headlines.linesInOneColumn {
            sum.add(prices.headlines.deepHeadline, for: .deepHeadlines)
        }
    }

    /// White over and under a headline, beyond what its style asks for.
    func air(_ headline: HeadlineBlock, spare: Int = 0) -> Cost {
        let rows = headline.slack + Double(spare)
        return prices.headlines.looseHeadline * (rows * rows)
    }

    /// White at a side of a headline that is much narrower than its columns.
    func sideWhite(_ headline: HeadlineBlock, columns: Int) -> Cost {
        guard headline.titleLines > 0 else { return .zero }
        let share: Double = 1 - headline.width / grid.width(of: columns)
        let white = Double(headline.rows * columns) * share / 2
        let room = prices.headlines.sideWhite * Double(grid.columns * grid.rows)
        return prices.headlines.narrowHeadline * max(0, white - room)
    }

    /// A headline at the left of so many rows of text.
    func besideText(_ headline: HeadlineBlock, rows: Int, columns: Int) -> Cost {
        let fill = headline.width / grid.width(of: columns)
        let air = Double(rows - prices.headlines.airRowsBeside) - fill * Double(headline.rows)
        return prices.headlines.headlineBeside + prices.headlines.airBesideHeadline * (max(0, air) * Double(columns))
    }

    /// A vertical headline at the left of so many rows of text.
    func verticalBesideText(_ headline: HeadlineBlock, rows: Int) -> Cost {
        let air = max(0, rows - headline.rows - prices.headlines.airRowsBeside)
        return prices.headlines.headlineVertical + prices.headlines.airBesideHeadline * air
    }

    // MARK: Text

    /// A body in one of its lengths, in so many legs; without its white lines.
    ///
    /// - Parameter lines: rows of its galley.
    func addBody<Sum: ChargeSum>(
        _ length: Body.Length, lines: Int, legs: Int, isPhotoStory: Bool, to sum: inout Sum
    ) {
        sum.add(prices.legs.stretchedBody * length.cost, for: .bodyLengths)
        if !isPhotoStory { sum.add(legLength(lines: lines, legs: legs), for: .legLengths) }
    }

    /// Legs too short, too shallow or too long.
    func legLength(lines: Int, legs: Int) -> Cost {
        let prices = prices.legs
        let each = Double(lines) / Double(legs)
        let lacking = legs > 1 ? max(0, Double(prices.linesOfSeveral) - each) : 0
        return prices.shallowLegs * (lacking * lacking)
            + prices.shortLeg * max(0, Double(prices.lines.lowerBound) - each)
            + prices.longLeg * max(0, each - Double(prices.lines.upperBound))
    }

    /// So few rows of text under a photo, in each of the legs that it covers, while others stand beside it.
    func legsUnderPhoto(_ rows: Int, legs: Int) -> Cost {
        guard rows > 0 else { return .zero }
        return prices.legs.shortLeg * (max(0, prices.legs.lines.lowerBound - rows) * legs)
    }

    /// Lines left white at legs' feet.
    func white(_ lines: Int) -> Cost { prices.legs.whiteLine * lines }

    /// What a cut into legs costs beyond its white lines, which are charged by themselves.
    ///
    /// - Parameters:
    ///   - cut: what `LegBreaker` charges.
    ///   - white: lines left white at the legs' feet.
    @inline(__always)
    func legEnds(_ cut: Cost, white: Int) -> Cost { cut - prices.legs.unevenLeg * white }

    // MARK: Photos

    /// - Parameter share: the largest share of a picture's height or width that is cropped away.
    func crop(_ share: Double) -> Cost { prices.photos.croppedPhoto * ((share * 10) * (share * 10)) }

    /// A photo block's share of its module, beside a body of so many rows; of a photo story its share of the width.
    func photoShare(columns: Int, rows: Int, of story: Story, legs: Int) -> Cost {
        if isPhotoStory(story) {
            return prices.photos.undersizedPhoto
                * max(0, prices.photos.photoStoryWidth - Double(columns) / Double(legs))
        }
        let cells = columns * rows
        let off = (Double(cells) / Double(cells + story.body.best.rows) - prices.photos.share) * 10
        return prices.photos.photoOutOfProportion * (off * off)
    }

    /// A photo narrower than it deserves.
    func undersized(_ width: Length?, deserving deserved: Length) -> Cost {
        guard let width else { return .zero }
        return prices.photos.undersizedPhoto * max(0, 1 - (width + grid.gutter) / deserved)
    }

    /// The width that photos under a headline deserve: the headline's, or what `deservedWidth(of:)` says.
    func deservedWidth(under headline: HeadlineBlock, of story: Story) -> Length {
        max(headline.width, deservedWidth(of: story))
    }

    /// The width that a story's photos deserve by its rank and by their shape.
    func deservedWidth(of story: Story) -> Length {
        let rank = story.forms.contains(.leadPhoto) ? 1 : story.rank
        guard rank <= prices.photos.widths.count else { return .zero }
        let shape = story.pictures.count == 1 ? story.pictures[0].shape : prices.photos.shape
        return grid.width * prices.photos.widths[max(0, rank - 1)] * (prices.photos.shape / shape).squareRoot()
    }

    /// A photo's place among so many legs.
    func photoPlace(_ photo: Variant.PhotoPlace, legs: Int) -> Cost {
        if photo.columns == legs {
            return photo.level == .head ? prices.photos.photoOverHeadline : prices.photos.photoPartingStory
        }
        if photo.column == legs - photo.columns { return .zero }
        return photo.column == 0 ? prices.photos.photoAtLeft : prices.photos.photoInMiddle
    }

    /// Whether a story is a photo with a few words, which may stand in short legs as a caption does.
    func isPhotoStory(_ story: Story) -> Bool {
        !story.pictures.isEmpty && story.body.best.rows < prices.photos.photoStoryLines
    }

    // MARK: The module as a whole

    /// A lead narrower than one should be. On a page that lies on its side columns say nothing of a width.
    func narrowLead(columns: Int, rank: Int) -> Cost {
        guard rank == 1, grid.turn == nil else { return .zero }
        let deserved = Int((Double(grid.columns) * prices.stories.leadShare).rounded(.up))
        return prices.stories.narrowLead * max(0, deserved - columns)
    }

    /// A story without the box that the page should give it.
    ///
    /// - Parameter hasBox: whether this form of it has one.
    func unboxed(_ story: Story, hasBox: Bool) -> Cost {
        !hasBox && story.forms.contains(.box) ? prices.stories.unboxedStory : .zero
    }
}

extension Prices.Steps {
    /// What a step costs by its height, beyond that there is one.
    func height(of step: LegStep) -> Cost { deepStep * (step.rows - rows.lowerBound) }
}
