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

    @Test("a batch within a batch is executed, with as many workers as are idle", arguments: [1, 2, 5])
    func mapsWithinMap(jobs: Int) {
        let pool = WorkerPool(jobs: jobs)
        let sums = pool.map(Array(0..<20)) { outer in pool.map(Array(0..<20)) { $0 * outer }.reduce(0, +) }
        #expect(sums == (0..<20).map { 190 * $0 })
    }

    @Test("a pipeline's results are in the order in which items were submitted", arguments: [1, 2, 5])
    func pipelines(jobs: Int) throws {
        let results = try WorkerPool(jobs: jobs).pipeline { submit in
            for number in 0..<200 { submit(number) }
        } consume: {
            $0 * 2
        }
        #expect(results == (0..<200).map { $0 * 2 })
    }

    @Test("a pipeline throws what its producer or a consumer throws", arguments: [1, 3])
    func pipelineThrows(jobs: Int) {
        struct Fault: Error, Equatable { var number: Int }
        let pool = WorkerPool(jobs: jobs)
        #expect(throws: Fault(number: -1)) {
            try pool.pipeline { (submit: (Int) -> Void) in
                submit(1)
                throw Fault(number: -1)
            } consume: {
                $0
            }
        }
        #expect(throws: Fault(number: 7)) {
            try pool.pipeline { submit in
                for number in 0..<20 { submit(number) }
            } consume: { number in
                if number == 7 { throw Fault(number: number) }
            }
        }
        // The workers are idle again.
        #expect(pool.map([1, 2, 3]) { $0 } == [1, 2, 3])
    }

    @Test("background tasks end with the closure that they accompany", arguments: [1, 4])
    func runsBackgroundTasks(jobs: Int) {
        let executed = Mutex(Set<Int>())
        let result = WorkerPool(jobs: jobs).withBackgroundTasks(10_000) { number in
            executed.withLock { _ = $0.insert(number) }
        } during: {
            "done"
        }
        #expect(result == "done")
        let numbers = executed.withLock { $0 }
        if jobs == 1 { #expect(numbers.isEmpty) }
        // The lowest numbers come first, whenever the closure returned.
        #expect(numbers == Set(0..<numbers.count))
    }
}
