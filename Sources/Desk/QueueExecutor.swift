internal import Dispatch

/// Runs an actor's work beside Swift's own threads, of which there are as many as cores: making and drawing pages keep a
/// thread busy for as long as they reckon, and browsers would wait for their turn.
final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(_ name: String) { queue = DispatchQueue(label: "paiban.\(name)") }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
