internal import CDeflate
internal import Concurrency

/// Writes a file's objects, those alone that its root reaches: streams compressed, all other objects together in streams
/// of objects, and the table of where each is as a stream, too (ISO 32000-1, 7.5.7 and 7.5.8).
struct PDFPacker {
    /// Such as 1.7.
    let version: String
    let workers: WorkerPool

    /// What a stream's dictionary says of compressed data.
    static let deflated = " /Filter /FlateDecode"

    /// Objects in one stream of them.
    private static let mostTogether = 200
    /// Streams that one hand compresses before it takes the next ones.
    private static let mostAtATime = 8

    private struct Stream: Sendable {
        var number: Int
        var entries: [UInt8]
        var data: [UInt8]
    }

    /// Where an object is: at a place in the file, or the so many-th in a stream of objects.
    private enum Place {
        case nowhere
        case at(Int)
        case within(Int, Int)
    }

    /// The whole file.
    func pack(_ file: PDFFile, root: PDFFile.Reference, info: PDFFile.Reference) -> [UInt8] {
        var places = Array(repeating: Place.nowhere, count: file.count)
        var streams: [Stream] = [], plain: [(number: Int, text: [UInt8])] = []
        for (number, body) in Self.reached(in: file, from: [root.number, info.number]) {
            switch body {
            case .plain(let text): plain.append((number, text))
            case .stream(let entries, let data): streams.append(Stream(number: number, entries: entries, data: data))
            }
        }
        for start in stride(from: 0, to: plain.count, by: Self.mostTogether) {
            let together = plain[start..<min(start + Self.mostTogether, plain.count)]
            for (index, object) in together.enumerated() { places[object.number] = .within(places.count, index) }
            streams.append(Self.stream(of: together, number: places.count))
            places.append(.nowhere)
        }
        streams = workers.map(streams.batches(of: Self.mostAtATime), Self.packed).flatMap(\.self)
        var out = Array("%PDF-\(version)\n%".utf8) + [0xBF, 0xF7, 0xA2, 0xFE, 10]
        out.reserveCapacity(streams.reduce(4096) { $0 + $1.data.count + 256 })
        for stream in streams { Self.write(stream, &places, to: &out) }
        let start = out.count
        let table = places.count
        places.append(.at(start))
        let entries = " /Root \(root) /Info \(info) /ID [\(Self.identity(of: out))]"
        Self.write(Self.packed([Self.table(places, number: table, entries)])[0], &places, to: &out)
        out += "startxref\n\(start)\n%%EOF\n".utf8
        return out
    }

    /// The objects of some numbers and all that they refer to, by number.
    private static func reached(in file: PDFFile, from first: [Int]) -> [(Int, PDFFile.Body)] {
        var bodies: [PDFFile.Body?] = Array(repeating: nil, count: file.count)
        var isKnown = Array(repeating: false, count: file.count)
        var waiting = first
        for number in first { isKnown[number] = true }
        while let number = waiting.popLast() {
            guard let (body, references) = file.body(number) else { continue }
            bodies[number] = body
            for other in references where other < file.count && !isKnown[other] {
                isKnown[other] = true
                waiting.append(other)
            }
        }
        return bodies.enumerated().compactMap { number, body in body.map { (number, $0) } }
    }

    /// Streams that have no filter yet, compressed; but for metadata, which whoever knows no PDF should find.
    private static func packed(_ streams: [Stream]) -> [Stream] {
        let deflater = Deflater()
        return streams.map { stream in
            let isDone = ["/Filter", "/Metadata"].contains { stream.entries.firstRange(of: Array($0.utf8)) != nil }
            if isDone { return stream }
            return Stream(
                number: stream.number, entries: stream.entries + Self.deflated.utf8,
                data: deflater.compress(stream.data))
        }
    }

    /// Objects in a stream: the number of each and where it begins, then the objects.
    private static func stream(of objects: ArraySlice<(number: Int, text: [UInt8])>, number: Int) -> Stream {
        var head: [UInt8] = [], texts: [UInt8] = []
        for (number, text) in objects {
            head += "\(number) \(texts.count) ".utf8
            texts += text
            texts.append(10)
        }
        let entries = " /Type /ObjStm /N \(objects.count) /First \(head.count)"
        return Stream(number: number, entries: Array(entries.utf8), data: head + texts)
    }

    private static func write(_ stream: Stream, _ places: inout [Place], to out: inout [UInt8]) {
        places[stream.number] = .at(out.count)
        out += "\(stream.number) 0 obj\n<<".utf8
        out += stream.entries
        // PDF/A wants a line's end before “endstream”.
        out += " /Length \(stream.data.count)>>\nstream\n".utf8
        out += stream.data
        out += "\nendstream\nendobj\n".utf8
    }

    /// The table of all objects. Each line is what it has more than the one before (PNG's filter “up”), which packs well.
    private static func table(_ places: [Place], number: Int, _ entries: String) -> Stream {
        // A kind, a place or a stream's number, the place within that.
        let width = 7
        var rows: [UInt8] = []
        rows.reserveCapacity(places.count * (width + 1))
        var last: UInt64 = 0
        for (number, place) in places.enumerated() {
            let fields: (kind: Int, place: Int, index: Int)
            switch place {
            case .nowhere: fields = (0, 0, number == 0 ? 65535 : 0)
            case .at(let place): fields = (1, place, 0)
            case .within(let stream, let index): fields = (2, stream, index)
            }
            let row = UInt64(fields.kind) << 48 | UInt64(fields.place) << 16 | UInt64(fields.index)
            rows.append(2)
            for shift in stride(from: UInt64(8 * (width - 1)), through: 0, by: -8) {
                rows.append(UInt8(truncatingIfNeeded: row >> shift) &- UInt8(truncatingIfNeeded: last >> shift))
            }
            last = row
        }
        let own = """
             /Type /XRef /Size \(places.count) /W [1 4 2] /DecodeParms <</Predictor 12 /Columns \(width)>>\(entries)
            """
        return Stream(number: number, entries: Array(own.utf8), data: rows)
    }

    /// What tells the file from all others: a mark of its bytes, twice, as it is new (ISO 32000-1, 14.4).
    private static func identity(of bytes: [UInt8]) -> String {
        var hash = StableHash()
        bytes.withUnsafeBytes { hash.mix($0) }
        return String(repeating: "<\(hash.digits)>", count: 2)
    }
}

extension Array {
    /// The elements in arrays of so many, the last of fewer.
    func batches(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

/// Compresses bytes as PDF's FlateDecode wants them (RFC 1950).
///
/// libdeflate takes less than half of zlib's time for the same size. Not for several threads at once.
final class Deflater {
    private let compressor = libdeflate_alloc_compressor(6)!

    deinit { libdeflate_free_compressor(compressor) }

    func compress(_ bytes: [UInt8]) -> [UInt8] {
        let most = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: most) { room, count in
            count = libdeflate_zlib_compress(compressor, bytes, bytes.count, room.baseAddress, most)
        }
    }
}
