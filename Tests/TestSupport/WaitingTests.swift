import Dispatch
public import Testing

/// Runs the tests of a suite on threads outside Swift's cooperative pool.
public struct OutsideTheCooperativePool: SuiteTrait, TestScoping {
    fileprivate let hasThreadsOfItsOwn: Bool

    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let executor = QueueTaskExecutor(pool: hasThreadsOfItsOwn ? nil : Self.pool)
        try await withTaskExecutorPreference(executor) { try await function() }
    }

    /// The trait's scope is the suite as a whole, whose tests inherit the executor.
    public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { test.isSuite ? self : nil }

    private static let pool = DispatchQueue(label: "paiban.tests", attributes: .concurrent)

    /// Runs the jobs of tasks on a queue that has about as many threads as there are cores, or each on a thread that the
    /// system shares the cores with at once.
    private final class QueueTaskExecutor: TaskExecutor {
        private let pool: DispatchQueue?

        init(pool: DispatchQueue?) { self.pool = pool }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            (pool ?? DispatchQueue(label: "paiban.test")).async {
                job.runSynchronously(on: self.asUnownedTaskExecutor())
            }
        }
    }
}

extension Trait where Self == OutsideTheCooperativePool {
    /// Marks a suite whose tests block their thread, because they wait for another program, a browser or the clock.
    ///
    /// Other tests run on Swift's cooperative threads, one for each core. A blocked one would leave a core without work,
    /// and a test that waits often would wait each time until every other test has had its turn.
    public static var waiting: Self { Self(hasThreadsOfItsOwn: true) }

    /// Marks a suite whose tests compute for seconds, with several workers: these would leave a core without work while
    /// one of them is waited for.
    public static var computing: Self { Self(hasThreadsOfItsOwn: false) }
}
