import Dispatch
import Synchronization
import Testing

@testable import Concurrency

struct SharedCacheTests {
    @Test("every value is computed once, however many workers ask for it")
    func computesOnce() {
        let cache = SharedCache<Int, Int>(), computed = Mutex(0)
        let values = WorkerPool(jobs: 8).map(Array(0..<400)) { index in
            cache.value(for: index % 10) { _ in
                computed.withLock { $0 += 1 }
                return index % 10 * 2
            }
        }
        #expect(values == (0..<400).map { $0 % 10 * 2 })
        #expect(computed.withLock { $0 } == 10)
    }

    @Test("an insufficient value is extended, a sufficient one returned as it is")
    func extendsAValue() {
        let cache = SharedCache<String, [Int]>()
        func value(holding number: Int) -> [Int] {
            cache.value(for: "a", if: { $0.contains(number) }) { ($0 ?? []) + [number] }
        }
        #expect(value(holding: 1) == [1])
        #expect(value(holding: 2) == [1, 2])
        #expect(value(holding: 1) == [1, 2])
    }

    @Test("unclaimed entries are computed before the one that another worker is computing is waited for")
    func computesUnclaimedEntriesFirst() async {
        let cache = SharedCache<Int, String>()
        let isClaimed = AsyncStream<Void>.makeStream(), isComputed = DispatchSemaphore(value: 0)
        let slow = Task.detached {
            cache.value(for: 0) { _ in
                isClaimed.continuation.yield()
                isComputed.wait()
                return "slow"
            }
        }
        for await _ in isClaimed.stream { break }
        // The other worker ends only when key 1 has been computed.
        let values = cache.values(for: [0, 1], if: { _, _ in true }) { index, _ in
            isComputed.signal()
            return "own \(index)"
        }
        #expect(values == ["slow", "own 1"])
        #expect(await slow.value == "slow")
    }
}
