import Synchronization
import Testing

@testable import Concurrency

struct DeferredReleaseTests {
    private final class Thing: Sendable {
        let onRelease: @Sendable () -> Void

        init(_ onRelease: @escaping @Sendable () -> Void) { self.onRelease = onRelease }

        deinit { onRelease() }
    }

    private final class Counter: Sendable {
        private let number = Mutex(0)
        var count: Int { number.withLock { $0 } }
        func add() { number.withLock { $0 += 1 } }
    }

    @Test("values live on for a while and are released without anybody's doing")
    func releasesLater() async throws {
        let released = Counter()
        DeferredRelease.release(Thing { released.add() }, Thing { released.add() })
        #expect(released.count == 0)
        for _ in 0..<100 where released.count < 2 { try await Task.sleep(for: .milliseconds(100)) }
        #expect(released.count == 2)
    }
}
