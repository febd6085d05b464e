import FuzzedReaders
import Glibc
import TestSupport
import Testing

/// What is wrong with a program that builds mutated editions is found. `make fuzz-editions` builds them with the real one.
@Suite(.waiting)
struct FuzzedEditionTests {
    /// The faults of a program that does something with the edition in `$2`.
    private func faults(_ script: String, seed: Int = 0, wait: Double = 60) throws -> [String] {
        let folder = try TemporaryFolder(["program": "#!/bin/bash\necho 1 >&2\n\(script)\n"])
        chmod(folder.path("program"), 0o755)
        return try FuzzedEdition(seed: seed).faults(of: folder.path("program"), in: folder.path("run"), wait: wait)
    }

    @Test func aProgramThatRejectsEveryEditionHasNoFault() throws {
        #expect(try faults("exit 1") == [])
        #expect(try faults("exit 2") == [])
    }

    @Test(arguments: [
        ("kill -SEGV $$", "ended by signal 11"), ("exit 3", "exit status 3"),
        ("echo >> $2/edition.yaml; exit 1", "edition.yaml is changed"),
        // Processor time in hundredths of a second.
        ("while read -a s < /proc/$$/stat; (( s[13] + s[14] < 560 )); do :; done; exit 1", "of processor time"),
        ("x=$(head -c 700000000 /dev/zero | tr '\\0' x); exit 1", "MB"),
    ])
    func aFaultIsFound(script: String, fault: String) throws {
        #expect(try faults(script).contains { $0.contains(fault) })
    }

    @Test func aProgramWithoutEndIsStopped() throws {
        #expect(try faults("while :; do :; done", wait: 1).contains("no end after 1.0 s"))
    }

    @Test func aMessageIsDueForARejectedEdition() throws {
        #expect(try faults("exec 2>&-; : > ${2%edition}messages; exit 1") == ["exit status 1 without a message"])
    }

    /// Some edition of few has only files that are as they were written, so its stories are known.
    @Test func aStoryThatIsNotInTheReportIsLost() throws {
        let lost = try (0..<12).flatMap { try faults("echo {} > $6", seed: $0) }
        #expect(lost.contains { $0.contains("is lost in silence") })
    }

    @Test func editionsDependOnTheSeed() throws {
        let editions = try (0..<20).map { try FuzzedEdition(seed: $0).files }
        #expect(try FuzzedEdition(seed: 7).files == editions[7])
        #expect(Set(editions.map { $0["edition.yaml"] }).count > 10)
    }
}
