internal import Dispatch
internal import Synchronization

extension WorkerPool {
    /// Executes a producer on the calling thread while idle workers consume what it submits.
    ///
    /// When the producer has returned, the calling thread consumes as well, beginning with the item that was submitted
    /// last.
    ///
    /// - Parameters:
    ///   - produce: calls `submit` for every item, in the order in which results are returned.
    ///   - consume: turns an item into a result.
    /// - Returns: the results in the order in which their items were submitted.
    /// - Throws: what the producer threw, else the first error that a consumer threw.
    public func pipeline<Item: Sendable, Result: Sendable>(
        _ produce: (_ submit: (Item) -> Void) throws -> Void, consume: @Sendable (Item) throws -> Result
    ) throws -> [Result] {
        try withoutActuallyEscaping(consume) { consume in
            let queue = Queue<Item, Result>(), group = DispatchGroup()
            defer { group.wait() }
            let consumeWaiting: @Sendable () -> Void = {
                while let next = queue.takeFirst() { queue.finish(next, consume) }
            }
            try produce { item in
                queue.add(item)
                _ = start(in: group, consumeWaiting)
            }
            for _ in 0..<queue.waitingCount where start(in: group, consumeWaiting) {}
            while let next = queue.takeLast() { queue.finish(next, consume) }
            group.wait()
            return try queue.results()
        }
    }

    /// Executes a closure on the calling thread while idle workers execute numbered tasks, the lowest number first. When
    /// the closure returns, tasks that are being executed are finished and no other is begun.
    ///
    /// - Parameter count: how many tasks there are, numbered from 0.
    public func withBackgroundTasks<Result>(
        _ count: Int, _ task: @Sendable (Int) -> Void, during body: () throws -> Result
    ) rethrows -> Result {
        try withoutActuallyEscaping(task) { task in
            let next = TaskCounter(count: count), group = DispatchGroup()
            for _ in 0..<min(count, jobs - 1)
            where start(in: group, { while let number = next.take() { task(number) } }) {}
            defer {
                next.stop()
                group.wait()
            }
            return try body()
        }
    }

    /// Items that were submitted, and the results of those that were consumed.
    private final class Queue<Item: Sendable, Result: Sendable>: Sendable {
        private struct State: Sendable {
            var waiting: [(number: Int, item: Item)] = []
            var results: [Result?] = []
            var failure: (any Error)?
        }

        private let state = Mutex(State())

        var waitingCount: Int { state.withLock { $0.waiting.count } }

        func add(_ item: Item) {
            state.withLock { state in
                state.waiting.append((state.results.count, item))
                state.results.append(nil)
            }
        }

        func takeFirst() -> (number: Int, item: Item)? {
            state.withLock { $0.waiting.isEmpty || $0.failure != nil ? nil : $0.waiting.removeFirst() }
        }

        func takeLast() -> (number: Int, item: Item)? {
            state.withLock { $0.failure == nil ? $0.waiting.popLast() : nil }
        }

        func finish(_ next: (number: Int, item: Item), _ consume: (Item) throws -> Result) {
            do {
                let result = try consume(next.item)
                state.withLock { $0.results[next.number] = result }
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }

        func results() throws -> [Result] {
            let end = state.withLock { $0 }
            if let failure = end.failure { throw failure }
            return end.results.map { $0! }
        }
    }

    /// Hands out the numbers of tasks.
    private final class TaskCounter: Sendable {
        private let count: Int
        private let next = Mutex(0)

        init(count: Int) { self.count = count }

        func take() -> Int? {
            next.withLock { next in
                guard next < count else { return nil }
                defer { next += 1 }
                return next
            }
        }

        func stop() { next.withLock { $0 = count } }
    }
}
