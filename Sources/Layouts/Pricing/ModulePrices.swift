extension Prices {
    /// Headlines, and the white about them.
    public struct Headlines: Hashable, Sendable {
        /// Each step down the sizes of its rank, so that the larger size is chosen if both break well.
        public var smallerHeadline: Cost = 0.6
        /// The same for the lead, which readers should see first.
        public var smallerLeadHeadline: Cost = 2
        /// A title that is broken although it has room on one line. One line is stronger, and saves rows.
        public var brokenHeadline: Cost = 4
        /// Each line beyond those of its style. A headline with more lines looks like text.
        public var extraHeadlineLine: Cost = 15
        /// A title from edge to edge of its columns, which meets the modules beside it. A smaller size leaves some
        /// white at its sides.
        public var edgeToEdgeHeadline: Cost = 1
        /// A headline in one column of more than `linesInOneColumn`.
        public var deepHeadline: Cost = 8
        /// Rows of white about a headline beyond those of its style, by their square. One row looks intended, a second
        /// looks like a hole.
        public var looseHeadline: Cost = 1.2
        /// A cell of white at either side of a headline that is much narrower than its columns, beyond `sideWhite`.
        public var narrowHeadline: Cost = 1
        /// A headline at the left of its legs. It gives a page variety, but a headline across the legs is found sooner.
        public var headlineBeside: Cost = 2.5
        /// A vertical headline (竖题). It stands out more than anything else, so it should save room and not only
        /// decorate.
        public var headlineVertical: Cost = 2.5
        /// A row of white about a headline beside its text, beyond `airRowsBeside`, for each column that it takes. The
        /// width that its lines leave free counts as white, too.
        public var airBesideHeadline: Cost = 0.8

        /// The most lines of a title that does not fit into those of its style.
        public var mostLines = 4
        /// The fewest characters for which each line of such a title has room. With shorter lines the title is too deep
        /// for its width.
        public var leastExtraLine = 7.0
        /// The white that a title should leave at both sides of its columns together, in em.
        public var airAtSides = 0.5
        /// The most lines of a headline in one column.
        public var linesInOneColumn = 3
        /// The share of the page's cells that white at a headline's side may take. A fortieth is a hole on any page.
        public var sideWhite = 0.02
        /// The most rows that a headline may get beyond its own, above and below it together. With more it seems
        /// detached.
        public var mostSpareRows = 2
        /// The most columns that a headline at the left of its legs takes.
        public var mostColumnsBeside = 2
        /// The least share of two columns' width that such a headline fills. With less it has a hole beside it.
        public var leastFillBeside = 0.6
        /// Rows of white above and below such a headline together that do not look like a hole.
        public var airRowsBeside = 2
        /// The characters that a line of text beside a vertical headline may have.
        public var measureBesideVertical = 12...24

        public init() {}
    }

    /// The text in its legs: how level the legs end, and the lines at their heads and feet.
    public struct Legs: Hashable, Sendable {
        /// A line of white at a leg's foot (留白).
        public var whiteLine: Cost = 5
        /// Each line that a leg has fewer than `lines`. So short a leg looks like a fragment.
        public var shortLeg: Cost = 3
        /// Each line that a leg has more than `lines`. So long a leg is hard to read.
        public var longLeg: Cost = 0.4
        /// Several legs of fewer lines than `linesOfSeveral`, by the square of the lines that each of them lacks. They
        /// form a strip of text below their headline, and many strips make a page look like bars.
        public var shallowLegs: Cost = 0.3
        /// A leg that ends above the others.
        public var unevenLeg: Cost = 1
        /// The rows beyond the first by which such a leg ends above the others, by their square. They look like a hole.
        public var holeAtLegFoot: Cost = 30
        /// Each leg from a short one to the last. Of two legs, the earlier should be full.
        public var earlierLegShort: Cost = 0.05
        /// A paragraph's last line alone at a leg's head (CLREQ 7.1.2).
        public var loneLastLine: Cost = 36
        /// A paragraph's first line alone at a leg's foot.
        public var loneFirstLine: Cost = 28
        /// A subhead as a leg's last line.
        public var subheadAtLegFoot: Cost = 400
        /// A subhead at a leg's foot with one line of its text under it.
        public var subheadOverOneLine: Cost = 40
        /// A body that is set longer or shorter than its best setting, per unit of the line cost that this adds.
        public var stretchedBody: Cost = 0.6
        /// Each row that does not fit. It is not dropped but left over, which costs more than anything else.
        public var oversetRow: Cost = 10_000

        /// Lines that a leg should have.
        public var lines = 5...45
        /// Lines that each of several legs should have.
        public var linesOfSeveral = 8
        /// The most lines of white that a module may have for each of its columns. More is always a hole.
        public var mostWhite = 4
        /// The most rows that a leg may stay below its capacity to get a better break.
        public var mostRowsShort = 4
        /// The fewest columns of a story that is set wide (破栏).
        public var leastColumnsSetWide = 3

        public init() {}
    }

    /// Legs of two depths (咬合).
    public struct Steps: Hashable, Sendable {
        /// Legs of two depths. The reader has to find where a leg ends, but that matters much less than a cut.
        public var steppedLegs: Cost = 5
        /// Each row between the two depths beyond `leastRows`.
        public var deepStep: Cost = 0.3

        /// The rows between the two depths. Fewer rows look like a mistake, and with more the deep legs look like
        /// another story.
        public var rows = 6...32
        /// The greatest number of lines of a deep leg, as a multiple of the lines of a short one, for the same reason.
        public var mostTimes = 3

        public init() {}
    }

    /// Photos in their modules.
    public struct Photos: Hashable, Sendable {
        /// A tenth of a photo that is cropped away, by the square. A little does not show.
        public var croppedPhoto: Cost = 1
        /// A photo whose share of its module is not `share`, by the square of the tenths that it is off.
        public var photoOutOfProportion: Cost = 0.5
        /// A photo narrower than its headline, or than its story's rank deserves, by the share of the width that it
        /// lacks. Such a photo looks too small.
        public var undersizedPhoto: Cost = 45
        /// A photo over all columns between the headline and the body, which separates them.
        public var photoPartingStory: Cost = 3
        /// A photo over all columns above the headline. It opens the story, so this is hardly a fault.
        public var photoOverHeadline: Cost = 0.5
        /// A photo in the middle, which interrupts the way from leg to leg. Below a centred headline this matters
        /// little.
        public var photoInMiddle: Cost = 0.3
        /// A photo at the left, where the text should begin.
        public var photoAtLeft: Cost = 0.8

        /// The share of its module that a photo should have.
        public var share = 0.4
        /// The share of the page's width that the photo of a story should have, by rank. The photo that leads the
        /// page's photos counts as the lead's. The widths are for a photo of `shape`. Photos of other shapes should
        /// cover the same area.
        public var widths = [1.0 / 2, 1.0 / 3]
        /// Height over width of a usual photo.
        public var shape = 2.0 / 3
        /// A story of fewer lines with a photo is a photo story: a photo with a few words.
        public var photoStoryLines = 12
        /// The least share of its module's width that the photo of a photo story has.
        public var photoStoryWidth = 0.6

        public init() {}
    }

    /// A story's module as a whole.
    public struct Stories: Hashable, Sendable {
        /// Each column that the lead's module is narrower than `leadShare` of the page. A narrow lead would be highest
        /// beside the masthead. There the paper's name is more conspicuous, and wider stories below look like the lead.
        public var narrowLead: Cost = 70
        /// The story that a page should box, without its box.
        public var unboxedStory: Cost = 5

        /// The share of the page's columns that its lead should take.
        public var leadShare = 0.5

        public init() {}
    }

    /// The ranks of stories to which the editor gave none.
    public struct Ranks: Hashable, Sendable {
        /// A story of fewer lines is a brief.
        public var briefLines = 8
        /// A story of fewer lines is a small one.
        public var smallLines = 15
        /// A story of more lines is a feature.
        public var featureLines = 80
        /// The places in the copy, from 0, of the stories that rank next to the lead.
        public var secondPlaces = 1...2

        public init() {}
    }

    /// Which stories may take a less common form: small ones, from a rank on, without photos and with a number of lines
    /// in a range.
    public struct Forms: Hashable, Sendable {
        public var smallRank = 3
        public var linesBesideHeadline = 0...30
        public var linesUnderVertical = 10...60
        public var linesInBox = 8...40
        /// Lines that make a band across the page's foot.
        public var leastBandLines = 24
        /// The most stories from which the planner may choose that band.
        public var mostBands = 3
        /// The most vertical headlines of a page.
        public var mostVertical = 2
        /// Characters that each of them may have.
        public var verticalTitle = 4...14

        public init() {}
    }
}
