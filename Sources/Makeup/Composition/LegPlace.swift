internal import Pages

/// Where one leg of a module stands on its grid, as that lies, and which lines of the galley are in it.
struct LegPlace: Hashable {
    /// The leg's left edge, and its width.
    var x: Length
    var width: Length
    /// The row of its first line.
    var row: Int
    /// Rows that it could hold; 0 where a headline or a photo takes all of it.
    var room: Int
    var lines: Range<Int>
}
