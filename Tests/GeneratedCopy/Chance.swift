/// Chance that is the same in every run (SplitMix64).
public struct Chance: Sendable {
    private var state: UInt64

    public init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    public mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
    public mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }
    public mutating func pick<Element>(_ from: [Element]) -> Element { from[number(in: 0...from.count - 1)] }
    public mutating func isTrue(_ probability: Double) -> Bool { share() < probability }
}
