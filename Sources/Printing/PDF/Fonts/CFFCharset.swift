/// By which numbers a CFF font's glyphs are called: in a font keyed by characters (CID) each glyph has a number beside
/// its place, and a PDF calls it by that one.
///
/// Adobe Technical Note 5176: header, names, top dictionary (sections 5–9), charsets (section 13).
struct CFFCharset {
    /// Each glyph's number; nil when glyphs are called by their places.
    let numbers: [Int]?

    init(_ font: ArraySlice<UInt8>) {
        numbers = Self.numbers(Array(font))
    }

    private enum Operator {
        static let charset = 15
        static let charStrings = 17
        /// Registry, ordering and supplement: the mark of a font keyed by characters.
        static let ros = 12 << 8 | 30
    }

    private static func numbers(_ bytes: [UInt8]) -> [Int]? {
        guard bytes.count > 4, let names = Index(bytes, at: Int(bytes[2])), let tops = Index(bytes, at: names.end),
            let top = tops.items.first
        else { return nil }
        let entries = dictionary(bytes[top])
        guard entries[Operator.ros] != nil, let strings = entries[Operator.charStrings]?.last,
            let count = Index(bytes, at: strings)?.items.count
        else { return nil }
        let start = entries[Operator.charset]?.last ?? 0
        // Up to 2 are charsets that every reader knows, none of them for fonts of this kind.
        guard start > 2, start < bytes.count else { return nil }
        return charset(bytes, at: start, glyphs: count)
    }

    private static func charset(_ bytes: [UInt8], at start: Int, glyphs: Int) -> [Int]? {
        var numbers = [0]
        var at = start + 1
        func number(_ count: Int) -> Int? {
            guard at + count <= bytes.count else { return nil }
            defer { at += count }
            return FontTables.number(bytes, at, count)
        }
        let restSize = [1: 1, 2: 2][bytes[start]]
        while numbers.count < glyphs {
            guard let first = number(2) else { return nil }
            numbers.append(first)
            guard let restSize else { continue }
            guard let rest = number(restSize) else { return nil }
            for step in 0..<rest { numbers.append(first + step + 1) }
        }
        return Array(numbers.prefix(glyphs))
    }

    /// Whole numbers of a dictionary by their operators; fractions are skipped, since none is asked for.
    private static func dictionary(_ data: ArraySlice<UInt8>) -> [Int: [Int]] {
        var entries: [Int: [Int]] = [:]
        var operands: [Int] = []
        var rest = data
        while let byte = rest.popFirst().map(Int.init) {
            switch byte {
            case 12:
                entries[12 << 8 | Int(rest.popFirst() ?? 0)] = operands
                operands = []
            case 0...21:
                entries[byte] = operands
                operands = []
            case 28:
                operands.append(Int(Int16(truncatingIfNeeded: take(2, &rest))))
            case 29:
                operands.append(Int(Int32(truncatingIfNeeded: take(4, &rest))))
            case 30:
                while let pair = rest.popFirst(), pair & 0xF != 0xF, pair >> 4 != 0xF {}
                operands.append(0)
            case 32...246: operands.append(byte - 139)
            case 247...250: operands.append((byte - 247) * 256 + take(1, &rest) + 108)
            case 251...254: operands.append(-(byte - 251) * 256 - take(1, &rest) - 108)
            default: break
            }
        }
        return entries
    }

    private static func take(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int {
        var value = 0
        for _ in 0..<count { value = value << 8 | Int(rest.popFirst() ?? 0) }
        return value
    }

    /// Items of whatever size, one behind the other, with a table of where each begins.
    private struct Index {
        var items: [Range<Int>] = []
        var end: Int

        init?(_ bytes: [UInt8], at start: Int) {
            guard start >= 0, start + 2 <= bytes.count else { return nil }
            let count = FontTables.number(bytes, start, 2)
            guard count > 0 else {
                end = start + 2
                return
            }
            guard start + 3 <= bytes.count else { return nil }
            let size = Int(bytes[start + 2])
            let base = start + 3 + (count + 1) * size - 1
            guard (1...4).contains(size), base <= bytes.count else { return nil }
            var places: [Int] = []
            for item in 0...count { places.append(base + FontTables.number(bytes, start + 3 + item * size, size)) }
            guard zip(places, places.dropFirst()).allSatisfy({ $0 <= $1 }), places[count] <= bytes.count else {
                return nil
            }
            items = zip(places, places.dropFirst()).map { $0..<$1 }
            end = places[count]
        }
    }
}
