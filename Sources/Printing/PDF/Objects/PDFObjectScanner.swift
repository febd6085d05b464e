/// Scans a serialised object for what copying it requires: its end, its references and its stream (ISO 32000-1, 7.3).
struct PDFObjectScanner {
    /// The object's bytes; of a stream, its dictionary.
    private(set) var range: Range<Int>
    /// The numbers of the objects that the object refers to.
    var referencedNumbers: [Int] { references.map(\.number) }
    /// The references “12 0 R” with their positions. A reference in /Length is not among them.
    private(set) var references: [(number: Int, range: Range<Int>)] = []
    /// The position of a stream's first data byte.
    private(set) var streamStart: Int?
    /// The entry /Length of the outermost dictionary: its position, including the name, and its value, which is the
    /// length or the number of the object that holds it.
    private(set) var length: (range: Range<Int>, value: Int, isReference: Bool)?

    /// - Parameter start: the position of the object, after “12 0 obj”.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var at = start, depth = 0
        // The last two tokens, if they were integers.
        var first: (value: Int, start: Int)?, second: (value: Int, start: Int)?
        // The position of “/Length” while its value is being read.
        var lengthStart: Int?
        range = start..<start
        loop: while at < bytes.count {
            let byte = bytes[at], begin = at
            switch byte {
            case 0, 9, 10, 12, 13, 32:
                at += 1
                continue
            case UInt8(ascii: "("):
                at = Self.stringEnd(bytes, at)
            case UInt8(ascii: "<"):
                if at + 1 < bytes.count, bytes[at + 1] == byte {
                    depth += 1
                    at += 2
                } else {
                    while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
                    at += 1
                }
            case UInt8(ascii: ">"):
                depth -= 1
                at += 2
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                at += 1
            case UInt8(ascii: "/"):
                at += 1
                while at < bytes.count, Self.isRegular(bytes[at]) { at += 1 }
                lengthStart = depth == 1 && Self.isEqual(bytes, begin..<at, "/Length") ? begin : nil
                (first, second) = (nil, nil)
                range = start..<at
                continue
            default:
                while at < bytes.count, Self.isRegular(bytes[at]) { at += 1 }
                // Advance past a byte that starts no token.
                if at == begin { at += 1 }
                if let number = Self.integer(bytes, begin..<at) {
                    (first, second) = (second, (number, begin))
                    if let lengthStart, length == nil { length = (lengthStart..<at, number, false) }
                    range = start..<at
                    continue
                }
                if Self.isEqual(bytes, begin..<at, "R"), let target = first, second != nil {
                    if let lengthStart {
                        length = (lengthStart..<at, target.value, true)
                    } else {
                        references.append((target.value, target.start..<at))
                    }
                } else if Self.isEqual(bytes, begin..<at, "stream") {
                    // CR LF or LF follows the keyword.
                    if at < bytes.count, bytes[at] == 13 { at += 1 }
                    streamStart = at + 1
                    break loop
                } else if Self.isEqual(bytes, begin..<at, "endobj") {
                    break loop
                }
            }
            (first, second, lengthStart) = (nil, nil, nil)
            range = start..<min(at, bytes.count)
        }
    }

    /// Replaces the object numbers in a text's references; returns the text and the new numbers.
    static func renumbered(_ text: [UInt8], _ newNumber: (Int) -> Int) -> (text: [UInt8], references: [Int]) {
        let references = text.withUnsafeBufferPointer { PDFObjectScanner($0, from: 0).references }
        var out: [UInt8] = [], from = 0
        out.reserveCapacity(text.count + 2 * references.count)
        let numbers = references.map { old in
            let new = PDFFile.Reference(number: newNumber(old.number))
            out += text[from..<old.range.lowerBound]
            out += new.description.utf8
            from = old.range.upperBound
            return new.number
        }
        return (out + text[from...], numbers)
    }

    private static func stringEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start, depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            at += 1
            if depth == 0 { break }
        }
        return at
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 10, 12, 13, 32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: true
        }
    }

    private static func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool
    {
        guard range.count == text.utf8CodeUnitCount else { return false }
        for (place, index) in range.enumerated() where bytes[index] != text.utf8Start[place] { return false }
        return true
    }

    /// The value of an integer without a sign; nil if the bytes are anything else.
    static func integer(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count < 16 else { return nil }
        var value = 0
        for index in range {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return value
    }
}
