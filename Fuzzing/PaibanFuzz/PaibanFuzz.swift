import Foundation
import FuzzedReaders

/// Feeds a reader with what libFuzzer makes of its seeds, led by which of our code each input reaches.
///
///     paiban-fuzz READER FOLDER [libFuzzer's options …]
///
/// The folder keeps the inputs that reached something new, for the next run. An input that makes the program crash, hang or
/// find a fault is written to a file beside them, and the program ends. Files named among the options are taken alone.
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
            return runFuzzer(&count, &list) { PaibanFuzz.take($0, $1) }
        }
        exit(status)
    }

    private static let reader: FuzzedReader? = {
        let name = CommandLine.arguments.dropFirst().first
        return CommandLine.arguments.count > 2 ? try? FuzzedReader.all().first { $0.name == name } : nil
    }()

    /// The folder named, with one in it for inputs and one for the reader's own files.
    private static let folder: String = {
        let folder = CommandLine.arguments[2]
        for name in ["inputs", "files"] {
            try? FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
        return folder
    }()

    private static func take(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
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

    /// Half of the inputs are spoilt by our own hand, which knows lines and characters, half by libFuzzer's.
    fileprivate static func spoil(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int
    {
        guard let reader, seed % 2 == 0 else { return mutate(data, count, most) }
        var spoiler = Spoiler(seed: Int(seed))
        let spoilt = spoiler.spoilt(Array(UnsafeBufferPointer(start: data, count: count)), for: reader).prefix(most)
        for (index, byte) in spoilt.enumerated() { data[index] = byte }
        return spoilt.count
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int) -> Int

@_cdecl("LLVMFuzzerCustomMutator")
public func spoil(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
    PaibanFuzz.spoil(data, count, most, seed)
}
