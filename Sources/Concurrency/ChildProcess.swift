internal import Dispatch
internal import Glibc

/// Runs another program, or this one again, for work that may end the process that does it.
public enum ChildProcess {
    /// How a process has ended.
    public enum Ending: Hashable, Sendable {
        /// By itself, with an exit status.
        case exit(Int32)
        /// By a signal, such as that of a crash.
        case signal(Int32)
    }

    /// What a file descriptor is in the child. Others that are open and not closed on execution are as in this process.
    public enum Descriptor: Hashable, Sendable {
        /// Nothing to read; what is written is discarded.
        case null
        /// A descriptor of this process.
        case duplicate(of: Int32)
    }

    /// The system cannot start the program.
    public struct Failure: Error, CustomStringConvertible {
        var code: Int32

        public var description: String { String(cString: strerror(code)) }
    }

    /// Runs a program to its end. The call blocks its thread.
    ///
    /// - Parameters:
    ///   - program: the path of an executable file.
    ///   - descriptors: what some of the program's descriptors are.
    public static func run(
        _ program: String, _ arguments: [String], _ descriptors: [(number: Int32, Descriptor)] = []
    ) throws(Failure) -> Ending {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var copies: [Int32] = []
        defer { for copy in copies { close(copy) } }
        for (number, descriptor) in descriptors {
            switch descriptor {
            case .null: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
            case .duplicate(let original):
                // A copy, because the original may have the number of another descriptor of the child.
                let copy = fcntl(original, F_DUPFD_CLOEXEC, 1 + (descriptors.map(\.number).max() ?? 0))
                guard copy >= 0 else { throw Failure(code: errno) }
                copies.append(copy)
                posix_spawn_file_actions_adddup2(&actions, copy, number)
            }
        }
        // Threads of queues have signals blocked, which the child must not inherit.
        var attributes = posix_spawnattr_t(), signals = sigset_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let code = posix_spawn(&process, program, &actions, &attributes, words, environ)
        guard code == 0 else { throw Failure(code: code) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(code: errno) }
        }
        let signal = status & 0x7F
        return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    }

    /// Ends this process when the other end of a pipe is closed: when the process that has it ends, however that happens.
    ///
    /// - Parameter descriptor: the end of the pipe to read from.
    public static func end(withPipe descriptor: Int32) {
        DispatchQueue(label: "ending").async {
            var byte: UInt8 = 0
            while case let count = read(descriptor, &byte, 1), count > 0 || count < 0 && errno == EINTR {}
            _exit(EXIT_SUCCESS)
        }
    }
}
