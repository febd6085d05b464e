import Glibc

/// A point, a direction or a linear-light colour.
typealias Vec = SIMD3<Float>

let up = Vec(0, 1, 0)

@inline(__always) func dot(_ a: Vec, _ b: Vec) -> Float { a.x * b.x + a.y * b.y + a.z * b.z }
@inline(__always) func cross(_ a: Vec, _ b: Vec) -> Vec {
    Vec(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}
@inline(__always) func length(_ a: Vec) -> Float { dot(a, a).squareRoot() }
@inline(__always) func unit(_ a: Vec) -> Vec { a / length(a) }
@inline(__always) func reflect(_ d: Vec, _ n: Vec) -> Vec { d - n * (2 * dot(d, n)) }
@inline(__always) func luminance(_ c: Vec) -> Float { dot(c, Vec(0.2126, 0.7152, 0.0722)) }
@inline(__always) func mix(_ a: Vec, _ b: Vec, _ t: Float) -> Vec { a + (b - a) * t }
@inline(__always) func mix(_ a: Float, _ b: Float, _ t: Float) -> Float { a + (b - a) * t }
@inline(__always) func clamp(_ x: Float, _ low: Float = 0, _ high: Float = 1) -> Float { min(max(x, low), high) }
@inline(__always) func smoothstep(_ a: Float, _ b: Float, _ x: Float) -> Float {
    let t = clamp((x - a) / (b - a))
    return t * t * (3 - 2 * t)
}

/// Distance from the nearest multiple of `period`: joints, mullions, stripes.
@inline(__always) func toGrid(_ x: Float, _ period: Float) -> Float { abs(x - (x / period).rounded() * period) }

@inline(__always) func lesser(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
    a.replacing(with: b, where: b .< a)
}
@inline(__always) func greater(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
    a.replacing(with: b, where: b .> a)
}

/// Two directions square to `n` and to each other.
@inline(__always) func tangents(_ n: Vec) -> (Vec, Vec) {
    let sign: Float = n.z < 0 ? -1 : 1
    let a = -1 / (sign + n.z), b = n.x * n.y * a
    return (Vec(1 + sign * n.x * n.x * a, sign * b, -sign * n.x), Vec(b, sign + n.y * n.y * a, -n.y))
}

/// Turns about the upright axis.
struct Turn {
    var cosine: Float = 1, sine: Float = 0
    init(_ degrees: Float) { (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180)) }
    @inline(__always) func out(_ p: Vec) -> Vec { Vec(cosine * p.x + sine * p.z, p.y, cosine * p.z - sine * p.x) }
    @inline(__always) func back(_ p: Vec) -> Vec { Vec(cosine * p.x - sine * p.z, p.y, cosine * p.z + sine * p.x) }
}
