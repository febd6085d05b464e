import Concurrency
import Synchronization
import Testing

struct WorkerPoolTests {
    private struct Fault: Error {}

    @Test(arguments: [1, 2, 8]) func resultsStandInTheOrderOfThePieces(jobs: Int) throws {
        #expect(try WorkerPool(jobs: jobs).map(Array(0..<100)) { $0 * $0 } == (0..<100).map { $0 * $0 })
        #expect(try WorkerPool(jobs: jobs).map([Int]()) { $0 } == [])
    }

    @Test(arguments: [1, 2]) func whatFailsEndsTheWork(jobs: Int) {
        let begun = Mutex(0)
        #expect(throws: Fault.self) {
            try WorkerPool(jobs: jobs).map(Array(0..<1_000)) { piece in
                begun.withLock { $0 += 1 }
                if piece == 3 { throw Fault() }
            }
        }
        #expect(begun.withLock { $0 } < 1_000)
    }
}
