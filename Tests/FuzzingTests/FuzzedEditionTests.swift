import FuzzedReaders
import Glibc
import TestSupport
import Testing

/// What is wrong with a program that builds mutated editions is found. `make fuzz-editions` builds them with the real one.
@Suite(.waiting)
struct FuzzedEditionTests {
    /// The faults of a program that does something with the edition in `$2`.
    private func faults(_ script: String, seed: Int = 0, limits: FuzzedEdition.Limits = .init()) throws -> [String] {
        let folder = try TemporaryFolder(["program": "#!/bin/bash\necho 1 >&2\n\(script)\n"])
        chmod(folder.path("program"), 0o755)
        return try FuzzedEdition(seed: seed).faults(of: folder.path("program"), in: folder.path("run"), limits: limits)
    }

    @Test func aProgramThatRejectsEveryEditionHasNoFault() throws {
        #expect(try faults("exit 1") == [])
        #expect(try faults("exit 2") == [])
    }

    @Test(arguments: [
        ("kill -SEGV $$", "ended by signal 11"), ("exit 3", "exit status 3"),
        ("echo >> $2/edition.yaml; exit 1", "edition.yaml is changed"),
    ])
    func aFaultIsFound(script: String, fault: String) throws {
        #expect(try faults(script).contains { $0.contains(fault) })
    }

    @Test func aProgramThatTakesTooMuchIsFound() throws {
        var limits = FuzzedEdition.Limits()
        limits.seconds = 0.3
        limits.megabytes = 20
        // Processor time in hundredths of a second.
        let long = try faults(
            "while read -a s < /proc/$$/stat; (( s[13] + s[14] < 40 )); do :; done; exit 1", limits: limits)
        #expect(long.count == 1 && long[0].hasSuffix("s of processor time with 1 workers"))
        // The seconds are for whoever watches it.
        let large = try faults("x=$(head -c 30000000 /dev/zero | tr '\\0' x); sleep 2; exit 1", limits: limits)
        #expect(large.contains { $0.hasSuffix(" MB") })
    }

    @Test func aProgramWithoutEndIsStopped() throws {
        var limits = FuzzedEdition.Limits()
        limits.wait = 1
        #expect(try faults("while :; do :; done", limits: limits).contains("no end after 1.0 s"))
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
