internal import CQPDF

/// A PDF open in qpdf.
final class QPDFHandle {
    private(set) var pointer: qpdf_data?
    private var isLenient = false

    private init() {
        pointer = qpdf_init()
        // What is wrong is thrown, or passes; qpdf would write it to the terminal besides.
        qpdf_silence_errors(pointer)
        qpdf_set_suppress_warnings(pointer, 1)
    }

    deinit { qpdf_cleanup(&pointer) }

    /// - Parameter isLenient: whether slips that qpdf mends by itself pass: Cairo names a picture twice in its list when
    ///   it is shown twice.
    ///
    /// qpdf reads the bytes where they lie, when it needs them, so all work with the file is done in `body`.
    static func reading<Value>(
        _ file: [UInt8], isLenient: Bool = false, _ body: (QPDFHandle) throws -> Value
    ) throws -> Value {
        try file.withUnsafeBytes { bytes in
            let qpdf = QPDFHandle()
            qpdf.isLenient = isLenient
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            try qpdf.check(qpdf_read_memory(qpdf.pointer, "edition", start, UInt64(bytes.count), nil))
            return try body(qpdf)
        }
    }

    /// Bit 0 of what qpdf answers tells of warnings, bit 1 of errors. In a file of our own both are our fault.
    func check(_ status: QPDF_ERROR_CODE) throws {
        guard status & (isLenient ? 2 : 3) != 0 else { return }
        let error = qpdf_has_error(pointer) != 0 ? qpdf_get_error(pointer) : qpdf_next_warning(pointer)
        throw Failure(
            description: error.map { String(cString: qpdf_get_error_full_text(pointer, $0)) } ?? "qpdf failed")
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}

/// The last pass over a PDF for screens: qpdf lays it out so that a reader on the web can show the first page before the
/// rest has come.
struct QPDFPass {
    /// Such as 1.7.
    var version: String

    func linearised(_ plain: [UInt8]) throws -> [UInt8] {
        try QPDFHandle.reading(plain, write)
    }

    private func write(_ qpdf: QPDFHandle) throws -> [UInt8] {
        let handle = qpdf.pointer
        try qpdf.check(qpdf_init_write_memory(handle))
        qpdf_set_object_stream_mode(handle, qpdf_o_generate)
        qpdf_set_compress_streams(handle, 1)
        // PDF/A wants a line's end before “endstream”.
        qpdf_set_newline_before_endstream(handle, 1)
        qpdf_set_deterministic_ID(handle, 1)
        qpdf_set_linearization(handle, 1)
        qpdf_force_pdf_version(handle, version)
        try qpdf.check(qpdf_write(handle))
        return Array(UnsafeBufferPointer(start: qpdf_get_buffer(handle), count: qpdf_get_buffer_length(handle)))
    }
}
