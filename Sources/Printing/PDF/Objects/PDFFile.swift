/// The objects of a PDF file: those of source files, some of them replaced, and new ones.
///
/// Object numbers of the source files come first, then those of new objects. `PDFWriter` writes the objects that are
/// reachable from the catalogue, so replaced and unused objects do not get into the file.
struct PDFFile {
    /// An indirect reference to an object.
    struct Reference: Hashable, CustomStringConvertible {
        let number: Int
        var description: String { String(number) + " 0 R" }

        func append(to out: inout [UInt8]) {
            PDFSyntax.append(number, to: &out)
            out += " 0 R".utf8
        }
    }

    /// An object's serialised content, without its number.
    enum Body {
        case plain([UInt8])
        /// A stream's data and its dictionary's entries, without the brackets and the length.
        case stream(entries: [UInt8], data: [UInt8])
    }

    private let sources: [PDFSource]
    /// The number of the first new object.
    private let firstNew: Int
    /// Replacements for objects of the sources, by number.
    private var replaced: [Int: Body] = [:]
    /// New objects; nil for one that is reserved and not yet set.
    private var new: [Body?] = []

    /// - Parameter sources: files whose object numbers follow each other.
    init(updating sources: [PDFSource]) {
        self.sources = sources
        firstNew = sources.last?.numbers.upperBound ?? 0
    }

    /// The number of objects, including object 0.
    var count: Int { firstNew + new.count }

    /// Reserves an object, so that other objects can refer to it before it is set.
    mutating func reserve() -> Reference {
        new.append(nil)
        return Reference(number: firstNew + new.count - 1)
    }

    /// Sets a reserved object, or replaces an object of a source.
    mutating func set(_ reference: Reference, to body: String) { set(reference, to: Array(body.utf8)) }

    mutating func set(_ reference: Reference, to body: [UInt8]) { set(reference, to: .plain(body)) }

    /// Sets or replaces an object by a stream.
    ///
    /// - Parameter entries: the stream's dictionary without its brackets and its length.
    mutating func setStream(_ reference: Reference, _ entries: String, _ data: [UInt8]) {
        set(reference, to: .stream(entries: Array(entries.utf8), data: data))
    }

    mutating func add(_ body: String) -> Reference {
        let reference = reserve()
        set(reference, to: body)
        return reference
    }

    /// - Parameter entries: the stream's dictionary without its brackets and its length.
    mutating func addStream(_ entries: String, _ data: [UInt8]) -> Reference {
        let reference = reserve()
        setStream(reference, entries, data)
        return reference
    }

    private mutating func set(_ reference: Reference, to body: Body) {
        if reference.number < firstNew {
            replaced[reference.number] = body
        } else {
            new[reference.number - firstNew] = body
        }
    }

    /// An object's body and the numbers of the objects that it refers to; nil if there is no such object or it is not
    /// set.
    func body(_ number: Int) -> (body: Body, references: [Int])? {
        if number >= firstNew {
            guard number < count, let body = new[number - firstNew] else { return nil }
            return (body, body.references)
        }
        if let body = replaced[number] { return (body, body.references) }
        return sources.first { $0.numbers.contains(number) }?.body(number)
    }
}

extension PDFFile.Body {
    fileprivate var references: [Int] {
        switch self {
        case .plain(let text), .stream(let text, _):
            text.withUnsafeBufferPointer { PDFObjectScanner($0, from: 0).referencedNumbers }
        }
    }
}
