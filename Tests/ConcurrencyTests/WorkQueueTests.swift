import Concurrency
import Dispatch
import Glibc
import Synchronization
import Testing

struct WorkQueueTests {
    private struct Fault: Error {}

    @Test func theCallerGetsTheResultOrTheError() async throws {
        let queue = WorkQueue(limit: 2)
        #expect(try await queue.run { _ in 42 } == 42)
        await #expect(throws: Fault.self) { try await queue.run { _ in throw Fault() } }
    }

    @Test("no more pieces of work than the limit are executed at once, and all are", arguments: [0, 1, 3])
    func limit(_ limit: Int) async throws {
        let queue = WorkQueue(limit: limit), running = Shared((now: 0, most: 0))
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...40 {
                group.addTask {
                    try await queue.run { _ in
                        running.change { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                        defer { running.change { $0.now -= 1 } }
                        return number
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 820)
        #expect(running.value.most <= max(1, limit))
    }

    @Test("work that blocks its thread leaves Swift's own threads to other tasks")
    func cooperativeThreadsStayFree() async throws {
        // More than most machines have cores: on cooperative threads the task that opens the gate would never be executed.
        let count = 64, queue = WorkQueue(limit: count), gate = DispatchSemaphore(value: 0)
        let begun = Shared(0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count {
                group.addTask {
                    try await queue.run { _ in
                        begun.change { $0 += 1 }
                        gate.wait()
                    }
                }
            }
            group.addTask {
                while begun.value < count { try await Task.sleep(for: .milliseconds(1)) }
                for _ in 0..<count { gate.signal() }
            }
            try await group.waitForAll()
        }
    }

    @Test func aCancelledTaskEndsItsWork() async {
        let queue = WorkQueue(limit: 1), isRunning = Shared(false)
        let task = Task {
            try await queue.run { cancellation in
                isRunning.change { $0 = true }
                while true {
                    try cancellation.check()
                    usleep(1000)
                }
            }
        }
        while !isRunning.value { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("a result that comes after the task was cancelled is not returned")
    func lateResult() async {
        let queue = WorkQueue(limit: 1), gate = DispatchSemaphore(value: 0), isRunning = Shared(false)
        let task = Task {
            try await queue.run { _ in
                isRunning.change { $0 = true }
                gate.wait()
                return 42
            }
        }
        while !isRunning.value { await Task.yield() }
        task.cancel()
        gate.signal()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }

    @Test("a task that is cancelled while its work waits ends at once, and the work is not executed")
    func cancelledWhileWaiting() async throws {
        let queue = WorkQueue(limit: 1), gate = DispatchSemaphore(value: 0), isRunning = Shared(false)
        let blocking = Task {
            try await queue.run { _ in
                isRunning.change { $0 = true }
                gate.wait()
            }
        }
        while !isRunning.value { await Task.yield() }
        let isExecuted = Shared(false)
        let waiting = Task { try await queue.run { _ in isExecuted.change { $0 = true } } }
        try await Task.sleep(for: .milliseconds(5))
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        gate.signal()
        try await blocking.value
        #expect(!isExecuted.value)
        #expect(try await queue.run { _ in 1 } == 1)
    }
}

/// A value that several threads read and change.
final class Shared<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    var value: Value { mutex.withLock { $0 } }
    func change(_ body: (inout Value) -> Void) { mutex.withLock { body(&$0) } }
}
