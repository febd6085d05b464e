import Glibc

/// Scatters the bits of an integer (the PCG output function).
@inline(__always) func scatter(_ x: UInt32) -> UInt32 {
    let s = x &* 747_796_405 &+ 2_891_336_453
    let w = ((s >> ((s >> 28) &+ 4)) ^ s) &* 277_803_737
    return (w >> 22) ^ w
}

@inline(__always) func fraction(_ x: UInt32) -> Float { Float(x >> 8) * (1 / 16_777_216) }

/// A number in 0..<1 that belongs to a cell of the lattice.
@inline(__always) func lattice(_ x: Int32, _ y: Int32, _ z: Int32) -> Float {
    fraction(scatter(UInt32(bitPattern: x) &+ scatter(UInt32(bitPattern: y) &+ scatter(UInt32(bitPattern: z)))))
}
@inline(__always) func lattice(_ x: Float, _ y: Float, _ z: Float = 0) -> Float {
    lattice(Int32(x.rounded(.down)), Int32(y.rounded(.down)), Int32(z.rounded(.down)))
}

/// Smooth value noise, 0...1.
func noise(_ p: Vec) -> Float {
    let base = p.rounded(.down)
    let f = p - base, u = f * f * (3 - 2 * f)
    let x = Int32(base.x), y = Int32(base.y), z = Int32(base.z)
    func row(_ y: Int32, _ z: Int32) -> Float { mix(lattice(x, y, z), lattice(x &+ 1, y, z), u.x) }
    return mix(mix(row(y, z), row(y &+ 1, z), u.y), mix(row(y, z &+ 1), row(y &+ 1, z &+ 1), u.y), u.z)
}

/// Noise of several scales added, about 0...1: stains, clouds, stone.
func cloud(_ p: Vec, octaves: Int = 4) -> Float {
    var sum: Float = 0, weight: Float = 0.5, q = p
    for _ in 0..<octaves {
        sum += weight * noise(q)
        q = Vec(q.x * 1.6 + q.z * 1.2, q.y * 2.02, q.z * 1.6 - q.x * 1.2) + 17.3
        weight *= 0.5
    }
    return sum
}

/// Random numbers of a pixel's sample. The first few of a path are drawn from a lattice that fills the square evenly
/// over a pixel's samples (Roberts' R sequences, shifted for each pixel), which halves the noise of light and shadow.
struct Dice {
    private var state: UInt32
    private var dimension = 0
    private let pixel: UInt32, sample: Float

    init(pixel: Int, sample: Int) {
        self.pixel = scatter(UInt32(truncatingIfNeeded: pixel) &+ 0x9E37)
        self.sample = Float(sample)
        state = scatter(self.pixel &+ UInt32(truncatingIfNeeded: sample) &* 0x85EB_CA6B)
    }

    @inline(__always) mutating func next() -> Float {
        state = state &* 1_664_525 &+ 1_013_904_223
        return fraction(scatter(state))
    }

    @inline(__always) mutating func pair() -> (Float, Float) {
        guard dimension < 5 else { return (next(), next()) }
        dimension += 1
        let shift = scatter(pixel &+ UInt32(dimension))
        let x = fraction(shift) + sample * 0.754_877_67, y = fraction(scatter(shift)) + sample * 0.569_840_29
        return (x - x.rounded(.down), y - y.rounded(.down))
    }
}

/// Repeatable choices while a scene is built.
struct Chance {
    private var state: UInt32
    init(_ seed: UInt32) { state = scatter(seed) }
    mutating func next() -> Float {
        state = state &* 1_664_525 &+ 1_013_904_223
        return fraction(scatter(state))
    }
    mutating func between(_ a: Float, _ b: Float) -> Float { a + (b - a) * next() }
    mutating func point(_ low: Vec, _ high: Vec) -> Vec { low + (high - low) * Vec(next(), next(), next()) }
    mutating func direction() -> Vec {
        while true {
            let v = point(Vec(repeating: -1), Vec(repeating: 1))
            if dot(v, v) < 1, dot(v, v) > 0.01 { return unit(v) }
        }
    }
    mutating func pick<T>(_ of: [T]) -> T { of[min(Int(next() * Float(of.count)), of.count - 1)] }
}
