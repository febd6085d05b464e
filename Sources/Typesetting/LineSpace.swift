public import Pages

/// The room of one line: where it begins in the column and how wide it is.
public struct LineSpace: Hashable, Sendable {
    /// From the column's left edge.
    public var start: Length
    public var width: Length

    public init(start: Length = .zero, width: Length) {
        self.start = start
        self.width = width
    }
}
