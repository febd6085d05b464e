import Foundation
import FuzzedReaders
import TestSupport
import Testing

/// Every reader takes a thousand spoilt files without a crash, a hang or a fault; `make fuzz` takes many more.
struct FuzzingTests {
    /// Files a reader. Always the same ones, some seconds of them.
    private static let count = 1000

    @Test("spoilt files are read or refused", .slow, .timeLimit(.minutes(5)), arguments: try FuzzedReader.all())
    func spoilt(_ reader: FuzzedReader) throws {
        let folder = try TemporaryFolder()
        // A crash ends the tests, too: the file that did it stays here.
        let last = FileManager.default.temporaryDirectory.path + "/paiban-fuzzed-\(reader)-\(getpid())"
        var faulty = 0
        for seed in 0..<Self.count {
            var spoiler = Spoiler(seed: seed)
            let input = spoiler.input(for: reader)
            try writeFile(input, to: last)
            let faults = try reader.faults(input, folder.path)
            #expect(faults.isEmpty, "\(reader), seed \(seed): \(faults)\n\(String(decoding: input, as: UTF8.self))")
            faulty += faults.isEmpty ? 0 : 1
            if faulty > 4 { break }
        }
        try FileManager.default.removeItem(atPath: last)
    }

    @Test("what is not spoilt is without fault", arguments: try FuzzedReader.all())
    func seeds(_ reader: FuzzedReader) throws {
        let folder = try TemporaryFolder()
        for seed in reader.seeds { #expect(try reader.faults(seed, folder.path).isEmpty) }
    }

    /// The same seed spoils in the same way, most seeds spoil something, and each in a way of its own.
    @Test func spoilingIsByItsSeed() throws {
        for reader in try FuzzedReader.all() {
            let inputs = (0..<200).map { seed in
                var spoiler = Spoiler(seed: seed), again = Spoiler(seed: seed)
                let input = spoiler.input(for: reader)
                #expect(input == again.input(for: reader))
                return input
            }
            #expect(Set(inputs).count > 150)
            #expect(inputs.count(where: reader.seeds.contains) < 40)
        }
    }
}
