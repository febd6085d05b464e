extension VariantGenerator {
    /// What is charged for faults inside a module; how modules stand to each other `PlanCost` charges. One unit is
    /// about a fifth of a white line at a leg's foot.
    enum Charge {
        /// A line of white at a leg's foot (留白).
        static let whiteLine = 5.0
        /// Rows of white about a headline beyond its style's, by their square: one is air, a second is a hole.
        static let spareRow = 1.2
        /// A body set longer or shorter than it likes to be, per unit of line cost.
        static let stretchedBody = 0.6
        /// A tenth of a photo cropped away, by the square: a little is never seen.
        static let cropTenth = 1.0
        /// Legs under five lines read as crumbs, those over forty-five as a wall; per line beyond.
        static let shortLeg = 3.0
        static let longLeg = 0.4
        /// Several legs of under eight lines are a strip of text under its headline, and such strips make a page of bars; by the
        /// square of the lines that each leg lacks.
        static let shallowLeg = 0.3
        /// A photo's share of its module should be about two fifths; by the square of the tenths it is off.
        static let photoShare = 0.5
        /// A photo that is narrower than its headline, or than its story's rank deserves, is no picture but a stamp; by
        /// the share that it lacks.
        static let smallPhoto = 45.0
        /// A lead whose module is narrower than half of the page, per column: beside the masthead, where it would stand
        /// highest, the paper's name shouts it down, and wider stories under it look like the lead.
        static let narrowLead = 70.0
        /// A one-column headline of more than its three lines.
        static let towerHeadline = 8.0
        /// A cell of white at either side of a headline, beyond those that nobody takes for a hole.
        static let headlineSide = 1.0
        /// A photo over all columns between headline and body parts the two; over the headline it opens the story.
        static let photoAcross = 3.0
        static let photoHead = 0.5
        /// A photo that is not at the right breaks the way from leg to leg: not much in the middle, where it stands
        /// under a centred headline, more at the left, where the text should begin.
        static let photoMiddle = 0.3
        static let photoLeft = 0.8
        /// A headline at the left of its legs is for variety: across it is found sooner.
        static let headlineBeside = 2.5
        /// A vertical headline stands out as nothing else does: where it saves room, and not for itself.
        static let headlineVertical = 2.5
        /// The story that a page should box, without its box.
        static let unboxed = 5.0
        /// Legs of two depths ask the eye to look where a leg ends; worth much less than a cut through the page.
        static let step = 5.0
        static let stepRow = 0.3
        /// A row of white about such a headline, beyond one above it and one below, for each column that it takes; what its
        /// lines leave of the width counts with it.
        static let airBeside = 0.8
    }

    /// The share of a page that white at a headline's side may have: a fortieth is a hole wherever it stands (look.md).
    static let sideShare = 0.02
    /// The lines of a headline in one column.
    static let towerLines = 3
    /// Lines that a leg should have.
    static let legLines = 5...45
    /// Lines that each of several legs should have.
    static let levelLines = 8.0
    /// A story of fewer lines with a photo is a photo with a few words.
    static let photoStoryLines = 12
    /// The share of its module's width that the photo has then at least.
    static let photoStoryWidth = 0.6
    /// The share of its module that a photo should have.
    static let photoShare = 0.4
    /// The share of the page's columns that its lead should stand on.
    static let leadShare = 0.5
    /// The share of the page's width that the photo of a story of each rank should have: a lead's half of it, and so that
    /// which leads the page's photos, whatever its rank. That is for a photo of 3 : 2; others should be as large.
    static let photoWidths = [1.0 / 2, 1.0 / 3]
    static let photoShape = 2.0 / 3
    /// The fewest columns of a story that is set wide, and the characters that a line of text beside a vertical headline
    /// may have.
    static let wideColumns = 3
    static let besideVertical = 12...24
    /// Rows that a headline may get beyond its own, over and under it together: more, and it floats.
    static let mostSpare = 2
    /// Lines of white that a module may have for each of its columns: more is a hole that no cost excuses.
    static let mostWhite = 4
}
