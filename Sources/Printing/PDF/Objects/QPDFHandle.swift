internal import CQPDF

/// A PDF opened by qpdf.
final class QPDFHandle {
    private(set) var pointer: qpdf_data?
    private var isLenient = false

    private init() {
        pointer = qpdf_init()
        // Errors are thrown; qpdf would also print them to the terminal.
        qpdf_silence_errors(pointer)
        qpdf_set_suppress_warnings(pointer, 1)
    }

    deinit { qpdf_cleanup(&pointer) }

    /// Opens a PDF and calls `body` with it. qpdf reads the bytes lazily, so the handle must not outlive the call.
    ///
    /// - Parameter isLenient: whether qpdf's warnings are ignored. Cairo lists a picture twice in a page's resources when
    ///   the page shows it twice, which qpdf repairs with a warning.
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

    /// Throws if a call of qpdf failed. Bit 0 of its result reports warnings, bit 1 errors; as the file is our own, both
    /// are errors unless the handle is lenient.
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

extension QPDFHandle {
    /// Linearises a PDF for screens, so that a reader can show the first page before the rest of the file has arrived
    /// (ISO 32000-1, annex F).
    ///
    /// - Parameter version: the PDF version, such as 1.7.
    static func linearised(_ file: [UInt8], version: String) throws -> [UInt8] {
        try reading(file) { qpdf in
            let handle = qpdf.pointer
            try qpdf.check(qpdf_init_write_memory(handle))
            qpdf_set_object_stream_mode(handle, qpdf_o_generate)
            qpdf_set_compress_streams(handle, 1)
            // PDF/A requires a line end before “endstream”.
            qpdf_set_newline_before_endstream(handle, 1)
            qpdf_set_deterministic_ID(handle, 1)
            qpdf_set_linearization(handle, 1)
            qpdf_force_pdf_version(handle, version)
            try qpdf.check(qpdf_write(handle))
            return Array(UnsafeBufferPointer(start: qpdf_get_buffer(handle), count: qpdf_get_buffer_length(handle)))
        }
    }
}
