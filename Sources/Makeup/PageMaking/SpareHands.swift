public import Typesetting

/// Typesetters that may set and weigh stories while somebody else makes pages of them.
public struct SpareHands: Sendable {
    /// How many there are.
    public let count: Int
    /// Lends one for as long as some work takes; where none is to be had the work is not done.
    public let lend: @Sendable (_ work: (Typesetter) -> Void) -> Void

    public init(count: Int, lend: @escaping @Sendable (_ work: (Typesetter) -> Void) -> Void) {
        self.count = count
        self.lend = lend
    }

    public static let none = SpareHands(count: 0) { _ in }
}
