/// A short mark of some bytes, the same on every machine and in every run (FNV-1a).
struct StableHash {
    private(set) var value: UInt64

    /// - Parameter salt: marks of the same bytes with other salts differ.
    init(salt: UInt64 = 0) { value = 14_695_981_039_346_656_037 &+ salt &* 0x9E37_79B9_7F4A_7C15 }

    mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 1_099_511_628_211 }

    mutating func mix(_ number: UInt16) {
        mix(UInt8(number >> 8))
        mix(UInt8(number & 255))
    }

    mutating func mix(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { mix(byte) }
    }
}
