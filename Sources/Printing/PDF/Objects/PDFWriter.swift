internal import CDeflate
internal import Concurrency

/// Writes the objects of a file that are reachable from its root.
///
/// Streams are compressed, other objects are collected in object streams, and the cross-reference table is a stream
/// (ISO 32000-1, 7.5.7 and 7.5.8).
struct PDFWriter {
    /// The PDF version, such as 1.7.
    let version: String
    let workers: WorkerPool

    /// The dictionary entry of a stream whose data are compressed.
    static let flateFilter = " /Filter /FlateDecode"

    private static let objectsPerStream = 200
    private static let streamsPerBatch = 8

    private struct Stream: Sendable {
        var number: Int
        var entries: [UInt8]
        var data: [UInt8]
    }

    /// An entry of the cross-reference table.
    private enum Entry {
        case free
        /// An object at a byte offset in the file.
        case offset(Int)
        /// An object by its index in an object stream.
        case compressed(stream: Int, index: Int)
    }

    /// The bytes of the file.
    func write(_ file: PDFFile, root: PDFFile.Reference, info: PDFFile.Reference) -> [UInt8] {
        var entries = Array(repeating: Entry.free, count: file.count)
        var streams: [Stream] = [], plain: [(number: Int, text: [UInt8])] = []
        for (number, body) in Self.reachableObjects(of: file, from: [root.number, info.number]) {
            switch body {
            case .plain(let text): plain.append((number, text))
            case .stream(let entries, let data): streams.append(Stream(number: number, entries: entries, data: data))
            }
        }
        for start in stride(from: 0, to: plain.count, by: Self.objectsPerStream) {
            let objects = plain[start..<min(start + Self.objectsPerStream, plain.count)]
            for (index, object) in objects.enumerated() {
                entries[object.number] = .compressed(stream: entries.count, index: index)
            }
            streams.append(Self.objectStream(of: objects, number: entries.count))
            entries.append(.free)
        }
        streams = workers.map(streams.batches(of: Self.streamsPerBatch), Self.compressed).flatMap(\.self)
        var out = Array("%PDF-\(version)\n%".utf8) + [0xBF, 0xF7, 0xA2, 0xFE, 10]
        out.reserveCapacity(streams.reduce(4096) { $0 + $1.data.count + 256 })
        for stream in streams { Self.write(stream, &entries, to: &out) }
        let start = out.count
        let table = entries.count
        entries.append(.offset(start))
        let trailer = " /Root \(root) /Info \(info) /ID [\(Self.identifier(of: out))]"
        Self.write(
            Self.compressed([Self.referenceTable(entries, number: table, trailer)])[0], &entries, to: &out)
        out += "startxref\n\(start)\n%%EOF\n".utf8
        return out
    }

    /// The objects with some numbers and all that they refer to, sorted by number.
    private static func reachableObjects(of file: PDFFile, from roots: [Int]) -> [(Int, PDFFile.Body)] {
        var bodies: [PDFFile.Body?] = Array(repeating: nil, count: file.count)
        var isVisited = Array(repeating: false, count: file.count)
        var stack = roots
        for number in roots { isVisited[number] = true }
        while let number = stack.popLast() {
            guard let (body, references) = file.body(number) else { continue }
            bodies[number] = body
            for other in references where other < file.count && !isVisited[other] {
                isVisited[other] = true
                stack.append(other)
            }
        }
        return bodies.enumerated().compactMap { number, body in body.map { (number, $0) } }
    }

    /// Compresses streams that have no filter yet. Metadata stay uncompressed, so that programs that do not read PDF can
    /// find them.
    private static func compressed(_ streams: [Stream]) -> [Stream] {
        let deflater = Deflater()
        return streams.map { stream in
            let isFinal = ["/Filter", "/Metadata"].contains { stream.entries.firstRange(of: Array($0.utf8)) != nil }
            if isFinal { return stream }
            return Stream(
                number: stream.number, entries: stream.entries + Self.flateFilter.utf8,
                data: deflater.compress(stream.data))
        }
    }

    /// A stream of objects: the number and offset of each, then the objects.
    private static func objectStream(of objects: ArraySlice<(number: Int, text: [UInt8])>, number: Int) -> Stream {
        var head: [UInt8] = [], texts: [UInt8] = []
        for (number, text) in objects {
            head += "\(number) \(texts.count) ".utf8
            texts += text
            texts.append(10)
        }
        let entries = " /Type /ObjStm /N \(objects.count) /First \(head.count)"
        return Stream(number: number, entries: Array(entries.utf8), data: head + texts)
    }

    private static func write(_ stream: Stream, _ entries: inout [Entry], to out: inout [UInt8]) {
        entries[stream.number] = .offset(out.count)
        out += "\(stream.number) 0 obj\n<<".utf8
        out += stream.entries
        // PDF/A requires a line end before “endstream”.
        out += " /Length \(stream.data.count)>>\nstream\n".utf8
        out += stream.data
        out += "\nendstream\nendobj\n".utf8
    }

    /// The cross-reference table as a stream. Each row holds its differences to the row above (PNG's filter Up), which
    /// compresses well.
    private static func referenceTable(_ entries: [Entry], number: Int, _ trailer: String) -> Stream {
        // One byte for the type, four for an offset or a stream's number, two for an index.
        let width = 7
        var rows: [UInt8] = []
        rows.reserveCapacity(entries.count * (width + 1))
        var last: UInt64 = 0
        for (number, entry) in entries.enumerated() {
            let fields: (type: Int, place: Int, index: Int)
            switch entry {
            case .free: fields = (0, 0, number == 0 ? 65535 : 0)
            case .offset(let offset): fields = (1, offset, 0)
            case .compressed(let stream, let index): fields = (2, stream, index)
            }
            let row = UInt64(fields.type) << 48 | UInt64(fields.place) << 16 | UInt64(fields.index)
            rows.append(2)
            for shift in stride(from: UInt64(8 * (width - 1)), through: 0, by: -8) {
                rows.append(UInt8(truncatingIfNeeded: row >> shift) &- UInt8(truncatingIfNeeded: last >> shift))
            }
            last = row
        }
        let dictionary = """
             /Type /XRef /Size \(entries.count) /W [1 4 2] /DecodeParms <</Predictor 12 /Columns \(width)>>\(trailer)
            """
        return Stream(number: number, entries: Array(dictionary.utf8), data: rows)
    }

    /// The file identifier (ISO 32000-1, 14.4): a hash of the bytes, given twice because the file is not an update.
    private static func identifier(of bytes: [UInt8]) -> String {
        var hash = StableHash()
        bytes.withUnsafeBytes { hash.combine($0) }
        return String(repeating: "<\(hash.hexDigits)>", count: 2)
    }
}

/// Compresses data for PDF's FlateDecode filter (RFC 1950).
///
/// libdeflate takes less than half of zlib's time for the same size. A deflater must not be used on two threads at once.
final class Deflater {
    private let compressor = libdeflate_alloc_compressor(6)!

    deinit { libdeflate_free_compressor(compressor) }

    func compress(_ bytes: [UInt8]) -> [UInt8] {
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
        }
    }
}

extension Array {
    /// The elements in arrays of `size`, of which the last may be shorter.
    func batches(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
