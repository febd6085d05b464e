internal import Dispatch
public import Typesetting

/// Typesetters that may set and weigh stories, and make pages of them, while somebody else does.
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

    /// Hands that are at work.
    struct Help {
        fileprivate let working = DispatchGroup()

        var isOver: Bool { working.wait(timeout: .now()) == .success }

        /// Waits until no hand is busy any more.
        func wait() { working.wait() }
    }

    /// Has all of them do some work, beside whoever asks.
    func help(_ work: @escaping @Sendable (Typesetter) -> Void) -> Help {
        let help = Help()
        for _ in 0..<count {
            DispatchQueue.global(qos: .userInitiated).async(group: help.working) { lend(work) }
        }
        return help
    }
}
