internal import CQPDF

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
