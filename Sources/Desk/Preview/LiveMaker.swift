internal import Concurrency
internal import Synchronization

/// Makes a live edition at its start and after every change of its files.
///
/// A change cancels a making that takes long, because its pages are out of date. With a file that is saved again and again
/// the view must still change; so after a making that was cancelled the next has twice the time before it may be.
struct LiveMaker: Sendable {
    private let edition: LiveEdition
    private let patience: Duration

    /// - Parameter patience: how long a making takes at least before a change cancels it.
    init(_ edition: LiveEdition, patience: Duration = .seconds(1)) {
        (self.edition, self.patience) = (edition, patience)
    }

    private struct Making: Sendable {
        let cancellation = Cancellation()
        /// When a change may cancel the making.
        var end: ContinuousClock.Instant
    }

    /// The making that is in work.
    private final class Current: Sendable {
        private let stored = Mutex<Making?>(nil)

        var making: Making? {
            get { stored.withLock { $0 } }
            set { stored.withLock { $0 = newValue } }
        }
    }

    /// Runs until the changes end or the task is cancelled.
    ///
    /// - Parameter waits: whether the pages are first made at the first change.
    func run(_ changes: AsyncStream<Void>, waits: Bool = false) async {
        let (requests, request) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let current = Current()
        if !waits { request.yield() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in changes {
                    request.yield()
                    // Waits for the making that is in work now; the next change waits in the stream.
                    guard let making = current.making else { continue }
                    try? await Task.sleep(until: making.end)
                    making.cancellation.cancel()
                }
                request.finish()
            }
            group.addTask {
                var patience = patience
                for await _ in requests {
                    let making = Making(end: .now + patience)
                    current.making = making
                    await edition.refresh(making.cancellation)
                    current.making = nil
                    patience = making.cancellation.isCancelled ? patience * 2 : self.patience
                }
            }
        }
    }
}
