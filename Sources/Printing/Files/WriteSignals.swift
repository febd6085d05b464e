internal import Glibc

/// Blocks the signals by which the system ends a program that writes beyond the shell's limit to the size of files
/// (SIGXFSZ), or into a pipe that nobody reads any longer (SIGPIPE). While they are blocked, writing returns an error.
enum WriteSignals {
    /// Calls `body` with the signals blocked on this thread. Both are sent to the thread that writes.
    static func blocked<Result>(_ body: () throws -> Result) rethrows -> Result {
        var signals = sigset_t(), previous = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGXFSZ)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, &previous)
        defer {
            // A signal that was sent meanwhile is taken back; else it would end the program now.
            var now = timespec()
            while sigtimedwait(&signals, nil, &now) > 0 {}
            pthread_sigmask(SIG_SETMASK, &previous, nil)
        }
        return try body()
    }
}
