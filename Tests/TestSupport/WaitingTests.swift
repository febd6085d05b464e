import Dispatch
public import Testing

/// Runs each test on a thread of its own.
public struct ThreadOfItsOwn: SuiteTrait, TestTrait, TestScoping {
    public var isRecursive: Bool { true }

    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        try await withTaskExecutorPreference(QueueTaskExecutor()) { try await function() }
    }

    /// Runs the jobs of a task on a serial queue, which takes a new thread when those of the system's pool are blocked.
    private final class QueueTaskExecutor: TaskExecutor {
        private let queue = DispatchQueue(label: "paiban.test")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }
}

extension Trait where Self == ThreadOfItsOwn {
    /// Marks a suite or a test that blocks its thread while it waits for another program, a browser or the clock.
    ///
    /// Tests run on Swift's cooperative threads, one for each core; a blocked one would leave a core without work.
    public static var waiting: Self { Self() }
}
