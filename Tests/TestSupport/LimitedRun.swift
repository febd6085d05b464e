import Foundation
import Glibc

/// A program that ran to its end or was stopped after a time, with the processor time and the memory that it took.
public struct LimitedRun: Sendable {
    /// The exit status; 0 if a signal ended the program.
    public private(set) var status: Int32 = 0
    /// The signal that ended the program by itself.
    public private(set) var signal: Int32?
    /// Whether the program was stopped because its time was over.
    public private(set) var isStopped = false
    /// The greatest memory in use.
    public private(set) var megabytes = 0
    /// The processor time of all its threads.
    public private(set) var processorSeconds = 0.0

    private struct Failure: Error { var program: String }

    /// Runs a program.
    ///
    /// - Parameters:
    ///   - messages: the file for its standard error.
    ///   - seconds: the time after which it is stopped.
    public init(_ program: String, _ arguments: [String], messages: String, seconds: Double) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var pointers = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        guard posix_spawn(&process, program, &actions, nil, &pointers, environ) == 0 else {
            throw Failure(program: program)
        }
        let end = ContinuousClock.now + .seconds(seconds)
        var result: Int32 = 0, usage = rusage()
        while wait4(process, &result, isStopped ? 0 : WNOHANG, &usage) == 0 {
            megabytes = max(megabytes, Self.megabytes(of: process))
            usleep(3000)
            if ContinuousClock.now > end {
                isStopped = true
                kill(process, SIGKILL)
            }
        }
        processorSeconds = [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
        }
        let ending = result & 0x7F
        if ending == 0 { status = result >> 8 & 0xFF } else if !isStopped { signal = ending }
    }

    /// The greatest memory that a process has had in use so far; 0 if it has ended. What the system reports at the end counts
    /// the memory of the process that started it, too.
    private static func megabytes(of process: pid_t) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return 0 }
        return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 >> 10 } ?? 0
    }
}
