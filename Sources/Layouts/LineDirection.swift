/// Which way lines run.
public enum LineDirection: String, CaseIterable, Hashable, Sendable {
    /// To the right, the next line below.
    case horizontal
    /// From top to bottom, the next line at the left (竖排).
    case vertical
}
