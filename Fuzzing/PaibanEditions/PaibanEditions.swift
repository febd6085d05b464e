import Concurrency
import Foundation
import FuzzedReaders
import Synchronization

/// Builds mutated editions with the program, several at once, and prints what is wrong with a run.
///
///     paiban-editions PROGRAM COUNT FOLDER [FIRST]
///
/// The editions of seeds from FIRST (0 unless given) on are built. One with a fault stays in the folder, under its seed.
@main
enum PaibanEditions {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4, let count = Int(arguments[2]) else {
            print("usage: paiban-editions PROGRAM COUNT FOLDER [FIRST]")
            exit(2)
        }
        let program = arguments[1], folder = arguments[3], first = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
        let failed = Mutex(0)
        try WorkerPool(jobs: Cores.count).map(Array(first..<first + count)) { seed in
            let own = "\(folder)/\(seed)"
            try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
            let faults = try FuzzedEdition(seed: seed).faults(of: program, in: own)
            if faults.isEmpty { return try FileManager.default.removeItem(atPath: own) }
            failed.withLock { $0 += 1 }
            FileHandle.standardOutput.write(Data("\(own): \(faults.joined(separator: "; "))\n".utf8))
        }
        print("\(count) editions, \(failed.withLock { $0 }) with faults")
        exit(failed.withLock { $0 } == 0 ? 0 : 1)
    }
}
