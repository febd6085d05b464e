import Diagnostics
import Foundation
import Layouts
import TestSupport
import Testing

/// Mutated layout files are read or rejected, without a crash and without a hang.
@Suite(.computing)
struct MutationTests {
    private static let count = 10_000

    @Test("ten thousand mutations of the gallery's files give a layout or errors", .slow, .timeLimit(.minutes(10)))
    func mutations() throws {
        let finder = ShippedLayoutsTests.finder
        let files = try finder.names.map { try finder.file(named: $0, askedAt: nil) }
        let tally = Tally()
        DispatchQueue.concurrentPerform(iterations: Self.count) { number in
            var mutation = Mutation(seed: UInt64(number))
            let file = files[number % files.count]
            let mutated = LayoutFile(path: file.path, text: mutation.of(file.text))
            do {
                let read = try LayoutReader(finder: finder).read(mutated)
                // The areas of a layout have rectangles.
                _ = read.value.areas.map { read.value.grid.pageRect($0.cells) }
                tally.add(read: read.value.grid.columns > 0 && read.value.grid.rows > 0)
            } catch let error as DiagnosticsError {
                tally.add(refused: error.diagnostics.hasErrors)
            } catch {
                Issue.record("\(error)")
            }
        }
        #expect(tally.isSound)
        // The mutations are neither harmless nor all of one kind.
        #expect(tally.read > Self.count / 20)
        #expect(tally.refused > Self.count / 4)
    }
}

/// Counts the results from several threads.
private final class Tally: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var read = 0
    private(set) var refused = 0
    private(set) var isSound = true

    func add(read sound: Bool) {
        lock.withLock {
            read += 1; isSound = isSound && sound
        }
    }
    func add(refused sound: Bool) {
        lock.withLock {
            refused += 1; isSound = isSound && sound
        }
    }
}

/// Mutates a text in one to three ways; the same seed gives the same mutations.
private struct Mutation: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private static let scraps = [
        "-1", "0", "99999999999999999999", "1e308", "nan", "字", "行", "%", "mm", "1-", "-", "~", "{", "}", "[", "]", ":",
        "#",
        "'", "\"", "|", "&a", "*a", "!!binary", "extends: broadsheet-front\n", "\t", "\u{0}", "\u{FEFF}", "\u{2028}",
        "𠮷",
        "makeup: auto\n", "direction: vertical", "columns: 24", "rows: 2000", "measure: [1, 2]", ". . .",
        "1-106 | 1 1 1", "{}",
    ]

    mutating func of(_ text: String) -> String {
        var lines = text.components(separatedBy: "\n")
        for _ in 0..<Int.random(in: 1...3, using: &self) { mutate(&lines) }
        return lines.joined(separator: "\n")
    }

    private mutating func mutate(_ lines: inout [String]) {
        let line = Int.random(in: 0..<lines.count, using: &self)
        switch Int.random(in: 0..<9, using: &self) {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[line], at: Int.random(in: 0..<lines.count, using: &self))
        case 2: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &self))
        case 3: lines[line] = String(repeating: " ", count: Int.random(in: 1...4, using: &self)) + lines[line]
        case 4: lines[line] = String(lines[line].drop { $0 == " " })
        case 5:
            var characters = Array(lines[line])
            if !characters.isEmpty { characters.remove(at: Int.random(in: 0..<characters.count, using: &self)) }
            lines[line] = String(characters)
        case 6: lines = Array(lines.prefix(line + 1))
        case 7:
            lines[line] = String(
                lines[line].map { $0.isNumber ? Character("\(Int.random(in: 0...9, using: &self))") : $0 })
        default:
            var characters = Array(lines[line])
            let scrap = Self.scraps.randomElement(using: &self)!
            characters.insert(contentsOf: scrap, at: Int.random(in: 0...characters.count, using: &self))
            lines[line] = String(characters)
        }
        if lines.isEmpty { lines = [""] }
    }
}
