/// What there is to say of a page once it is made: what was chosen for each story, what it cost, and how long it took.
public struct PageReport: Hashable, Encodable, Sendable {
    public var page: Int
    public var layout: String
    /// From the top of the page, then from the left.
    public var stories: [StoryReport]
    /// What closes holes that the stories leave.
    public var fillers: [FillerReport] = []
    /// Lines left white at legs' feet (留白), of all column-lines that the page has beside its furniture.
    public var whiteLines: Int
    public var columnLines: Int
    /// Column-lines that nothing fills: holes, beyond the white rows between stories.
    public var emptyLines: Int
    /// What is white of all column-lines.
    public var whiteShare: Double
    /// Headlines side by side at one height (碰题).
    public var buttingHeads: [ButtingHeads]
    /// Gutters and white rows that run from edge to edge of the page (通缝、断版).
    public var cuts: [PageCut]
    /// Stories that stand under, or are headed smaller than, one of lower rank.
    public var inversions: [RankInversion]
    /// What the page's dummy cost by the planner's terms.
    public var cost: Double
    public var charges: [Charge]
    /// Seconds by phase, in the order of the work.
    public var phases: [Phase]

    public struct Charge: Hashable, Encodable, Sendable {
        public var term: String
        public var cost: Double
    }

    public struct Phase: Hashable, Encodable, Sendable {
        public var name: String
        public var seconds: Double
        public init(name: String, seconds: Double) {
            self.name = name
            self.seconds = seconds
        }
    }

    public struct ButtingHeads: Hashable, Encodable, Sendable {
        public var left: String
        public var right: String
        /// Their sizes in points; of one size they read as one line.
        public var sizes: [Double]
    }

    public struct PageCut: Hashable, Encodable, Sendable {
        public enum Direction: String, Encodable, Sendable { case across, down }
        public var direction: Direction
        /// The row above a cut across, the column left of a cut down; from 1.
        public var after: Int
    }

    public struct RankInversion: Hashable, Encodable, Sendable {
        public enum Fault: String, Encodable, Sendable { case below, smaller }
        /// The story of higher rank, and the other.
        public var story: String
        public var other: String
        public var fault: Fault
    }
}

/// What was chosen for a story.
public struct StoryReport: Hashable, Encodable, Sendable {
    public var id: String
    public var title: String
    public var rank: Int
    /// From 1, both ends included.
    public var columns: Cells
    public var rows: Cells
    public var headlineSize: Double
    public var headlineLines: Int
    public var photo: PhotoReport?
    /// Rows of the body, and how many more or fewer than as it is set best.
    public var bodyLines: Int
    public var bodyStretch: Int
    /// Rows of text in each leg, and how many each leg could hold.
    public var legs: [Int]
    public var legRooms: [Int]
    /// By how many rows the legs' feet differ: 0 or 1 on a good page.
    public var legDifference: Int
    public var whiteLines: Int
    public var spareRows: Int
    public var oversetLines: Int
    public var cost: Double
}

/// A filler and where it stands.
public struct FillerReport: Hashable, Encodable, Sendable {
    public var id: String
    public var title: String
    public var columns: Cells
    public var rows: Cells
}

/// Columns or rows from one to another, counted from 1.
public struct Cells: Hashable, Encodable, Sendable {
    public var first: Int
    public var last: Int

    init(_ cells: Range<Int>) { (first, last) = (cells.lowerBound + 1, cells.upperBound) }
}

/// A photo block as it stands in its module.
public struct PhotoReport: Hashable, Encodable, Sendable {
    public var column: Int
    public var columns: Int
    public var rows: Int
    /// The largest share of a picture that is cropped away.
    public var cropped: Double
}
