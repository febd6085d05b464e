/// A file as Cairo wrote it: its objects by number, read out of its table (ISO 32000-1, 7.5.4).
struct PDFBase {
    /// Objects, the one with number 0 included.
    let count: Int
    private let bytes: [UInt8]
    /// Where each object begins; 0 for one that is not there.
    private let places: [Int]

    /// - Parameter count: its objects, the one with number 0 included, as its trailer has it.
    init(_ bytes: [UInt8], count: Int) {
        self.bytes = bytes
        self.count = count
        places = bytes.withUnsafeBufferPointer { Self.places($0, count: count) }
    }

    /// The table has one part: “xref”, its numbers, and a line of twenty bytes for each object.
    private static func places(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) -> [Int] {
        let tail = String(decoding: bytes.suffix(64), as: UTF8.self)
        var places = Array(repeating: 0, count: count)
        guard let start = tail.split(whereSeparator: \.isWhitespace).dropLast().last.flatMap({ Int($0) }) else {
            return places
        }
        var at = start
        for _ in 0..<2 {
            while at < bytes.count, bytes[at] != 10 { at += 1 }
            at += 1
        }
        for number in 0..<count where at + 18 <= bytes.count {
            if bytes[at + 17] == UInt8(ascii: "n") {
                places[number] = PDFObjectText.number(bytes, at..<at + 10) ?? 0
            }
            at += 20
        }
        return places
    }

    /// An object's body, and the objects that it refers to; nil for one that is not there.
    func body(_ number: Int) -> (body: PDFFile.Body, references: [Int])? {
        guard places.indices.contains(number), places[number] > 0 else { return nil }
        return bytes.withUnsafeBufferPointer { bytes -> (PDFFile.Body, [Int])? in
            let text = PDFObjectText(bytes, from: Self.start(bytes, places[number]))
            guard let start = text.streamStart else { return (.plain(Array(bytes[text.range])), text.references) }
            guard let length = text.length,
                let count = length.isReference ? whole(length.value, bytes) : length.value
            else { return nil }
            // Between the dictionary's brackets.
            let first = bytes[text.range].firstIndex(of: UInt8(ascii: "<"))! + 2
            var entries = Array(bytes[first..<length.range.lowerBound])
            entries += bytes[length.range.upperBound..<text.range.upperBound - 2]
            return (.stream(entries: entries, data: Array(bytes[start..<start + count])), text.references)
        }
    }

    /// Behind “12 0 obj”.
    private static func start(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        var at = place
        while at < bytes.count, bytes[at] != UInt8(ascii: "j") { at += 1 }
        return at + 1
    }

    /// An object that is a whole number, such as a stream's length.
    private func whole(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard places.indices.contains(number), places[number] > 0 else { return nil }
        let text = PDFObjectText(bytes, from: Self.start(bytes, places[number]))
        let digits = text.range.drop { bytes[$0] <= 32 }
        return PDFObjectText.number(bytes, digits.startIndex..<digits.endIndex)
    }
}
