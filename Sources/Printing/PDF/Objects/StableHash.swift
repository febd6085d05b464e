/// A mark of some bytes, 128 bits long, the same on every machine and in every run. It tells texts apart; it hides nothing.
///
/// Eight bytes at a time go into two sums in the manner of FNV-1a, each with a factor of its own; what high bits have
/// gathered is folded back onto the low ones.
struct StableHash: Sendable {
    private var first: UInt64 = 0xCBF2_9CE4_8422_2325
    private var second: UInt64 = 0x9E37_79B9_7F4A_7C15

    private mutating func mix(_ word: UInt64) {
        first = (first ^ word) &* 0x0000_0100_0000_01B3
        first ^= first >> 29
        second = (second ^ word) &* 0xD6E8_FEB8_6659_FD93
        second ^= second >> 32
    }

    mutating func mix(_ bytes: UnsafeRawBufferPointer) {
        let whole = bytes.count / 8 * 8
        for place in stride(from: 0, to: whole, by: 8) {
            mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        }
        var rest: UInt64 = 0
        for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
        mix(rest)
        mix(UInt64(bytes.count))
    }

    mutating func mix(_ other: StableHash) {
        mix(other.first)
        mix(other.second)
    }

    mutating func mix(_ text: String) {
        var text = text
        text.withUTF8 { mix(UnsafeRawBufferPointer($0)) }
    }

    /// The mark in 32 hexadecimal digits.
    var digits: String {
        [first, second].map { value in
            let text = String(value, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }
}
