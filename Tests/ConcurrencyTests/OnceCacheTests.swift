import Concurrency
import Dispatch
import Synchronization
import Testing

struct OnceCacheTests {
    @Test func eachValueIsMadeOnceHoweverManyAsk() {
        let values = OnceCache<Int, Int>()
        let count = Mutex(0)
        let sum = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 64) { _ in
            for key in 0..<50 {
                let value = values.value(for: key) {
                    count.withLock { $0 += 1 }
                    return key * key
                }
                sum.withLock { $0 += value }
            }
        }
        let (made, all) = (count.withLock { $0 }, sum.withLock { $0 })
        let squares = (0..<50).map { $0 * $0 }.reduce(0, +)
        #expect(made == 50)
        #expect(all == 64 * squares)
    }
}
