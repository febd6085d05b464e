import Concurrency
import Synchronization
import Testing

/// All in one test: what is held is held for the whole program.
struct LettingGoTests {
    private final class Thing: Sendable {
        private let end: @Sendable () -> Void

        init(_ end: @escaping @Sendable () -> Void) { self.end = end }

        deinit { end() }
    }

    @Test func thingsAreHeldUntilNobodyWaits() async throws {
        let count = Count()
        LettingGo.later(Thing { count.add() })
        #expect(count.value == 0, "the thing was let go at once")
        LettingGo.now()
        #expect(count.value == 1)
        LettingGo.later(Thing { count.add() }, Thing { count.add() })
        // Some seconds are enough for the quiet one.
        for _ in 0..<100 where count.value < 3 { try await Task.sleep(for: .milliseconds(100)) }
        #expect(count.value == 3)
    }

    private final class Count: Sendable {
        private let counted = Mutex(0)
        var value: Int { counted.withLock { $0 } }
        func add() { counted.withLock { $0 += 1 } }
    }
}
