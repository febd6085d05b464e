public import Layouts

/// A way to set a story in a number of columns: a headline, the height of a photo, a length of the body, and the
/// resulting number of rows.
///
/// A variant contains no text. The planner compares variants by their cost, and `ModuleBuilder` builds the module of
/// the variant that is chosen.
public struct Variant: Hashable, Sendable {
    /// The columns and rows of the module.
    @Small public var columns: Int
    @Small public var rows: Int
    /// The index of the headline block among the story's blocks in this width.
    @Small public var headline: Int
    /// The index of the body's length.
    @Small public var length: Int
    public var photo: PhotoPlace?
    /// The rows of the body, and the white rows around the headline beyond its own.
    @Small public var bodyRows: Int
    @Small public var spareRows: Int
    /// The rows of the body by which the legs were priced: before they were given two depths, and before an area that
    /// is too low cut them off.
    @Small private(set) var pricedBodyRows: Int
    /// Lines left white at the legs' feet.
    @Small public var white: Int
    public var cost: Cost
    public var headlinePlace: HeadlinePlace
    /// The legs, if they are not the page's columns.
    public var ownLegs: LegGrid?
    public var box: BoxStyle?
    /// The step of a module some of whose legs end above the others.
    public var step: LegStep?
    /// The rows for a filler at the module's foot, under a white row.
    @Small public var hole = 0

    public init(
        columns: Int, rows: Int, headline: Int, length: Int, photo: PhotoPlace?, bodyRows: Int, spareRows: Int,
        white: Int, cost: Cost, headlinePlace: HeadlinePlace = .across, ownLegs: LegGrid? = nil, box: BoxStyle? = nil
    ) {
        (self.columns, self.rows, self.headline, self.length) = (columns, rows, headline, length)
        (self.photo, self.bodyRows, self.spareRows, self.white) = (photo, bodyRows, spareRows, white)
        (self.cost, self.headlinePlace, self.ownLegs, self.box) = (cost, headlinePlace, ownLegs, box)
        pricedBodyRows = bodyRows
    }

    /// A number of columns or rows in four bytes, because there are many thousands of variants.
    @propertyWrapper
    public struct Small: Hashable, Sendable {
        private var number: Int32

        public init(wrappedValue: Int) { number = Int32(clamping: wrappedValue) }

        public var wrappedValue: Int {
            get { Int(number) }
            set { number = Int32(clamping: newValue) }
        }
    }

    /// The place of the headline in its module.
    public enum HeadlinePlace: Hashable, Sendable {
        /// Over the legs, or over those beside a photo.
        case across
        /// At the left of the legs, as high as they are, over a number of columns.
        case beside(columns: Int)
        /// In vertical lines (竖题) at the left of the legs, as high as they are.
        case vertical
        /// In vertical lines over the first legs, which continue under it. The other legs begin level with its top.
        case corner(columns: Int, rows: Int)
    }

    /// The place of a photo block in its module.
    public struct PhotoPlace: Hashable, Sendable {
        /// The first column of the module that the photo covers.
        @Small public var column: Int
        @Small public var columns: Int
        @Small public var rows: Int
        public var level = Level.body

        public enum Level: Hashable, Sendable {
            /// Under the headline, at the head of its legs.
            case body
            /// From the module's top, with the headline beside it.
            case side
            /// From the module's top over all columns, with the headline under it.
            case head
        }

        func covers(_ leg: Int) -> Bool { (column..<column + columns).contains(leg) }
    }

    /// The tops and capacities of the legs, in rows of the body. A photo beside the headline may end above the body;
    /// the legs under it begin there. Legs without room have no rows.
    public var legs: [(top: Int, rows: Int)] { (0..<legCount).map(leg) }

    var legCount: Int { ownLegs?.count ?? columns }

    func leg(_ leg: Int) -> (top: Int, rows: Int) {
        if case .beside(let columns) = headlinePlace, leg < columns { return (0, 0) }
        if case .corner(let columns, let rows) = headlinePlace, leg < columns { return (rows, bodyRows - rows) }
        let foot = bodyRows - (step.map { $0.covers(leg, of: columns) ? $0.rows : 0 } ?? 0)
        guard let photo, photo.level != .head, photo.covers(leg) else { return (0, foot) }
        let top = photo.level == .side ? photo.rows - (rows - bodyRows) : photo.rows
        return (top, foot - top)
    }

    /// The rows of the module, and of a leg, as they were priced. Legs of two depths are priced as they are.
    var pricedRows: Int { rows - bodyRows + pricedBodyRows }
    func pricedRows(_ leg: Int) -> Int {
        guard step == nil else { return self.leg(leg).rows }
        return self.leg(leg).rows == 0 ? 0 : self.leg(leg).rows - bodyRows + pricedBodyRows
    }

    /// Whether both variants have the same lines in the same legs.
    func isCut(like other: Variant) -> Bool {
        length == other.length && photo == other.photo && bodyRows == other.bodyRows
            && headlinePlace == other.headlinePlace && ownLegs == other.ownLegs
    }

    /// The columns under the headline.
    var headlineColumns: Range<Int> {
        switch headlinePlace {
        case .beside(let columns), .corner(let columns, _): return 0..<columns
        case .across, .vertical: break
        }
        guard let photo, photo.level == .side else { return 0..<columns }
        return photo.column == 0 ? photo.columns..<columns : 0..<photo.column
    }

    /// Whether the headline is at the module's upper left or right corner. Two such headlines side by side butt (碰题). A
    /// photo, text or a box separates headlines, and a vertical headline does not butt.
    var hasHeadlineAtLeft: Bool { mayButt && headlineColumns.lowerBound == 0 }
    var hasHeadlineAtRight: Bool { mayButt && headlineColumns.upperBound == columns }
    /// The rank of the headline at each upper corner; 0 if there is none.
    func corners(rank: Int) -> (left: UInt8, right: UInt8) {
        let corner = UInt8(clamping: rank)
        return (hasHeadlineAtLeft ? corner : 0, hasHeadlineAtRight ? corner : 0)
    }
    private var mayButt: Bool {
        switch headlinePlace {
        case .across, .beside: photo?.level != .head && box == nil
        case .vertical, .corner: false
        }
    }

    /// The rows between a box's edge and its contents.
    var boxRows: Int { box == nil ? 0 : BoxStyle.insetRows }
}

/// The variants of a story in a number of columns: the cheapest for each number of rows.
public struct WidthVariants: Sendable {
    /// The headline blocks that the variants refer to by index.
    public var headlines: [HeadlineBlock]
    public var variants = VariantsByRows()
    /// The variants with legs of two depths; nil when the story has none in this width.
    var stepped: SteppedVariants?
}
