import Foundation
import FuzzedReaders

/// Runs a reader on inputs that libFuzzer makes from its seeds, guided by code coverage.
///
///     paiban-fuzz READER FOLDER [libFuzzer's options …]
///
/// The folder keeps inputs that reach new code, for the next run. An input that causes a crash, a hang or a fault is
/// written to a file there, and the program ends. If the options name files, only those are run.
@main
enum PaibanFuzz {
    static func main() throws {
        guard let reader else {
            print("usage: paiban-fuzz READER FOLDER [OPTIONS …]")
            print("readers:", try FuzzedReader.all().map(\.name).joined(separator: " "))
            exit(2)
        }
        for (number, seed) in reader.seeds.enumerated() {
            try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/inputs/seed-\(number)"))
        }
        let words = reader.words.map { "\"" + $0.utf8.map { String(format: "\\x%02X", $0) }.joined() + "\"\n" }
        try words.joined().write(toFile: folder + "/words", atomically: true, encoding: .utf8)

        let options = ["-dict=\(folder)/words", "-artifact_prefix=\(folder)/"] + CommandLine.arguments.dropFirst(3)
        let namesFiles = options.contains { !$0.hasPrefix("-") }
        var arguments: [UnsafeMutablePointer<CChar>?] =
            ([CommandLine.arguments[0]] + options + (namesFiles ? [] : [folder + "/inputs"])).map { strdup($0) } + [nil]
        var count = CInt(arguments.count - 1)
        let status = arguments.withUnsafeMutableBufferPointer { buffer in
            var list = buffer.baseAddress!
            return runFuzzer(&count, &list) { PaibanFuzz.run($0, $1) }
        }
        exit(status)
    }

    private static let reader: FuzzedReader? = {
        let name = CommandLine.arguments.dropFirst().first
        return CommandLine.arguments.count > 2 ? try? FuzzedReader.all().first { $0.name == name } : nil
    }()

    /// The given folder, with a folder for inputs and one for the reader's files.
    private static let folder: String = {
        let folder = CommandLine.arguments[2]
        for name in ["inputs", "files"] {
            try? FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
        return folder
    }()

    private static func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        do {
            let input = Array(UnsafeBufferPointer(start: start, count: count))
            let faults = try reader!.faults(input, folder + "/files")
            if faults.isEmpty { return 0 }
            FileHandle.standardError.write(Data(("FAULTS: " + faults.joined(separator: "\n") + "\n").utf8))
        } catch {
            FileHandle.standardError.write(Data("FAULT: \(error)\n".utf8))
        }
        abort()
    }

    /// Half of the inputs are mutated by `Mutator`, which knows lines and characters, and half by libFuzzer.
    fileprivate static func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32)
        -> Int
    {
        guard let reader, seed % 2 == 0 else { return mutateByFuzzer(data, count, most) }
        var mutator = Mutator(seed: Int(seed))
        let mutated = mutator.mutated(Array(UnsafeBufferPointer(start: data, count: count)), for: reader).prefix(most)
        for (index, byte) in mutated.enumerated() { data[index] = byte }
        return mutated.count
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_silgen_name("LLVMFuzzerMutate")
private func mutateByFuzzer(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int) -> Int

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
    PaibanFuzz.mutate(data, count, most, seed)
}
