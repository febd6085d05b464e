import CQPDF
import Foundation

/// A finished PDF read back: its objects by their keys, through qpdf.
///
///     let pdf = PDFReader(bytes)
///     pdf.root["Lang"]?.text          // “zh-Hans”
///     pdf.pages[0]["TrimBox"]?.numbers
public final class PDFReader {
    fileprivate var handle: qpdf_data?
    private let bytes: UnsafeMutableBufferPointer<CChar>

    /// Traps with a message when the bytes are not a valid PDF.
    public init(_ file: [UInt8]) {
        bytes = .allocate(capacity: file.count)
        file.withUnsafeBytes { UnsafeMutableRawBufferPointer(bytes).copyMemory(from: $0) }
        handle = qpdf_init()
        qpdf_silence_errors(handle)
        guard qpdf_read_memory(handle, "test", bytes.baseAddress, UInt64(bytes.count), nil) == 0 else {
            fatalError("no sound PDF")
        }
    }

    deinit {
        qpdf_cleanup(&handle)
        bytes.deallocate()
    }

    public var root: PDFObject { PDFObject(qpdf_get_root(handle), self) }
    public var trailer: PDFObject { PDFObject(qpdf_get_trailer(handle), self) }
    public var version: String { String(cString: qpdf_get_pdf_version(handle)) }
    public var isLinearised: Bool { qpdf_is_linearized(handle) != 0 }

    public var pages: [PDFObject] {
        (0..<Int(qpdf_get_num_pages(handle))).map { PDFObject(qpdf_get_page_n(handle, $0), self) }
    }

    /// The file's XMP packet.
    public var metadata: String { String(decoding: root["Metadata"]?.data ?? [], as: UTF8.self) }

    /// All fonts that pages use, each once.
    public var fonts: [PDFObject] {
        var seen: Set<Int> = []
        return pages.flatMap { $0["Resources"]?["Font"]?.values ?? [] }.filter { seen.insert($0.number).inserted }
    }

    /// All pictures that pages use, each once.
    public var pictures: [PDFObject] {
        var seen: Set<Int> = []
        return pages.flatMap { $0["Resources"]?["XObject"]?.values ?? [] }.filter { seen.insert($0.number).inserted }
    }

    /// The structure as text: one element a line, children indented, with replacement texts and the pages of its
    /// content.
    public var structure: String {
        var out = ""
        func write(_ element: PDFObject, _ depth: Int) {
            let kids = element["K"].map { $0.isArray ? $0.items : [$0] } ?? []
            let own = kids.filter { $0.isNumber || $0["MCID"] != nil || $0["Obj"] != nil }
            var pages: [Int] = []
            for kid in own {
                let page = (kid["Pg"] ?? element["Pg"])!.number
                let index = self.pages.firstIndex { $0.number == page }! + 1
                if !pages.contains(index) { pages.append(index) }
            }
            out += String(repeating: "  ", count: depth) + element["S"]!.name
            if let alt = element["Alt"]?.text { out += " “\(alt)”" }
            if !own.isEmpty {
                out += " \(own.count) on page \(pages.map(String.init).joined(separator: ", "))"
            }
            if own.contains(where: { $0["Obj"] != nil }) { out += " with a hot zone" }
            out += "\n"
            for kid in kids where kid["S"] != nil { write(kid, depth + 1) }
        }
        if let tree = root["StructTreeRoot"]?["K"] { write(tree, 0) }
        return out
    }
}

/// An object of a PDF.
public struct PDFObject {
    private let handle: qpdf_oh
    private let file: PDFReader

    fileprivate init(_ handle: qpdf_oh, _ file: PDFReader) {
        (self.handle, self.file) = (handle, file)
    }

    private var qpdf: qpdf_data? { file.handle }
    private var dictionary: qpdf_oh { isStream ? qpdf_oh_get_dict(qpdf, handle) : handle }

    public var isStream: Bool { qpdf_oh_is_stream(qpdf, handle) != 0 }
    public var isArray: Bool { qpdf_oh_is_array(qpdf, handle) != 0 }
    public var isNumber: Bool { qpdf_oh_is_number(qpdf, handle) != 0 }
    /// The object's number in the file; 0 for a direct object.
    public var number: Int { Int(qpdf_oh_get_object_id(qpdf, handle)) }
    public var isTrue: Bool { qpdf_oh_is_bool(qpdf, handle) != 0 && qpdf_oh_get_bool_value(qpdf, handle) != 0 }
    public var double: Double { qpdf_oh_get_numeric_value(qpdf, handle) }
    public var int: Int { Int(double) }

    /// A name without its slash.
    public var name: String {
        qpdf_oh_is_name(qpdf, handle) == 0 ? "" : String(String(cString: qpdf_oh_get_name(qpdf, handle)).dropFirst())
    }

    public var text: String? {
        qpdf_oh_is_string(qpdf, handle) == 0 ? nil : String(cString: qpdf_oh_get_utf8_value(qpdf, handle))
    }

    public subscript(key: String) -> PDFObject? {
        guard qpdf_oh_is_dictionary(qpdf, dictionary) != 0, qpdf_oh_has_key(qpdf, dictionary, "/" + key) != 0 else {
            return nil
        }
        return PDFObject(qpdf_oh_get_key(qpdf, dictionary, "/" + key), file)
    }

    public var keys: [String] {
        guard qpdf_oh_is_dictionary(qpdf, dictionary) != 0 else { return [] }
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(qpdf, dictionary)
        while qpdf_oh_dict_more_keys(qpdf) != 0 {
            keys.append(String(String(cString: qpdf_oh_dict_next_key(qpdf)).dropFirst()))
        }
        return keys
    }

    public var values: [PDFObject] { keys.map { self[$0]! } }

    public var items: [PDFObject] {
        guard isArray else { return [] }
        return (0..<qpdf_oh_get_array_n_items(qpdf, handle)).map {
            PDFObject(qpdf_oh_get_array_item(qpdf, handle, $0), file)
        }
    }

    public var numbers: [Double] { items.map(\.double) }

    /// The decoded bytes of a stream.
    public var data: [UInt8] {
        var (start, length): (UnsafeMutablePointer<UInt8>?, Int) = (nil, 0)
        var wasFiltered: QPDF_BOOL = 0
        guard qpdf_oh_get_stream_data(qpdf, handle, qpdf_dl_all, &wasFiltered, &start, &length) == 0 else { return [] }
        defer { free(start) }
        return Array(UnsafeBufferPointer(start: start, count: length))
    }

    /// A page's content as text.
    public var content: String {
        String(decoding: self["Contents"]?.data ?? [], as: UTF8.self)
    }
}
