import Dispatch
public import Testing

/// Runs the tests of a suite on threads outside Swift's cooperative pool.
public struct OutsideTheCooperativePool: SuiteTrait, TestScoping {
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(QueueTaskExecutor()) { try await function() }
    }

    /// The trait's scope is the suite as a whole, whose tests inherit the executor.
    public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { test.isSuite ? self : nil }

    /// Runs the jobs of tasks on a queue that takes another thread when one is blocked.
    private final class QueueTaskExecutor: TaskExecutor {
        private let queue = DispatchQueue(label: "paiban.tests", attributes: .concurrent)

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }
}

extension Trait where Self == OutsideTheCooperativePool {
    /// Marks a suite whose tests block their thread, because they wait for another program, a browser, the clock or the
    /// workers of a pool, or that compute for many seconds.
    ///
    /// Other tests run on Swift's cooperative threads, one for each core. A blocked one would leave a core without work,
    /// and a test that waits often would wait each time until every other test has had its turn.
    public static var waiting: Self { Self() }
}
