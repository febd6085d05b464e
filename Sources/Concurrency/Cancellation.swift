internal import Synchronization

/// Tells work that is executed by threads, and not by tasks, that its result is no longer wanted.
public final class Cancellation: Sendable {
    private let flag = Atomic(false)

    public init() {}

    public var isCancelled: Bool { flag.load(ordering: .relaxed) }

    public func cancel() { flag.store(true, ordering: .relaxed) }

    /// - Throws: `CancellationError` once `cancel()` has been called.
    public func check() throws {
        if isCancelled { throw CancellationError() }
    }
}
