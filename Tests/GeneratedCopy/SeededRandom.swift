/// A random source with a fixed sequence for each seed (SplitMix64).
public struct SeededRandom: Sendable {
    private var state: UInt64

    /// Creates a random source.
    public init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number in a range.
    public mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// A number from 0 up to 1.
    public mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// An element of a nonempty array.
    public mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[number(in: 0...elements.count - 1)]
    }

    /// Whether an event of a probability from 0 to 1 occurs.
    public mutating func isTrue(_ probability: Double) -> Bool { share() < probability }
}
