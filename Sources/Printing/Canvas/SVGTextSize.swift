/// An upper estimate of the size of the text in an SVG file, from its bytes.
///
/// librsvg aborts the whole process when a line of text is longer or higher than Pango can count, about two million
/// units of the drawing. So drawings whose text may come near that limit are rejected before librsvg opens them. The
/// estimate exceeds the real size: relative sizes are multiplied as if all of them were nested.
struct SVGTextSize {
    /// Whether the file contains text elements.
    let hasText: Bool
    /// Whether librsvg can set the text.
    let isWithinLimit: Bool

    /// A quarter of Pango's limit in units of the drawing, as a glyph can be several em wide.
    private static let maxLineLength = 500_000.0
    private static let defaultFontSize = 12.0
    private static let properties = ["font-size", "font", "letter-spacing", "word-spacing"]

    init(of svg: [UInt8]) {
        let starts = SVGText.offsets(of: "<text", in: svg) + SVGText.offsets(of: ":text", in: svg)
        hasText = !starts.isEmpty
        guard hasText else {
            isWithinLimit = true
            return
        }
        var longest = 0, size = Self.defaultFontSize, factor = 1.0
        var ends = (SVGText.offsets(of: "/text", in: svg) + SVGText.offsets(of: ":text", in: svg)).sorted()[...]
        let hasEntities = !SVGText.offsets(of: "<!ENTITY", in: svg).isEmpty
        for start in starts.sorted() {
            ends = ends.drop { $0 <= start }
            let element = svg[start..<(ends.first ?? svg.endIndex)]
            longest = max(longest, element.count)
            // Entities that the file declares are not expanded here.
            if hasEntities, element.contains(UInt8(ascii: "&")) { size = .infinity }
        }
        for value in Self.properties.flatMap({ SVGText.values(of: $0, in: svg) }) {
            if value.contains(UInt8(ascii: "&")) || value.contains(UInt8(ascii: "\\")) { size = .infinity }
            for number in Self.numbers(in: value) {
                if number.isRelative { factor *= max(1, number.value) } else { size = max(size, number.value) }
            }
        }
        isWithinLimit = size * factor * Double(longest) < Self.maxLineLength
    }

    /// The numbers in a value: lengths in units of the drawing, and factors relative to the surrounding font size.
    private static func numbers(in value: ArraySlice<UInt8>) -> [(value: Double, isRelative: Bool)] {
        var numbers: [(Double, Bool)] = []
        var rest = value
        while let first = rest.first {
            guard isDigit(first) || first == UInt8(ascii: ".") else {
                rest = rest.dropFirst()
                continue
            }
            var digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
            var tail = rest[digits.endIndex...]
            if let letter = tail.first, letter | 0x20 == UInt8(ascii: "e") {
                let sign = tail.dropFirst().prefix(1).filter { "+-".utf8.contains($0) }.count
                let exponent = tail.dropFirst(1 + sign).prefix(while: isDigit)
                if !exponent.isEmpty { digits = rest[rest.startIndex..<exponent.endIndex] }
            }
            tail = rest[digits.endIndex...]
            let unit = String(decoding: tail.prefix { isLetter($0) || $0 == UInt8(ascii: "%") }, as: UTF8.self)
            let number = Double(String(decoding: digits, as: UTF8.self)) ?? .infinity
            switch unit.lowercased() {
            case "%": numbers.append((number / 100, true))
            case "em", "ex", "ch", "rem": numbers.append((number, true))
            case let unit: numbers.append((number * (units[unit] ?? 1), false))
            }
            rest = tail
        }
        return numbers
    }

    /// Units of the drawing in absolute CSS units, rounded up.
    private static let units = ["in": 96.0, "cm": 38, "mm": 3.8, "pt": 1.34, "pc": 16]

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// Finds words and values in the bytes of an SVG file.
enum SVGText {
    /// The values of a property, from attributes and from styles.
    static func values(of name: String, in svg: [UInt8]) -> [ArraySlice<UInt8>] {
        offsets(of: name, in: svg).compactMap { offset in
            let rest = svg[(offset + name.utf8.count)...].drop(while: isSpace)
            guard let sign = rest.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: ":") else { return nil }
            let value = rest.dropFirst().drop { isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            return value.prefix { !";\"'}<>".utf8.contains($0) }
        }
    }

    static func offsets(of word: String, in bytes: [UInt8]) -> [Int] {
        let word = Array(word.utf8)
        var offsets: [Int] = []
        var rest = bytes[...]
        while let offset = rest.firstIndex(of: word[0]) {
            if bytes[offset...].starts(with: word) { offsets.append(offset) }
            rest = bytes[(offset + 1)...]
        }
        return offsets
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
