import Concurrency
import Glibc
import Testing

@Suite(.serialized)
struct ChildProcessTests {
    @Test func endsAreToldApart() throws {
        #expect(try ChildProcess.run("/bin/sh", ["-c", "exit 3"]) == .exit(3))
        #expect(try ChildProcess.run("/bin/sh", ["-c", "kill -KILL $$"]) == .signal(SIGKILL))
        #expect(throws: ChildProcess.Failure.self) { try ChildProcess.run("/nowhere", []) }
    }

    /// This thread may have blocked them.
    @Test func signalsAreNotBlocked() throws {
        #expect(try ChildProcess.run("/bin/sh", ["-c", "kill -TERM $$"]) == .signal(SIGTERM))
    }

    /// The two ends of a pipe get each other's numbers.
    @Test func descriptorsMayTradeTheirNumbers() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let ending = try ChildProcess.run(
            "/bin/bash", ["-c", "echo read >&\(ends[0]); read word <&\(ends[1]); test $word = read"],
            [(ends[0], .duplicate(of: ends[1])), (ends[1], .duplicate(of: ends[0])), (STDERR_FILENO, .null)])
        #expect(ending == .exit(0))
    }
}
