/// A PDF file that is added to: objects by number behind those that are there, or in their place.
///
/// The additions come behind the file's own bytes with a table of where each begins, as an update (ISO 32000-1, 7.5.6).
/// What makes a file small and quick to show is `QPDFPass`'s part: it leaves out what the update has left behind.
struct PDFFile {
    /// An object's number. In a file it is written as a reference to the object.
    struct Reference: Hashable, CustomStringConvertible {
        let number: Int
        var description: String { "\(number) 0 R" }
    }

    private let base: [UInt8]
    /// Numbers below this are the base's own.
    private let firstNew: Int
    /// Where the base's table of objects begins.
    private let baseTable: Int
    /// Bodies of objects in the base's place, and of new ones; nil for one that is promised and not yet written.
    private var changed: [Int: [UInt8]] = [:]
    private var new: [[UInt8]?] = []

    /// - Parameters:
    ///   - base: a whole file.
    ///   - count: its objects, the one with number 0 included, as its trailer has it.
    init(updating base: [UInt8], count: Int) {
        self.base = base
        firstNew = count
        let tail = String(decoding: base.suffix(64), as: UTF8.self)
        baseTable = tail.split(whereSeparator: \.isWhitespace).dropLast().last.flatMap { Int($0) } ?? 0
    }

    /// Promises an object, so that others can refer to it.
    mutating func reserve() -> Reference {
        new.append(nil)
        return Reference(number: firstNew + new.count - 1)
    }

    mutating func fill(_ reference: Reference, _ body: String) { fill(reference, Array(body.utf8)) }

    mutating func add(_ body: String) -> Reference {
        let reference = reserve()
        fill(reference, body)
        return reference
    }

    /// - Parameter entries: the stream's dictionary without its brackets and its length.
    mutating func addStream(_ entries: String, _ data: [UInt8]) -> Reference {
        let reference = reserve()
        fillStream(reference, entries, data)
        return reference
    }

    mutating func fillStream(_ reference: Reference, _ entries: String, _ data: [UInt8]) {
        var body = Array("<<\(entries) /Length \(data.count)>>\nstream\n".utf8)
        body.reserveCapacity(body.count + data.count + 12)
        body += data
        body += "\nendstream".utf8
        fill(reference, body)
    }

    private mutating func fill(_ reference: Reference, _ body: [UInt8]) {
        if reference.number < firstNew {
            changed[reference.number] = body
        } else {
            new[reference.number - firstNew] = body
        }
    }

    /// The whole file. Every promise has to be kept by now.
    func bytes(root: Reference, info: Reference) -> [UInt8] {
        let bodies =
            changed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            + new.enumerated().map { (firstNew + $0.offset, $0.element ?? Array("null".utf8)) }
        var out = base
        out.reserveCapacity(base.count + bodies.reduce(4096) { $0 + $1.1.count + 60 })
        var table = "xref\n0 1\n0000000000 65535 f \n"
        for (number, body) in bodies {
            let offset = String(out.count)
            table += "\(number) 1\n" + String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            out += "\(number) 0 obj\n".utf8
            out += body
            out += "\nendobj\n".utf8
        }
        let start = out.count
        out += table.utf8
        out +=
            """
            trailer
            <</Size \(firstNew + new.count) /Root \(root) /Info \(info) /Prev \(baseTable)>>
            startxref
            \(start)
            %%EOF

            """.utf8
        return out
    }
}
