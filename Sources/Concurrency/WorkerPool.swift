internal import Dispatch
internal import Synchronization

/// A fixed number of workers for CPU-bound work that never suspends.
///
/// The calling thread is always one of them; the others are threads of the system's pool that are taken when they are
/// idle and returned when a batch ends. Batches may start batches of their own: a nested batch gets the workers that are
/// idle at that moment, and at least the thread that it is called on. Results are in the order of the input, so they are
/// the same for every number of workers.
///
/// The pool uses Dispatch and not a task group. Makeup is CPU-bound and never suspends, so it would block Swift's
/// cooperative threads, and its callers need not be asynchronous.
public final class WorkerPool: Sendable {
    /// How many pieces of work are executed at once, at least 1.
    public let jobs: Int
    /// Workers that execute nothing, the calling thread aside.
    private let idle: Mutex<Int>

    /// - Parameter jobs: how many pieces of work are executed at once; less than 1 counts as 1.
    public init(jobs: Int) {
        self.jobs = max(1, jobs)
        idle = Mutex(max(1, jobs) - 1)
    }

    /// Transforms every piece and returns the results in the order of the pieces.
    ///
    /// - Throws: the first error that a piece threw. Pieces that are being worked on are finished, no other is begun.
    public func map<Piece: Sendable, Result: Sendable, Failure: Error>(
        _ pieces: [Piece], _ work: @Sendable (Piece) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        guard jobs > 1, pieces.count > 1 else { return try pieces.map(work) }
        let batch = Batch<Result, Failure>(count: pieces.count)
        withWorkers(pieces.count - 1) {
            while let next = batch.take() {
                do throws(Failure) {
                    batch.finish(next, try work(pieces[next]))
                } catch {
                    batch.fail(error)
                }
            }
        }
        return try batch.results()
    }

    /// Executes a closure on the calling thread and on idle workers, and returns when all of them have returned.
    ///
    /// - Parameter most: the most workers to take beside the calling thread.
    func withWorkers(_ most: Int, _ body: @Sendable () -> Void) {
        withoutActuallyEscaping(body) { body in
            let group = DispatchGroup()
            for _ in 0..<most where start(in: group, body) {}
            body()
            group.wait()
        }
    }

    /// Executes a closure on an idle worker.
    ///
    /// - Returns: false when every worker is busy; then the closure is not executed.
    func start(in group: DispatchGroup, _ body: @escaping @Sendable () -> Void) -> Bool {
        let isTaken = idle.withLock { idle in
            guard idle > 0 else { return false }
            idle -= 1
            return true
        }
        guard isTaken else { return false }
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
            body()
            self.idle.withLock { $0 += 1 }
        }
        return true
    }

    /// The state of one `map`.
    private final class Batch<Result: Sendable, Failure: Error>: Sendable {
        private struct State: Sendable {
            var next = 0
            var results: [Result?]
            var failure: Failure?
        }

        private let state: Mutex<State>

        init(count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

        /// The next piece that no worker has begun; nil when none is left or one has failed.
        func take() -> Int? {
            state.withLock { state in
                guard state.next < state.results.count, state.failure == nil else { return nil }
                defer { state.next += 1 }
                return state.next
            }
        }

        func finish(_ piece: Int, _ result: Result) { state.withLock { $0.results[piece] = result } }

        func fail(_ error: Failure) { state.withLock { $0.failure = $0.failure ?? error } }

        func results() throws(Failure) -> [Result] {
            let end = state.withLock { $0 }
            if let failure = end.failure { throw failure }
            return end.results.map { $0! }
        }
    }
}
