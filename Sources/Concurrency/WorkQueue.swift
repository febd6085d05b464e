internal import Dispatch
internal import Synchronization

/// Executes CPU-bound work for asynchronous callers on threads of the system.
///
///     let queue = WorkQueue(limit: 2)
///     let pages = try await queue.run { cancellation in try compose(edition, cancellation) }
///
/// Swift has as many cooperative threads as the processor has cores. Makeup is CPU-bound and never suspends, so on those
/// threads it would keep every other task of the program waiting. A piece of work that is waiting for its turn holds no
/// thread.
public final class WorkQueue: Sendable {
    private struct Job: Sendable {
        let cancellation: Cancellation
        /// Executes the work and resumes its caller; of a cancelled job only the latter.
        let execute: @Sendable () -> Void
    }

    private struct State: Sendable {
        var running = 0
        var waiting: [Job] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: how many pieces of work are executed at once; less than 1 counts as 1.
    public init(limit: Int) { self.limit = max(1, limit) }

    /// Executes work in the order of the calls and suspends the caller until it has ended.
    ///
    /// - Parameter work: receives the cancellation that a cancelled task triggers, and has to check it now and then.
    /// - Throws: what the work throws; `CancellationError` if the task was cancelled before the work ended.
    public func run<Result: Sendable>(
        _ work: @escaping @Sendable (Cancellation) throws -> Result
    ) async throws -> Result {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(
                    Job(cancellation: cancellation) {
                        continuation.resume(
                            with: Swift.Result {
                                try cancellation.check()
                                let result = try work(cancellation)
                                try cancellation.check()
                                return result
                            })
                    })
            }
        } onCancel: {
            cancellation.cancel()
            removeCancelledJobs()
        }
    }

    private func add(_ job: Job) {
        let canStart = state.withLock { state in
            // A job that was cancelled before it came here was not in the list that `removeCancelledJobs` looked through.
            guard state.running == limit, !job.cancellation.isCancelled else {
                state.running += 1
                return true
            }
            state.waiting.append(job)
            return false
        }
        if canStart { start(job) }
    }

    /// Executes a job and those that wait on one thread, until none waits.
    private func start(_ first: Job) {
        // A serial queue of its own gets a thread even while all threads of the shared pool are busy.
        DispatchQueue(label: "paiban.work", qos: .userInitiated).async { [self] in
            var next: Job? = first
            while let job = next {
                job.execute()
                next = state.withLock { state in
                    guard state.running <= limit, !state.waiting.isEmpty else {
                        state.running -= 1
                        return nil
                    }
                    return state.waiting.removeFirst()
                }
            }
        }
    }

    /// Ends the jobs that wait and are no longer wanted.
    private func removeCancelledJobs() {
        let cancelled = state.withLock { state in
            let cancelled = state.waiting.filter(\.cancellation.isCancelled)
            state.waiting.removeAll(where: \.cancellation.isCancelled)
            return cancelled
        }
        for job in cancelled { job.execute() }
    }
}
