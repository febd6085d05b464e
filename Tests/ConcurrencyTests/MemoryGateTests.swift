import Concurrency
import Synchronization
import TestSupport
import Testing

struct MemoryGateTests {
    /// Large work runs one piece at a time, small work beside it.
    @Test func largeWorkIsAlone() {
        let gate = MemoryGate(from: 100), running = Mutex((now: 0, most: 0))
        let sums = WorkerPool(jobs: 4).map(Array(0..<200)) { piece in
            gate.run(needing: 100 + piece) {
                running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                let sum = (0...1000).reduce(piece, +)
                running.withLock { $0.now -= 1 }
                return sum
            }
        }
        #expect(running.withLock { $0.most } == 1)
        #expect(sums == (0..<200).map { 500_500 + $0 })
        // Small work does not wait for large work.
        #expect(gate.run(needing: 100) { gate.run(needing: 99) { "small" } } == "small")
    }

    @Test func anErrorOpensTheGate() {
        struct Failure: Error {}
        let gate = MemoryGate(from: 1)
        #expect(throws: Failure.self) { try gate.run(needing: 1) { throw Failure() } }
        #expect(gate.run(needing: 1) { true })
    }
}
