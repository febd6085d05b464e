internal import GeneratedCopy

/// Mutates files in one to four ways each, like typing errors, faulty programs and damaged disks. Equal seeds give
/// equal mutations of a file.
public struct Mutator {
    private var chance: SeededRandom

    /// Creates a mutator.
    public init(seed: Int) { chance = SeededRandom(seed) }

    /// A mutation of one of the reader's seeds.
    public mutating func input(for reader: FuzzedReader) -> [UInt8] {
        mutated(chance.pick(reader.seeds), for: reader)
    }

    /// A mutation of a file.
    public mutating func mutated(_ file: [UInt8], for reader: FuzzedReader) -> [UInt8] {
        let other = chance.pick(reader.seeds)
        // Readers reject invalid text at once, so only one in eight inputs is mutated by bytes.
        if reader.isText, !chance.isTrue(0.125) {
            func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
                Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            }
            var text = scalars(file)
            mutate(&text, with: reader.words.map { Array($0.unicodeScalars) }, and: scalars(other)) { $0 == "\n" }
            return Array(String(String.UnicodeScalarView(text)).utf8)
        }
        var bytes = file
        let numbers: [[UInt8]] = [
            [0], [0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF], [0, 0, 0, 0], [UInt8(chance.number(in: 0...255))],
        ]
        mutate(&bytes, with: reader.words.map { Array($0.utf8) } + numbers, and: other) { $0 == 0x0A }
        return bytes
    }

    private mutating func mutate<Unit>(
        _ file: inout [Unit], with words: [[Unit]], and other: [Unit], isLineEnd: (Unit) -> Bool
    ) {
        for _ in 0..<chance.number(in: 1...4) {
            let place = chance.number(in: 0...file.count)
            switch chance.number(in: 0...10) {
            case 0: file.removeSubrange(range(in: file))
            case 1:
                let again = Array(file[range(in: file)])
                for _ in 0..<chance.pick([1, 1, 2, 20]) { file.insert(contentsOf: again, at: place) }
            case 2, 3: file.insert(contentsOf: chance.pick(words), at: place)
            case 4: file.replaceSubrange(range(in: file), with: chance.pick(words))
            case 5:
                let range = range(in: file)
                let moved = file[range]
                file.removeSubrange(range)
                file.insert(contentsOf: moved, at: chance.number(in: 0...file.count))
            case 6: file.removeSubrange(place...)
            case 7: file = Array(file[..<place]) + other[chance.number(in: 0...other.count)...]
            case 8 where !file.isEmpty: file[min(place, file.count - 1)] = file[chance.number(in: 0...file.count - 1)]
            default: mutateLines(of: &file, isLineEnd: isLineEnd)
            }
        }
    }

    /// Usually a few units, sometimes much of the file.
    private mutating func range<Unit>(in file: [Unit]) -> Range<Int> {
        let start = chance.number(in: 0...file.count)
        let most = chance.isTrue(0.9) ? min(12, file.count - start) : file.count - start
        return start..<start + chance.number(in: 0...most)
    }

    /// Moves a line, duplicates it, or removes it.
    private mutating func mutateLines<Unit>(of file: inout [Unit], isLineEnd: (Unit) -> Bool) {
        var lines = file.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd)
        guard lines.count > 1, let end = file.first(where: isLineEnd) else { return }
        let line = lines.remove(at: chance.number(in: 0...lines.count - 1))
        for _ in 0..<chance.number(in: 0...2) { lines.insert(line, at: chance.number(in: 0...lines.count)) }
        file = Array(lines.joined(separator: [end]))
    }
}
