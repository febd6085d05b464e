/// A 128-bit hash that is the same on every machine and in every run. It identifies content and is not cryptographic.
///
/// Eight bytes at a time are mixed into two accumulators in the manner of FNV-1a, each with its own multiplier. Shifts
/// carry the high bits back into the low ones.
struct StableHash: Sendable {
    private var first: UInt64 = 0xCBF2_9CE4_8422_2325
    private var second: UInt64 = 0x9E37_79B9_7F4A_7C15

    private mutating func combine(_ word: UInt64) {
        first = (first ^ word) &* 0x0000_0100_0000_01B3
        first ^= first >> 29
        second = (second ^ word) &* 0xD6E8_FEB8_6659_FD93
        second ^= second >> 32
    }

    mutating func combine(_ bytes: UnsafeRawBufferPointer) {
        let whole = bytes.count / 8 * 8
        for offset in stride(from: 0, to: whole, by: 8) {
            combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        var rest: UInt64 = 0
        for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
        combine(rest)
        combine(UInt64(bytes.count))
    }

    mutating func combine(_ other: StableHash) {
        combine(other.first)
        combine(other.second)
    }

    mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
    }

    /// The hash in 32 hexadecimal digits.
    var hexDigits: String {
        [first, second].map { value in
            let text = String(value, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }
}
