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
        // No encoding in use makes more than two code units of one byte.
        let capacity = bytes.count * 2 + 4
        var stopped: Int32 = -1
        let units = [UInt16](unsafeUninitializedCapacity: capacity) { target, count in
            bytes.withUnsafeBytes { raw in
                let source = raw.bindMemory(to: CChar.self)
                let written = icu_decode(
                    encoding, source.baseAddress, Int32(source.count), target.baseAddress, Int32(capacity), &stopped)
                if written < 0 { stopped = 0 }
                count = max(0, Int(written))
            }
        }
        if stopped >= 0 { throw Undecodable(offset: Int(stopped)) }
        return units
    }
}
