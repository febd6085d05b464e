/// How large the type in a drawing is, as far as its file says so.
///
/// librsvg ends the program, all of it, when a line of type is longer or higher than Pango can count, which is some two
/// million units of the drawing. So it is not let at drawings whose type may come near that. What this reckons is more
/// than what is set: every share of the size around it counts as if all stood in one another.
struct DrawnType {
    /// Whether there is any that is no outline.
    let isThere: Bool
    /// Whether librsvg can count its lines.
    let canBeSet: Bool

    /// A quarter of what Pango counts: there are letters of several ems.
    private static let longestLine = 500_000.0
    private static let ordinarySize = 12.0
    private static let properties = ["font-size", "font", "letter-spacing", "word-spacing"]

    init(in svg: [UInt8]) {
        let starts = Self.places(of: "<text", in: svg) + Self.places(of: ":text", in: svg)
        isThere = !starts.isEmpty
        guard isThere else {
            canBeSet = true
            return
        }
        var longest = 0, size = Self.ordinarySize, growth = 1.0
        var ends = (Self.places(of: "/text", in: svg) + Self.places(of: ":text", in: svg)).sorted()[...]
        let hasEntities = !Self.places(of: "<!ENTITY", in: svg).isEmpty
        for start in starts.sorted() {
            ends = ends.drop { $0 <= start }
            let element = svg[start..<(ends.first ?? svg.endIndex)]
            longest = max(longest, element.count)
            // What words of the file's own stand for is not followed up.
            if hasEntities, element.contains(UInt8(ascii: "&")) { size = .infinity }
        }
        for value in Self.properties.flatMap({ Self.values(of: $0, in: svg) }) {
            if value.contains(UInt8(ascii: "&")) || value.contains(UInt8(ascii: "\\")) { size = .infinity }
            for number in Self.numbers(in: value) {
                if number.isShare { growth *= max(1, number.value) } else { size = max(size, number.value) }
            }
        }
        canBeSet = size * growth * Double(longest) < Self.longestLine
    }

    /// The values of a property, as attributes and as styles have them.
    private static func values(of name: String, in svg: [UInt8]) -> [ArraySlice<UInt8>] {
        places(of: name, in: svg).compactMap { place in
            let rest = svg[(place + name.utf8.count)...].drop(while: isBlank)
            guard let sign = rest.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: ":") else { return nil }
            let value = rest.dropFirst().drop { isBlank($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            return value.prefix { !";\"'}<>".utf8.contains($0) }
        }
    }

    /// The lengths in a value, in units of the drawing, and the shares of the size around it.
    private static func numbers(in value: ArraySlice<UInt8>) -> [(value: Double, isShare: Bool)] {
        var found: [(Double, Bool)] = []
        var rest = value
        while let first = rest.first {
            guard isDigit(first) || first == UInt8(ascii: ".") else {
                rest = rest.dropFirst()
                continue
            }
            var digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
            var behind = rest[digits.endIndex...]
            if let mark = behind.first, mark | 0x20 == UInt8(ascii: "e") {
                let sign = behind.dropFirst().prefix(1).filter { "+-".utf8.contains($0) }.count
                let exponent = behind.dropFirst(1 + sign).prefix(while: isDigit)
                if !exponent.isEmpty { digits = rest[rest.startIndex..<exponent.endIndex] }
            }
            behind = rest[digits.endIndex...]
            let unit = String(decoding: behind.prefix { isLetter($0) || $0 == UInt8(ascii: "%") }, as: UTF8.self)
            let number = Double(String(decoding: digits, as: UTF8.self)) ?? .infinity
            switch unit.lowercased() {
            case "%": found.append((number / 100, true))
            case "em", "ex", "ch", "rem": found.append((number, true))
            case let unit: found.append((number * (units[unit] ?? 1), false))
            }
            rest = behind
        }
        return found
    }

    /// Units of the drawing, about, in one of length.
    private static let units = ["in": 96.0, "cm": 38, "mm": 3.8, "pt": 1.34, "pc": 16]

    private static func places(of word: String, in bytes: [UInt8]) -> [Int] {
        let word = Array(word.utf8)
        var places: [Int] = []
        var rest = bytes[...]
        while let place = rest.firstIndex(of: word[0]) {
            if bytes[place...].starts(with: word) { places.append(place) }
            rest = bytes[(place + 1)...]
        }
        return places
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
