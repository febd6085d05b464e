public import Layouts

/// One way to set a story on so many columns: which headline, how high a photo, how long a body, and so how many rows.
public struct Variant: Hashable, Sendable {
    /// Columns and rows of the module.
    public var columns: Int
    public var rows: Int
    /// Which of the story's headline blocks in this width.
    public var headline: Int
    /// Which of the body's lengths.
    public var length: Int
    public var photo: PhotoPlace?
    /// Rows of the body, and white rows between it and the headline beyond the headline's own.
    public var bodyRows: Int
    public var spareRows: Int
    /// Lines left white at the legs' feet.
    public var white: Int
    public var cost: Double

    /// Where a photo block stands in its module.
    public struct PhotoPlace: Hashable, Sendable {
        /// The first of the module's columns that it covers.
        public var column: Int
        public var columns: Int
        public var rows: Int
    }

    /// The legs' tops and capacities, in rows of the body.
    public var legs: [(top: Int, rows: Int)] {
        (0..<columns).map { column in
            guard let photo, (photo.column..<photo.column + photo.columns).contains(column) else { return (0, bodyRows) }
            return (photo.rows, bodyRows - photo.rows)
        }
    }
}

/// All that a story may look like on so many columns: at most one variant for each number of rows, the cheapest.
public struct VariantShelf: Sendable {
    public var headlines: [HeadlineBlock]
    /// Keyed by rows.
    public var variants: [Int: Variant]
}
