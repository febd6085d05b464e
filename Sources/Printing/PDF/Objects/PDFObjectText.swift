/// An object as it is written in a file, read as far as who packs the file has to know it: where it ends, what it refers
/// to, and whether a stream's bytes follow (ISO 32000-1, 7.3).
struct PDFObjectText {
    /// From its first byte to behind its last; of a stream the dictionary alone.
    private(set) var range: Range<Int>
    /// The numbers of the objects that it refers to.
    var references: [Int] { mentions.map(\.number) }
    /// The references, with where they stand: “12 0 R”.
    private(set) var mentions: [(number: Int, range: Range<Int>)] = []
    /// Where a stream's bytes begin.
    private(set) var streamStart: Int?
    /// A dictionary's own entry “/Length”: where it stands, its name included, and the number or the object that has it.
    private(set) var length: (range: Range<Int>, value: Int, isReference: Bool)?

    /// - Parameter start: where the object begins, behind “12 0 obj” if that is there.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var at = start, depth = 0
        // The last two tokens, where they were whole numbers.
        var first: (value: Int, start: Int)?, second: (value: Int, start: Int)?
        // Where “/Length” began, while its value is read.
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
                // What is no token must not stop the reading.
                if at == begin { at += 1 }
                if let number = Self.number(bytes, begin..<at) {
                    (first, second) = (second, (number, begin))
                    if let lengthStart, length == nil { length = (lengthStart..<at, number, false) }
                    range = start..<at
                    continue
                }
                if Self.isEqual(bytes, begin..<at, "R"), let target = first, second != nil {
                    if let lengthStart {
                        length = (lengthStart..<at, target.value, true)
                    } else {
                        mentions.append((target.value, target.start..<at))
                    }
                } else if Self.isEqual(bytes, begin..<at, "stream") {
                    // The word is followed by a line's end: CR and LF, or LF alone.
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

    /// A text with other numbers in its references, and those numbers.
    static func renumbered(_ text: [UInt8], _ number: (Int) -> Int) -> (text: [UInt8], references: [Int]) {
        let mentions = text.withUnsafeBufferPointer { PDFObjectText($0, from: 0).mentions }
        var out: [UInt8] = [], from = 0
        out.reserveCapacity(text.count + 2 * mentions.count)
        let numbers = mentions.map { mention in
            let reference = PDFFile.Reference(number: number(mention.number))
            out += text[from..<mention.range.lowerBound]
            out += reference.description.utf8
            from = mention.range.upperBound
            return reference.number
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

    /// A whole number without a sign; nil for whatever else.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count < 16 else { return nil }
        var value = 0
        for index in range {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return value
    }
}
