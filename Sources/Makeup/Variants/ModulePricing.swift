internal import Layouts
internal import Pages
internal import Typesetting

/// The charges for faults inside a module.
///
/// `VariantGenerator` adds these charges up for every variant of a story; `ModuleEvaluator` adds them up by term for
/// one module.
struct ModulePricing {
    private let grid: Grid
    let prices: Prices

    init(_ layout: Layout) { self.init(grid: layout.grid, prices: layout.prices) }

    init(grid: Grid, prices: Prices) { (self.grid, self.prices) = (grid, prices) }

    // MARK: Headlines

    /// Adds the charges for a headline over a number of columns or beside the text.
    ///
    /// - Parameter spare: the rows above and below it beyond its own.
    func addHeadline<Sum: ChargeSum>(_ headline: HeadlineBlock, columns: Int, spare: Int = 0, to sum: inout Sum) {
        sum.add(headline.cost, for: .headlines)
        sum.add(air(headline, spare: spare), for: .spareRows)
        sum.add(sideWhite(headline, columns: columns), for: .headlineSides)
        if columns == 1, headline.titleLines > prices.headlines.linesInOneColumn {
            sum.add(prices.headlines.deepHeadline, for: .deepHeadlines)
        }
    }

    /// The charge for white above and below a headline, beyond that of its style.
    func air(_ headline: HeadlineBlock, spare: Int = 0) -> Cost {
        let rows = headline.slack + Double(spare)
        return prices.headlines.looseHeadline * (rows * rows)
    }

    /// The charge for white at the sides of a headline that is much narrower than its columns.
    func sideWhite(_ headline: HeadlineBlock, columns: Int) -> Cost {
        guard headline.titleLines > 0 else { return .zero }
        let share: Double = 1 - headline.width / grid.width(of: columns)
        let white = Double(headline.rows * columns) * share / 2
        let room = prices.headlines.sideWhite * Double(grid.columns * grid.rows)
        return prices.headlines.narrowHeadline * max(0, white - room)
    }

    /// The charge for a headline at the left of a number of rows of text.
    func besideText(_ headline: HeadlineBlock, rows: Int, columns: Int) -> Cost {
        let fill = headline.width / grid.width(of: columns)
        let air = Double(rows - prices.headlines.airRowsBeside) - fill * Double(headline.rows)
        return prices.headlines.headlineBeside + prices.headlines.airBesideHeadline * (max(0, air) * Double(columns))
    }

    /// The charge for a vertical headline at the left of a number of rows of text.
    func verticalBesideText(_ headline: HeadlineBlock, rows: Int) -> Cost {
        let air = max(0, rows - headline.rows - prices.headlines.airRowsBeside)
        return prices.headlines.headlineVertical + prices.headlines.airBesideHeadline * air
    }

    // MARK: Text

    /// Adds the charges for a body in one of its lengths and in a number of legs, without its white lines.
    ///
    /// - Parameter lines: the rows of its galley.
    func addBody<Sum: ChargeSum>(
        _ length: Body.Length, lines: Int, legs: Int, isPhotoStory: Bool, to sum: inout Sum
    ) {
        sum.add(prices.legs.stretchedBody * length.cost, for: .bodyLengths)
        if !isPhotoStory { sum.add(legLength(lines: lines, legs: legs), for: .legLengths) }
    }

    /// The charge for legs that are too short, too shallow or too long.
    func legLength(lines: Int, legs: Int) -> Cost {
        let prices = prices.legs
        let each = Double(lines) / Double(legs)
        let lacking = legs > 1 ? max(0, Double(prices.linesOfSeveral) - each) : 0
        return prices.shallowLegs * (lacking * lacking)
            + prices.shortLeg * max(0, Double(prices.lines.lowerBound) - each)
            + prices.longLeg * max(0, each - Double(prices.lines.upperBound))
    }

    /// The charge for few rows of text under a photo, in each of the legs that it covers, if there are other legs
    /// beside it.
    func legsUnderPhoto(_ rows: Int, legs: Int) -> Cost {
        guard rows > 0 else { return .zero }
        return prices.legs.shortLeg * (max(0, prices.legs.lines.lowerBound - rows) * legs)
    }

    /// The charge for white lines at the feet of legs.
    func white(_ lines: Int) -> Cost { prices.legs.whiteLine * lines }

    /// The charge for a cut into legs without its white lines, which have a charge of their own.
    ///
    /// - Parameters:
    ///   - cut: the cost that `LegBreaker` computes.
    ///   - white: the white lines at the feet of the legs.
    @inline(__always)
    func legEnds(_ cut: Cost, white: Int) -> Cost { cut - prices.legs.unevenLeg * white }

    // MARK: Photos

    /// The charge for cropping.
    ///
    /// - Parameter share: the largest share of a picture's height or width that is cropped away.
    func crop(_ share: Double) -> Cost { prices.photos.croppedPhoto * ((share * 10) * (share * 10)) }

    /// The charge for a photo block whose share of its module is too large or too small; for a photo story, whose share
    /// of the width is too small.
    func photoShare(columns: Int, rows: Int, of story: Story, legs: Int) -> Cost {
        if isPhotoStory(story) {
            return prices.photos.undersizedPhoto
                * max(0, prices.photos.photoStoryWidth - Double(columns) / Double(legs))
        }
        let cells = columns * rows
        let off = (Double(cells) / Double(cells + story.body.best.rows) - prices.photos.share) * 10
        return prices.photos.photoOutOfProportion * (off * off)
    }

    /// The charge for a photo that is narrower than it should be.
    func undersized(_ width: Length?, deserving deserved: Length) -> Cost {
        guard let width else { return .zero }
        return prices.photos.undersizedPhoto * max(0, 1 - (width + grid.gutter) / deserved)
    }

    /// The width that photos under a headline should have: at least that of the headline, and at least
    /// `deservedWidth(of:)`.
    func deservedWidth(under headline: HeadlineBlock, of story: Story) -> Length {
        max(headline.width, deservedWidth(of: story))
    }

    /// The width that a story's photos should have, by its rank and by their shape.
    func deservedWidth(of story: Story) -> Length {
        let rank = story.forms.contains(.leadPhoto) ? 1 : story.rank
        guard rank <= prices.photos.widths.count else { return .zero }
        let shape = story.pictures.count == 1 ? story.pictures[0].shape : prices.photos.shape
        return grid.width * prices.photos.widths[max(0, rank - 1)] * (prices.photos.shape / shape).squareRoot()
    }

    /// The charge for the place of a photo among a number of legs.
    func photoPlace(_ photo: Variant.PhotoPlace, legs: Int) -> Cost {
        if photo.columns == legs {
            return photo.level == .head ? prices.photos.photoOverHeadline : prices.photos.photoPartingStory
        }
        if photo.column == legs - photo.columns { return .zero }
        return photo.column == 0 ? prices.photos.photoAtLeft : prices.photos.photoInMiddle
    }

    /// Whether a story is a photo with a few words. Its legs may be as short as a caption.
    func isPhotoStory(_ story: Story) -> Bool {
        !story.pictures.isEmpty && story.body.best.rows < prices.photos.photoStoryLines
    }

    // MARK: The module as a whole

    /// The charge for a lead that is too narrow. There is none on a page of vertical lines, because columns of its grid
    /// are not widths.
    func narrowLead(columns: Int, rank: Int) -> Cost {
        guard rank == 1, grid.turn == nil else { return .zero }
        let deserved = Int((Double(grid.columns) * prices.stories.leadShare).rounded(.up))
        return prices.stories.narrowLead * max(0, deserved - columns)
    }

    /// The charge for a story without the box that the page should give it.
    ///
    /// - Parameter hasBox: whether this form of the story has a box.
    func unboxed(_ story: Story, hasBox: Bool) -> Cost {
        !hasBox && story.forms.contains(.box) ? prices.stories.unboxedStory : .zero
    }
}

extension Prices.Steps {
    /// The charge for the height of a step, in addition to that for having one.
    func height(of step: LegStep) -> Cost { deepStep * (step.rows - rows.lowerBound) }
}
