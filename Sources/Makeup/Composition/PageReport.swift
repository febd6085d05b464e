/// The report about a composed page: the form of each story, the costs, and the time that each phase took.
public struct PageReport: Hashable, Encodable, Sendable {
    public var page: Int
    public var layout: String
    /// The stories from the top of the page, then from the left.
    public var stories: [StoryReport]
    /// The fillers in holes that the stories leave.
    public var fillers: [FillerReport] = []
    /// Lines left white at the legs' feet (留白), and all column-lines of the page beside its furniture.
    public var whiteLines: Int
    public var columnLines: Int
    /// The column-lines of holes, without the white rows between stories.
    public var emptyLines: Int
    /// The share of white lines and holes in all column-lines.
    public var whiteShare: Double
    /// Headlines side by side at one height (碰题).
    public var buttingHeads: [ButtingHeads]
    /// Gutters and white rows that run from edge to edge of the page (通缝、断版).
    public var cuts: [PageCut]
    /// Pairs of stories of which the one of higher rank is below the other, or has a smaller headline.
    public var inversions: [RankInversion]
    /// The cost of the page's dummy, in total and by the planner's terms.
    public var cost: Double
    public var charges: [Charge]
    /// The phases in which the page was made, in order.
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
        /// The sizes of the headlines in points. Readers take headlines of the same size for one line.
        public var sizes: [Double]
    }

    public struct PageCut: Hashable, Encodable, Sendable {
        public enum Direction: String, Encodable, Sendable { case across, down }
        public var direction: Direction
        /// The row above a cut across, or the column at the left of a cut down, counted from 1.
        public var after: Int
    }

    public struct RankInversion: Hashable, Encodable, Sendable {
        public enum Fault: String, Encodable, Sendable { case below, smaller }
        /// The story of higher rank, and the one of lower rank.
        public var story: String
        public var other: String
        public var fault: Fault
    }
}

/// The form that was chosen for a story.
public struct StoryReport: Hashable, Encodable, Sendable {
    public var id: String
    public var title: String
    public var rank: Int
    /// The cells of the page, counted from 1, both ends included.
    public var columns: Cells
    public var rows: Cells
    public var headlineSize: Double
    public var headlineLines: Int
    public var photo: PhotoReport?
    /// The rows of the body, and their difference from its best length.
    public var bodyLines: Int
    public var bodyStretch: Int
    /// The rows of text in each leg, and the rows that each leg can hold.
    public var legs: [Int]
    public var legRooms: [Int]
    /// The difference of the legs' feet in rows: 0 or 1 on a good page.
    public var legDifference: Int
    public var whiteLines: Int
    public var spareRows: Int
    public var oversetLines: Int
    public var cost: Double
}

/// A filler and its cells.
public struct FillerReport: Hashable, Encodable, Sendable {
    public var id: String
    public var title: String
    public var columns: Cells
    public var rows: Cells
}

/// A range of columns or rows, counted from 1, both ends included.
public struct Cells: Hashable, Encodable, Sendable {
    public var first: Int
    public var last: Int

    init(_ cells: Range<Int>) { (first, last) = (cells.lowerBound + 1, cells.upperBound) }
}

/// A photo block in its module.
public struct PhotoReport: Hashable, Encodable, Sendable {
    public var column: Int
    public var columns: Int
    public var rows: Int
    /// The largest share of a picture's width or height that is cropped away.
    public var cropped: Double
}
