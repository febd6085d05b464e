internal import Dispatch

/// Runs an actor's jobs, one at a time, on a thread outside Swift's cooperative pool.
///
/// Making and drawing pages are CPU-bound and never suspend. On the pool, which has one thread a core, they would delay
/// the answers to browsers.
public final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// - Parameter name: what debuggers call the queue.
    public init(_ name: String) { queue = DispatchQueue(label: "paiban.\(name)") }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    /// Executes a closure that blocks its thread for long, such as one that waits for the kernel, on a thread of its own.
    public static func detach(_ name: String, _ body: @escaping @Sendable () -> Void) {
        DispatchQueue(label: "paiban.\(name)").async(execute: body)
    }
}
