internal import CQPDF

/// A PDF open in qpdf, closed when the last reference to this object goes.
final class QPDFHandle {
    private(set) var pointer: qpdf_data?
    /// qpdf reads the bytes where they lie, when it needs them.
    private var bytes: UnsafeMutableBufferPointer<CChar>?
    private var isLenient = false

    init() {
        pointer = qpdf_init()
        qpdf_silence_errors(pointer)
    }

    deinit {
        qpdf_cleanup(&pointer)
        bytes?.deallocate()
    }

    /// - Parameter isLenient: whether slips that qpdf mends by itself pass: Cairo names a picture twice in its list when
    ///   it is shown twice.
    func read(_ file: [UInt8], isLenient: Bool = false) throws {
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: file.count)
        file.withUnsafeBytes { UnsafeMutableRawBufferPointer(copy).copyMemory(from: $0) }
        bytes = copy
        self.isLenient = isLenient
        try check(qpdf_read_memory(pointer, "edition", copy.baseAddress, UInt64(copy.count), nil))
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
