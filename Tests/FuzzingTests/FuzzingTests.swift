import Foundation
import FuzzedReaders
import TestSupport
import Testing

/// Every reader reads a thousand mutated files without a crash, a hang or a fault. `make fuzz` runs many more.
@Suite(.computing)
struct FuzzingTests {
    /// The number of files for each reader, always the same ones. They take some seconds.
    private static let count = 1000
    /// The processor time in which a reader must be done with one file.
    private static let mostSeconds = 5.0

    /// The processor time that this thread has taken.
    private var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test("mutated files are read or rejected", .slow, .timeLimit(.minutes(10)), arguments: try FuzzedReader.all())
    func mutated(_ reader: FuzzedReader) throws {
        let folder = try TemporaryFolder()
        // A crash also ends the tests; the file that caused it remains here.
        let last = FileManager.default.temporaryDirectory.path + "/paiban-fuzzed-\(reader)-\(getpid())"
        var faulty = 0
        for seed in 0..<Self.count {
            var mutator = Mutator(seed: seed)
            let input = mutator.input(for: reader)
            try writeFile(input, to: last)
            let start = processorSeconds
            var faults = try reader.faults(input, folder.path)
            if processorSeconds - start > Self.mostSeconds { faults.append("it takes \(processorSeconds - start) s") }
            #expect(faults.isEmpty, "\(reader), seed \(seed): \(faults)\n\(String(decoding: input, as: UTF8.self))")
            faulty += faults.isEmpty ? 0 : 1
            if faulty > 4 { break }
        }
        try FileManager.default.removeItem(atPath: last)
    }

    @Test("seeds are without fault", arguments: try FuzzedReader.all())
    func seeds(_ reader: FuzzedReader) throws {
        let folder = try TemporaryFolder()
        for seed in reader.seeds { #expect(try reader.faults(seed, folder.path).isEmpty) }
    }

    /// Equal seeds give equal mutations, most seeds change the file, and most mutations differ.
    @Test func mutationsDependOnTheSeed() throws {
        for reader in try FuzzedReader.all() {
            let inputs = (0..<200).map { seed in
                var mutator = Mutator(seed: seed), other = Mutator(seed: seed)
                let input = mutator.input(for: reader)
                #expect(input == other.input(for: reader))
                return input
            }
            #expect(Set(inputs).count > 150)
            #expect(inputs.count(where: reader.seeds.contains) < 40)
        }
    }
}
