/// The tables of a font file by their tags, and numbers in them (big-endian, as OpenType has all of them).
struct FontTables {
    let bytes: [UInt8]
    private var tables: [String: Range<Int>] = [:]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.count >= 12 else { return }
        for record in 0..<Int(bytes[4]) << 8 | Int(bytes[5]) {
            let at = 12 + 16 * record
            guard at + 16 <= bytes.count else { return }
            let start = Self.number(bytes, at + 8, 4), length = Self.number(bytes, at + 12, 4)
            guard start + length <= bytes.count else { continue }
            tables[String(decoding: bytes[at..<at + 4], as: UTF8.self)] = start..<start + length
        }
    }

    subscript(tag: String) -> ArraySlice<UInt8>? { tables[tag].map { bytes[$0] } }

    /// An unsigned number of two bytes in a table, 0 where the table has none there.
    func unsigned(_ tag: String, _ offset: Int) -> Int {
        guard let table = tables[tag], offset + 2 <= table.count else { return 0 }
        return Self.number(bytes, table.lowerBound + offset, 2)
    }

    func signed(_ tag: String, _ offset: Int) -> Int { Int(Int16(truncatingIfNeeded: unsigned(tag, offset))) }

    static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        var value = 0
        for byte in bytes[offset..<offset + count] { value = value << 8 | Int(byte) }
        return value
    }
}
