/// A PDF file in the making: its objects by number, and at the end its bytes.
///
/// The bytes are the plainest kind of file: one object after the other and a table of where each begins. What makes a
/// file small and quick to show is `QPDFPass`'s part.
struct PDFFile {
    /// An object's number. In a file it is written as a reference to the object.
    struct Reference: Hashable, CustomStringConvertible {
        let number: Int
        var description: String { "\(number) 0 R" }
    }

    /// Bodies by number, from 1; nil for one that is promised and not yet written.
    private var bodies: [[UInt8]?] = []

    /// Promises an object, so that others can refer to it.
    mutating func reserve() -> Reference {
        bodies.append(nil)
        return Reference(number: bodies.count)
    }

    mutating func fill(_ reference: Reference, _ body: String) {
        bodies[reference.number - 1] = Array(body.utf8)
    }

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
        bodies[reference.number - 1] = body
    }

    /// The whole file. Every promise has to be kept by now.
    func bytes(root: Reference, info: Reference) -> [UInt8] {
        var out = Array("%PDF-1.7\n%\u{E5}\u{E6}\u{E7}\u{E8}\n".utf8)
        out.reserveCapacity(bodies.reduce(4096) { $0 + ($1?.count ?? 0) + 40 })
        var offsets: [Int] = []
        for (index, body) in bodies.enumerated() {
            offsets.append(out.count)
            out += "\(index + 1) 0 obj\n".utf8
            out += body ?? Array("null".utf8)
            out += "\nendobj\n".utf8
        }
        let start = out.count
        out += "xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n".utf8
        for offset in offsets {
            let digits = String(offset)
            out += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
        }
        out += "trailer\n<</Size \(bodies.count + 1) /Root \(root) /Info \(info)>>\nstartxref\n\(start)\n%%EOF\n".utf8
        return out
    }
}
