internal import GeneratedCopy

/// Spoils files in one to four ways each, as hands, programs and broken disks do. The same seed spoils the same file in
/// the same way.
public struct Spoiler {
    private var chance: Chance

    public init(seed: Int) { chance = Chance(seed) }

    /// One of the reader's seeds, spoilt.
    public mutating func input(for reader: FuzzedReader) -> [UInt8] {
        spoilt(chance.pick(reader.seeds), for: reader)
    }

    public mutating func spoilt(_ file: [UInt8], for reader: FuzzedReader) -> [UInt8] {
        let other = chance.pick(reader.seeds)
        // Text that is no text any more is refused at the door; one in eight is enough.
        if reader.isText, !chance.isTrue(0.125) {
            func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
                Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            }
            var text = scalars(file)
            spoil(&text, with: reader.words.map { Array($0.unicodeScalars) }, and: scalars(other)) { $0 == "\n" }
            return Array(String(String.UnicodeScalarView(text)).utf8)
        }
        var bytes = file
        let numbers: [[UInt8]] = [
            [0], [0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF], [0, 0, 0, 0], [UInt8(chance.number(in: 0...255))],
        ]
        spoil(&bytes, with: reader.words.map { Array($0.utf8) } + numbers, and: other) { $0 == 0x0A }
        return bytes
    }

    private mutating func spoil<Unit>(
        _ file: inout [Unit], with words: [[Unit]], and other: [Unit], isEnd: (Unit) -> Bool
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
            default: spoilLines(of: &file, isEnd: isEnd)
            }
        }
    }

    /// Most often some units, now and then much of the file.
    private mutating func range<Unit>(in file: [Unit]) -> Range<Int> {
        let start = chance.number(in: 0...file.count)
        let most = chance.isTrue(0.9) ? min(12, file.count - start) : file.count - start
        return start..<start + chance.number(in: 0...most)
    }

    /// Takes a line out and puts it in somewhere else, once, twice or not at all.
    private mutating func spoilLines<Unit>(of file: inout [Unit], isEnd: (Unit) -> Bool) {
        var lines = file.split(omittingEmptySubsequences: false, whereSeparator: isEnd)
        guard lines.count > 1, let end = file.first(where: isEnd) else { return }
        let line = lines.remove(at: chance.number(in: 0...lines.count - 1))
        for _ in 0..<chance.number(in: 0...2) { lines.insert(line, at: chance.number(in: 0...lines.count)) }
        file = Array(lines.joined(separator: [end]))
    }
}
