internal import Synchronization

/// Counts finished pieces of work and reports the count. Several workers may add to it.
public final class ProgressCounter: Sendable {
    private let count = Mutex(0)
    private let total: Int
    private let report: (@Sendable (_ finished: Int, _ total: Int) -> Void)?

    /// - Parameter report: receives each count, in order, on the thread that adds to it.
    public init(total: Int, _ report: (@Sendable (_ finished: Int, _ total: Int) -> Void)?) {
        (self.total, self.report) = (total, report)
    }

    public func add(_ pieces: Int) {
        count.withLock { count in
            count += pieces
            report?(count, total)
        }
    }
}
