internal import Dispatch

/// Limits the memory of a process: work that needs much of it runs one piece at a time, whatever the number of workers.
///
///     let picture = try gate.run(needing: width * height * 4) { try decode(file) }
///
/// Work must not call `run` of the same gate.
public final class MemoryGate: Sendable {
    /// The number of bytes from which work is alone.
    private let least: Int
    private let semaphore = DispatchSemaphore(value: 1)

    /// - Parameter bytes: the number of bytes from which work is alone.
    public init(from bytes: Int) { least = bytes }

    /// Executes work that needs a number of bytes, after other large work has ended.
    public func run<Result, Failure: Error>(
        needing bytes: Int, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard bytes >= least else { return try work() }
        semaphore.wait()
        defer { semaphore.signal() }
        return try work()
    }
}
