internal import Crew
internal import Synchronization
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

    /// Works through pieces that do not need each other, with one's own typesetter and those that are lent; what comes out
    /// is in the pieces' order.
    func map<Piece: Sendable, Result: Sendable>(
        _ pieces: [Piece], own setter: Typesetter, _ work: @Sendable (Piece, Typesetter) -> Result
    ) -> [Result] {
        let own = Mutex(Own(setter: setter))
        return Workers(jobs: count + 1).map(pieces) { piece in
            if let result = own.withLockIfAvailable({ work(piece, $0.setter) }) { return result }
            var result: Result?
            lend { result = work(piece, $0) }
            return result ?? own.withLock { work(piece, $0.setter) }
        }
    }

    /// Unchecked: behind its lock nobody else has it.
    private struct Own: @unchecked Sendable {
        let setter: Typesetter
    }

    public static let none = SpareHands(count: 0) { _ in }
}
