internal import CICU

/// Decodes bytes of a legacy encoding by ICU and stops at the first that mean nothing in it: a replacement
/// character would reach the press unseen.
struct StrictConverter {
    /// ICU's name of the encoding: `gb18030`, `UTF-16LE`.
    let encoding: String

    /// Bytes that the encoding does not know.
    struct Undecodable: Error {
        /// Where they begin, counted from the first byte given.
        var offset: Int
    }

    /// The bytes as UTF-16 code units.
    func units(from bytes: [UInt8]) throws(Undecodable) -> [UInt16] {
        var status = U_ZERO_ERROR
        guard let converter = icu_ucnv_open(encoding, &status), status.rawValue <= U_ZERO_ERROR.rawValue else {
            throw Undecodable(offset: 0)
        }
        defer { icu_ucnv_close(converter) }
        icu_ucnv_stopAtErrors(converter, &status)

        // No encoding in use makes more than two code units of one byte.
        let capacity = bytes.count * 2 + 4
        var stopped: Int?
        let units = [UInt16](unsafeUninitializedCapacity: capacity) { target, count in
            bytes.withUnsafeBytes { raw in
                let source = raw.bindMemory(to: CChar.self)
                guard let start = source.baseAddress, let first = target.baseAddress else { return }
                var read: UnsafePointer<CChar>? = start
                var written: UnsafeMutablePointer<UInt16>? = first
                icu_ucnv_toUnicode(converter, &written, first + capacity, &read, start + source.count, &status)
                count = written! - first
                if status.rawValue > U_ZERO_ERROR.rawValue {
                    var lengthStatus = U_ZERO_ERROR
                    let invalid = Int(icu_ucnv_invalidLength(converter, &lengthStatus))
                    stopped = max(0, (read! - start) - invalid)
                }
            }
        }
        if let stopped { throw Undecodable(offset: stopped) }
        return units
    }
}
