/// Splits a content stream into operators with their operands (ISO 32000-1, 7.2 and 7.8.2).
///
///     var tokens = ContentTokenizer(bytes)
///     while let operation = tokens.next() {
///         operation.name          // such as “rg”
///         operation.range         // its bytes, operands included
///     }
struct ContentTokenizer {
    /// An operator with its operands.
    struct Operation {
        /// From the first operand to the end of the operator.
        var range: Range<Int>
        /// The operator without its operands.
        var name: Range<Int>
    }

    let bytes: [UInt8]
    /// The operands of the last operator. An array, a dictionary or a string is one operand.
    private(set) var operands: [Range<Int>] = []
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next operator; nil at the end. Operands at the end without an operator are ignored.
    mutating func next() -> Operation? {
        operands.removeAll(keepingCapacity: true)
        while true {
            skipSpace()
            guard at < bytes.count else { return nil }
            let start = at
            switch bytes[at] {
            case UInt8(ascii: "("): skipString()
            case UInt8(ascii: "["): skipArray()
            case UInt8(ascii: "<"):
                if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "<") {
                    skipDictionary()
                } else {
                    skip(to: UInt8(ascii: ">"))
                }
            case UInt8(ascii: "/"):
                at += 1
                skipRegular()
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
                skipRegular()
            default:
                skipRegular()
                // Advance past an unmatched closing bracket.
                if at == start { at += 1 }
                let first = operands.first?.lowerBound ?? start
                return Operation(range: first..<at, name: start..<at)
            }
            operands.append(start..<at)
        }
    }

    /// Whether the bytes of an operator or operand equal a text.
    func isEqual(_ range: Range<Int>, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        for (place, index) in range.enumerated() where bytes[index] != text.utf8Start[place] { return false }
        return true
    }

    /// The value of a numeric operand; nil for any other.
    func number(_ range: Range<Int>) -> Double? {
        var value = 0.0, scale = 1.0, isNegative = false, isFraction = false
        for byte in bytes[range] {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value * 10 + Double(byte - UInt8(ascii: "0"))
                if isFraction { scale *= 10 }
            default: return nil
            }
        }
        return (isNegative ? -value : value) / scale
    }

    // MARK: Skipping

    private mutating func skipSpace() {
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%") {
                while at < bytes.count, bytes[at] != 10, bytes[at] != 13 { at += 1 }
            } else if Self.isSpace(bytes[at]) {
                at += 1
            } else {
                return
            }
        }
    }

    private mutating func skipRegular() {
        while at < bytes.count, !Self.isSpace(bytes[at]), !Self.isDelimiter(bytes[at]) { at += 1 }
    }

    private mutating func skip(to end: UInt8) {
        while at < bytes.count, bytes[at] != end { at += 1 }
        at = min(at + 1, bytes.count)
    }

    /// Skips a literal string. It may contain balanced parentheses, and unbalanced ones after a backslash.
    private mutating func skipString() {
        var depth = 0
        repeat {
            switch bytes[at] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"): at += 1
            default: break
            }
            at += 1
        } while depth > 0 && at < bytes.count
        at = min(at, bytes.count)
    }

    private mutating func skipArray() {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "]") {
            if bytes[at] == UInt8(ascii: "(") { skipString() } else { at += 1 }
        }
        at = min(at + 1, bytes.count)
    }

    private mutating func skipDictionary() {
        at += 2
        var depth = 1
        while at < bytes.count, depth > 0 {
            if bytes[at] == UInt8(ascii: "(") {
                skipString()
                continue
            }
            let isPair = at + 1 < bytes.count && bytes[at + 1] == bytes[at]
            if isPair, bytes[at] == UInt8(ascii: "<") {
                depth += 1
                at += 2
            } else if isPair, bytes[at] == UInt8(ascii: ">") {
                depth -= 1
                at += 2
            } else {
                at += 1
            }
        }
        at = min(at, bytes.count)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }
}
