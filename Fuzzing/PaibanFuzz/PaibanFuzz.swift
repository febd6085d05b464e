import Foundation
import FuzzedReaders

/// Runs libFuzzer on a reader. It mutates the reader's seeds, guided by the code that each input reaches.
///
///     paiban-fuzz READER FOLDER [libFuzzer's options …]
///
/// The folder keeps the inputs that reached new code, for the next run. An input that makes the program crash, hang or
/// find a fault is written to a file in the folder, and the program ends. If the options name files, only these are run.
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
        let dictionary = reader.words.map { "\"" + $0.utf8.map { String(format: "\\x%02X", $0) }.joined() + "\"\n" }
        try dictionary.joined().write(toFile: folder + "/dictionary", atomically: true, encoding: .utf8)

        let options =
            ["-dict=\(folder)/dictionary", "-artifact_prefix=\(folder)/"] + CommandLine.arguments.dropFirst(3)
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

    /// The folder of the arguments. Its subfolders inputs and files are for inputs and for the reader's own files.
    private static let folder: String = {
        let folder = CommandLine.arguments[2]
        for name in ["inputs", "files"] {
            try? FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
        return folder
    }()

    /// Gives an input to the reader; aborts if the reader finds a fault.
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

    /// Mutates an input: half of the inputs by `Spoiler`, which knows lines and characters, the others by libFuzzer.
    fileprivate static func mutated(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32)
        -> Int
    {
        guard let reader, seed % 2 == 0 else { return mutate(data, count, limit) }
        var spoiler = Spoiler(seed: Int(seed))
        let spoilt = spoiler.spoilt(Array(UnsafeBufferPointer(start: data, count: count)), for: reader).prefix(limit)
        for (index, byte) in spoilt.enumerated() { data[index] = byte }
        return spoilt.count
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

@_cdecl("LLVMFuzzerCustomMutator")
public func customMutator(
    _ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32
) -> Int {
    PaibanFuzz.mutated(data, count, limit, seed)
}
