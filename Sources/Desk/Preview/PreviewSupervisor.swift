internal import Concurrency
internal import Diagnostics
internal import Glibc

/// Keeps a live view alive. The view is served by a process of its own; when that crashes, another one goes on with the same
/// socket.
///
/// Pages are made from whatever a user saves, by a dozen libraries in C. A fault in one of them ends the process. This one
/// opens the socket and does nothing else that could fail.
///
///     try PreviewSupervisor(server).run(program, arguments)
public struct PreviewSupervisor {
    private let server: PreviewServer

    /// The descriptor of the socket in the process that serves.
    static let socket: Int32 = 3
    /// That of a pipe whose other end this process has open as long as it runs.
    static let pipe: Int32 = 4
    /// The most crashes without a second between them.
    private static let mostCrashes = 5
    private static let leastLife = Duration.seconds(1)
    /// Signals by which a user or the system ends a program on purpose.
    private static let requests = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

    /// - Parameter server: a server that is not run. Its socket is that of the processes which serve.
    public init(_ server: PreviewServer) { self.server = server }

    /// Serves until the serving process ends by itself or is ended on purpose.
    ///
    /// - Parameters:
    ///   - program: the program that calls `PreviewServer.runSupervised`.
    ///   - arguments: its arguments, given the signal of the crash before it; nil the first time.
    /// - Returns: the exit status.
    /// - Throws: `DiagnosticsError` when the program cannot be started, or crashes again and again without working.
    public func run(_ program: String, _ arguments: (_ crash: Int32?) -> [String]) throws -> Int32 {
        // Swift's own report of a crash takes seconds, and may wait for a key. Whoever wants it sets the variable.
        setenv("SWIFT_BACKTRACE", "enable=no", 0)
        var crash: Int32?
        var early = 0
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else {
            throw DiagnosticsError([
                .error(at: nil, "the preview cannot be started: \(String(cString: strerror(errno)))")
            ])
        }
        defer { for end in ends { close(end) } }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        while early < Self.mostCrashes {
            let start = ContinuousClock.now
            let ending: ChildProcess.Ending
            do {
                ending = try ChildProcess.run(
                    program, arguments(crash),
                    [(Self.socket, .duplicate(of: server.descriptor)), (Self.pipe, .duplicate(of: ends[0]))])
            } catch {
                throw DiagnosticsError([.error(at: nil, "the preview cannot be started: \(error)")])
            }
            switch ending {
            case .exit(let status): return status
            case .signal(let signal) where Self.requests.contains(signal): return 128 + signal
            case .signal(let signal): crash = signal
            }
            early = .now - start < Self.leastLife ? early + 1 : 0
        }
        throw DiagnosticsError([.error(at: nil, "the preview crashes again and again (signal \(crash ?? 0))")])
    }
}
