internal import CQPDF

/// The last pass over a PDF file: qpdf packs its objects and compresses its streams, and gives it an identity that
/// depends on nothing but its content.
struct QPDFPass {
    /// Such as 1.7.
    var version: String
    /// Whether a reader on the web can show the first page before the rest has come.
    var isLinearised: Bool

    func finish(_ plain: [UInt8]) throws -> [UInt8] {
        var handle: qpdf_data? = qpdf_init()
        defer { qpdf_cleanup(&handle) }
        qpdf_silence_errors(handle)
        return try plain.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            try check(qpdf_read_memory(handle, "edition", start, UInt64(bytes.count), nil), handle)
            try check(qpdf_init_write_memory(handle), handle)
            qpdf_set_object_stream_mode(handle, qpdf_o_generate)
            qpdf_set_compress_streams(handle, 1)
            // PDF/A wants a line's end before “endstream”.
            qpdf_set_newline_before_endstream(handle, 1)
            qpdf_set_deterministic_ID(handle, 1)
            qpdf_set_linearization(handle, isLinearised ? 1 : 0)
            qpdf_force_pdf_version(handle, version)
            try check(qpdf_write(handle), handle)
            return Array(UnsafeBufferPointer(start: qpdf_get_buffer(handle), count: qpdf_get_buffer_length(handle)))
        }
    }

    /// Bit 0 of what qpdf answers tells of warnings, bit 1 of errors. In a file of our own both are our fault.
    private func check(_ status: QPDF_ERROR_CODE, _ handle: qpdf_data?) throws {
        guard status != 0 else { return }
        let error = qpdf_has_error(handle) != 0 ? qpdf_get_error(handle) : qpdf_next_warning(handle)
        throw Failure(description: error.map { String(cString: qpdf_get_error_full_text(handle, $0)) } ?? "qpdf failed")
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}
