internal import Dispatch
internal import Synchronization

/// Works through pieces that do not need each other, several at once; what comes out is in the pieces' order.
///
/// Dispatch, and not a task group: makeup blocks its thread for as long as it reckons, which Swift's own pool of threads
/// is not made for, and callers need not be asynchronous. Dispatch works through pieces of pieces one after the other, so
/// whoever wants them done at once makes one list of them.
public struct WorkerPool: Sendable {
    /// How many pieces are in hand at once.
    public let jobs: Int

    public init(jobs: Int) { self.jobs = jobs }

    /// - Throws: what a piece that failed threw; the pieces in hand are ended, no other is begun.
    public func map<Piece: Sendable, Result: Sendable, Failure: Error>(
        _ pieces: [Piece], _ work: @Sendable (Piece) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        guard jobs > 1, pieces.count > 1 else { return try pieces.map(work) }
        let state = Mutex(State<Result, Failure>(results: Array(repeating: nil, count: pieces.count)))
        DispatchQueue.concurrentPerform(iterations: min(jobs, pieces.count)) { _ in
            while let next = state.withLock({ $0.take() }) {
                do throws(Failure) {
                    let result = try work(pieces[next])
                    state.withLock { $0.results[next] = result }
                } catch {
                    state.withLock { $0.failure = $0.failure ?? error }
                }
            }
        }
        let end = state.withLock { $0 }
        if let failure = end.failure { throw failure }
        return end.results.map { $0! }
    }

    private struct State<Result: Sendable, Failure: Error>: Sendable {
        var next = 0
        var results: [Result?]
        var failure: Failure?

        /// The next piece that nobody works on; nil when none is left or one has failed.
        mutating func take() -> Int? {
            guard next < results.count, failure == nil else { return nil }
            defer { next += 1 }
            return next
        }
    }
}
