extension Prices {
    /// Headlines, and the white about them.
    public struct Headlines: Hashable, Sendable {
        /// Each step down the sizes of its rank, so that the larger size wins where both break well.
        public var smallerHeadline: Cost = 0.6
        /// The same for the lead, which is to be seen first.
        public var smallerLeadHeadline: Cost = 2
        /// A title that is broken where it had room on one line: one line is stronger, and saves rows.
        public var brokenHeadline: Cost = 4
        /// Each line beyond those of its style: with more it would be a text.
        public var extraHeadlineLine: Cost = 15
        /// A title from edge to edge of its columns, which meets what stands beside it: a smaller size leaves it some
        /// air.
        public var edgeToEdgeHeadline: Cost = 1
        /// A headline in one column of more than `linesInOneColumn`.
        public var deepHeadline: Cost = 8
        /// Rows of white about a headline beyond its style's, by their square: one is air, a second is a hole.
        public var looseHeadline: Cost = 1.2
        /// A cell of white at either side of a headline that is much narrower than its columns, beyond `sideWhite`.
        public var narrowHeadline: Cost = 1
        /// A headline at the left of its legs. It gives a page variety, but a headline across the legs is found sooner.
        public var headlineBeside: Cost = 2.5
        /// A vertical headline (竖题). Nothing stands out as it does, so it should save room and not only decorate.
        public var headlineVertical: Cost = 2.5
        /// A row of white about a headline beside its text, beyond `airRowsBeside`, for each column that it takes. The
        /// width that its lines leave free counts as white, too.
        public var airBesideHeadline: Cost = 0.8

        /// The most lines of a title that does not fit into those of its style.
        public var mostLines = 4
        /// The fewest characters that each of so many lines has room for: shorter lines make a tower.
        public var leastExtraLine = 7.0
        /// The air that a title should leave at both sides of its columns together, in em.
        public var airAtSides = 0.5
        /// Lines that a headline in one column may have.
        public var linesInOneColumn = 3
        /// The share of the page's cells that white at a headline's side may have: a fortieth is a hole anywhere.
        public var sideWhite = 0.02
        /// The most rows that a headline may get beyond its own, over and under it together: with more it floats.
        public var mostSpareRows = 2
        /// The most columns that a headline at the left of its legs takes.
        public var mostColumnsBeside = 2
        /// The least share of two columns' width that such a headline fills: with less it stands in a hole.
        public var leastFillBeside = 0.6
        /// Rows of white over and under such a headline together that do not look like a hole.
        public var airRowsBeside = 2
        /// The characters that a line of text beside a vertical headline may have.
        public var measureBesideVertical = 12...24

        public init() {}
    }

    /// The text in its legs: how level they end, and what stands at their heads and feet.
    public struct Legs: Hashable, Sendable {
        /// A line of white at a leg's foot (留白).
        public var whiteLine: Cost = 5
        /// Each line that a leg has fewer than `lines`: so short a leg reads as a crumb.
        public var shortLeg: Cost = 3
        /// Each line that a leg has more than `lines`: so long a leg is a wall of text.
        public var longLeg: Cost = 0.4
        /// Several legs of fewer lines than `linesOfSeveral`, by the square of the lines that each of them lacks: they are
        /// a strip of text under their headline, and such strips make a page of bars.
        public var shallowLegs: Cost = 0.3
        /// A leg that ends above the others.
        public var unevenLeg: Cost = 1
        /// The rows beyond the first by which it does, by their square: they show as a hole.
        public var holeAtLegFoot: Cost = 30
        /// Each leg from a short one to the last: of two legs the earlier should be full.
        public var earlierLegShort: Cost = 0.05
        /// A paragraph's last line alone at a leg's head (CLREQ 7.1.2).
        public var loneLastLine: Cost = 36
        /// A paragraph's first line alone at a leg's foot.
        public var loneFirstLine: Cost = 28
        /// A subhead as a leg's last line.
        public var subheadAtLegFoot: Cost = 400
        /// A subhead at a leg's foot with one line of its text under it.
        public var subheadOverOneLine: Cost = 40
        /// A body set longer or shorter than it is set best, per unit of the line cost that this adds.
        public var stretchedBody: Cost = 0.6
        /// Each row that does not fit. It is not dropped but left over, which costs more than anything else.
        public var oversetRow: Cost = 10_000

        /// Lines that a leg should have.
        public var lines = 5...45
        /// Lines that each of several legs should have.
        public var linesOfSeveral = 8
        /// The most lines of white that a module may have for each of its columns: more is a hole at any price.
        public var mostWhite = 4
        /// The most rows that a leg may stay under its capacity so that its break falls better.
        public var mostRowsShort = 4
        /// The fewest columns of a story that is set wide (破栏).
        public var leastColumnsSetWide = 3

        public init() {}
    }

    /// Legs of two depths (咬合).
    public struct Steps: Hashable, Sendable {
        /// Legs of two depths: the reader has to look where a leg ends. That matters much less than a cut.
        public var steppedLegs: Cost = 5
        /// Each row between the two depths beyond `leastRows`.
        public var deepStep: Cost = 0.3

        /// The rows between the two depths: fewer look like a slip, and with more the deep legs look like another story.
        public var rows = 6...32
        /// How many times the lines of a short leg a deep one may have, for the same reason.
        public var mostTimes = 3

        public init() {}
    }

    /// Photos in their modules.
    public struct Photos: Hashable, Sendable {
        /// A tenth of a photo cropped away, by the square: a little is not seen.
        public var croppedPhoto: Cost = 1
        /// A photo whose share of its module is not `share`, by the square of the tenths that it is off.
        public var photoOutOfProportion: Cost = 0.5
        /// A photo narrower than its headline, or than its story's rank deserves, by the share of the width that it lacks:
        /// it looks like a stamp.
        public var undersizedPhoto: Cost = 45
        /// A photo over all columns between the headline and the body, which parts them.
        public var photoPartingStory: Cost = 3
        /// A photo over all columns above the headline. It opens the story, so this is hardly a fault.
        public var photoOverHeadline: Cost = 0.5
        /// A photo in the middle, which breaks the way from leg to leg; not much under a centred headline.
        public var photoInMiddle: Cost = 0.3
        /// A photo at the left, where the text should begin.
        public var photoAtLeft: Cost = 0.8

        /// The share of its module that a photo should have.
        public var share = 0.4
        /// The share of the page's width that the photo of a story should have, by rank. The photo that leads the page's
        /// photos counts as the lead's. This is for a photo of `shape`; others should cover as much.
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
        /// Each column that the lead's module is narrower than `leadShare` of the page. Beside the masthead, where a narrow
        /// lead would stand highest, the paper's name is louder, and wider stories under it look like the lead.
        public var narrowLead: Cost = 70
        /// The story that a page should box, without its box.
        public var unboxedStory: Cost = 5

        /// The share of the page's columns that its lead should stand on.
        public var leadShare = 0.5

        public init() {}
    }

    /// What ranks stories get that the editor gave none.
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

    /// Which stories may take a less common form: small ones, from a rank on, without photos and of so many lines.
    public struct Forms: Hashable, Sendable {
        public var smallRank = 3
        public var linesBesideHeadline = 0...30
        public var linesUnderVertical = 10...60
        public var linesInBox = 8...40
        /// Lines that make a band across the page's foot.
        public var leastBandLines = 24
        /// Stories that the planner may choose that band from.
        public var mostBands = 3
        /// Vertical headlines of a page.
        public var mostVertical = 2
        /// Characters that each of them may have.
        public var verticalTitle = 4...14

        public init() {}
    }
}
