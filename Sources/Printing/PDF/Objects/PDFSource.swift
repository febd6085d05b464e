/// The objects of a PDF file that Cairo wrote, located by its cross-reference table (ISO 32000-1, 7.5.4).
///
/// A file assembled from several sources numbers the objects of each source anew.
struct PDFSource {
    /// The number of the source's objects, including object 0.
    let count: Int
    /// What is added to the source's own object numbers in the assembled file.
    private let offset: Int
    /// Objects of other sources that replace some of this source's objects, by this source's own numbers.
    private let replacements: [Int: PDFFile.Reference]
    private let bytes: [UInt8]
    /// The byte offset of each object; 0 for an object that does not exist.
    private let offsets: [Int]

    /// - Parameter count: the value of /Size in the file's trailer.
    init(
        _ bytes: [UInt8], count: Int, numberOffset offset: Int = 0,
        replacing replacements: [Int: PDFFile.Reference] = [:]
    ) {
        self.bytes = bytes
        self.count = count
        self.offset = offset
        self.replacements = replacements
        offsets = bytes.withUnsafeBufferPointer { Self.readTable($0, count: count) }
    }

    /// Reads the cross-reference table. Cairo writes one section: “xref”, its range, and a line of 20 bytes an object.
    private static func readTable(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) -> [Int] {
        let tail = String(decoding: bytes.suffix(64), as: UTF8.self)
        var offsets = Array(repeating: 0, count: count)
        guard let start = tail.split(whereSeparator: \.isWhitespace).dropLast().last.flatMap({ Int($0) }) else {
            return offsets
        }
        var at = start
        for _ in 0..<2 {
            while at < bytes.count, bytes[at] != 10 { at += 1 }
            at += 1
        }
        for number in 0..<count where at + 18 <= bytes.count {
            if bytes[at + 17] == UInt8(ascii: "n") {
                offsets[number] = PDFObjectScanner.integer(bytes, at..<at + 10) ?? 0
            }
            at += 20
        }
        return offsets
    }

    /// The numbers of the source's objects in the assembled file.
    var numbers: Range<Int> { offset..<offset + count }

    /// The reference in the assembled file for one of the source's own references.
    func reference(_ own: PDFFile.Reference) -> PDFFile.Reference {
        replacements[own.number] ?? PDFFile.Reference(number: own.number + offset)
    }

    /// An object's text with its references as in the assembled file.
    func renumbered(_ text: String) -> String {
        offset == 0 ? text : String(decoding: renumbered(Array(text.utf8)).text, as: UTF8.self)
    }

    private func renumbered(_ text: [UInt8]) -> (text: [UInt8], references: [Int]) {
        PDFObjectScanner.renumbered(text) { reference(PDFFile.Reference(number: $0)).number }
    }

    /// An object's body and the numbers of the objects that it refers to, all with numbers of the assembled file; nil if
    /// there is no such object.
    func body(_ number: Int) -> (body: PDFFile.Body, references: [Int])? {
        guard offset > 0 else { return ownBody(number) }
        guard let own = ownBody(number - offset) else { return nil }
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
        guard offsets.indices.contains(number), offsets[number] > 0 else { return nil }
        return bytes.withUnsafeBufferPointer { bytes -> (PDFFile.Body, [Int])? in
            let object = PDFObjectScanner(bytes, from: Self.start(bytes, offsets[number]))
            guard let start = object.streamStart else {
                return (.plain(Array(bytes[object.range])), object.referencedNumbers)
            }
            guard let length = object.length,
                let count = length.isReference ? integer(length.value, bytes) : length.value
            else { return nil }
            // The dictionary without its brackets and its length.
            let first = bytes[object.range].firstIndex(of: UInt8(ascii: "<"))! + 2
            var entries = Array(bytes[first..<length.range.lowerBound])
            entries += bytes[length.range.upperBound..<object.range.upperBound - 2]
            return (.stream(entries: entries, data: Array(bytes[start..<start + count])), object.referencedNumbers)
        }
    }

    /// The position after “12 0 obj”.
    private static func start(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        var at = offset
        while at < bytes.count, bytes[at] != UInt8(ascii: "j") { at += 1 }
        return at + 1
    }

    /// The value of an object that is an integer, such as a stream's length.
    private func integer(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard offsets.indices.contains(number), offsets[number] > 0 else { return nil }
        let object = PDFObjectScanner(bytes, from: Self.start(bytes, offsets[number]))
        let digits = object.range.drop { bytes[$0] <= 32 }
        return PDFObjectScanner.integer(bytes, digits.startIndex..<digits.endIndex)
    }
}
