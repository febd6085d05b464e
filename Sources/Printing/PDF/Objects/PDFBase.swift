/// A file as Cairo wrote it: its objects by number, read out of its table (ISO 32000-1, 7.5.4). In a file that is made of
/// several they have other numbers.
struct PDFBase {
    /// Objects, the one with number 0 included.
    let count: Int
    /// How much higher the numbers of its objects are.
    private let shift: Int
    /// Objects of files before it that stand for some of its own, by their own numbers.
    private let replaced: [Int: PDFFile.Reference]
    private let bytes: [UInt8]
    /// Where each object begins; 0 for one that is not there.
    private let places: [Int]

    /// - Parameter count: its objects, the one with number 0 included, as its trailer has it.
    init(_ bytes: [UInt8], count: Int, shift: Int = 0, replacing replaced: [Int: PDFFile.Reference] = [:]) {
        self.bytes = bytes
        self.count = count
        self.shift = shift
        self.replaced = replaced
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

    /// The numbers that its objects have.
    var numbers: Range<Int> { shift..<shift + count }

    /// One of its objects as it is called in the whole file.
    func reference(_ own: PDFFile.Reference) -> PDFFile.Reference {
        replaced[own.number] ?? PDFFile.Reference(number: own.number + shift)
    }

    /// A text of its own with references as the whole file has them.
    func renumbered(_ text: String) -> String {
        shift == 0 ? text : String(decoding: renumbered(Array(text.utf8)).text, as: UTF8.self)
    }

    private func renumbered(_ text: [UInt8]) -> (text: [UInt8], references: [Int]) {
        PDFObjectText.renumbered(text) { reference(PDFFile.Reference(number: $0)).number }
    }

    /// The body of an object by its number in the whole file, and the objects that it refers to; nil for one that is not
    /// there.
    func body(_ number: Int) -> (body: PDFFile.Body, references: [Int])? {
        guard shift > 0 else { return ownBody(number) }
        guard let own = ownBody(number - shift) else { return nil }
        switch own.body {
        case .plain(let text):
            let (text, references) = renumbered(text)
            return (.plain(text), references)
        case .stream(let entries, let data):
            let (entries, references) = renumbered(entries)
            return (.stream(entries: entries, data: data), references)
        }
    }

    private func ownBody(_ number: Int) -> (body: PDFFile.Body, references: [Int])? {
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
