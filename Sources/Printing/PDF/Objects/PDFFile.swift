/// A PDF file that is added to: objects by number behind those of files that are there, or in their place.
///
/// `PDFPacker` writes it: what the additions have left behind is not in the file that comes out.
struct PDFFile {
    /// An object's number. In a file it is written as a reference to the object.
    struct Reference: Hashable, CustomStringConvertible {
        let number: Int
        var description: String { String(number) + " 0 R" }

        func append(to out: inout [UInt8]) {
            PDFSyntax.append(number, to: &out)
            out += " 0 R".utf8
        }
    }

    /// An object as it is written, without its number.
    enum Body {
        case plain([UInt8])
        /// Some bytes, and the entries of their dictionary beside their length.
        case stream(entries: [UInt8], data: [UInt8])
    }

    private let bases: [PDFBase]
    /// Objects of the bases.
    private let old: Int
    /// Objects in the bases' places, and new ones; nil for one that is promised and not yet written.
    private var changed: [Int: Body] = [:]
    private var new: [Body?] = []

    /// - Parameter bases: their numbers follow each other.
    init(updating bases: [PDFBase]) {
        self.bases = bases
        old = bases.last?.numbers.upperBound ?? 0
    }

    /// Objects, the one with number 0 included.
    var count: Int { old + new.count }

    /// Promises an object, so that others can refer to it.
    mutating func reserve() -> Reference {
        new.append(nil)
        return Reference(number: old + new.count - 1)
    }

    mutating func fill(_ reference: Reference, _ body: String) { fill(reference, Array(body.utf8)) }

    mutating func fill(_ reference: Reference, _ body: [UInt8]) { fill(reference, .plain(body)) }

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
        fill(reference, .stream(entries: Array(entries.utf8), data: data))
    }

    private mutating func fill(_ reference: Reference, _ body: Body) {
        if reference.number < old {
            changed[reference.number] = body
        } else {
            new[reference.number - old] = body
        }
    }

    /// An object's body, and the numbers of those that it refers to; nil for one that is not there. Every promise has to be
    /// kept by now.
    func body(_ number: Int) -> (body: Body, references: [Int])? {
        if number >= old {
            guard number < count, let body = new[number - old] else { return nil }
            return (body, body.references)
        }
        if let body = changed[number] { return (body, body.references) }
        return bases.first { $0.numbers.contains(number) }?.body(number)
    }
}

extension PDFFile.Body {
    fileprivate var references: [Int] {
        switch self {
        case .plain(let text), .stream(let text, _):
            text.withUnsafeBufferPointer { PDFObjectText($0, from: 0).references }
        }
    }
}
