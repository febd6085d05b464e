import Glibc

/// A body described by its signed distance (negative inside), with the box it lies in. Round things, and things that
/// flow into each other such as people and coaches, are described so and then meshed.
struct Shape {
    var low: Vec, high: Vec
    var distance: (Vec) -> Float

    static func box(_ center: Vec, _ half: Vec, round r: Float = 0) -> Shape {
        Shape(low: center - half, high: center + half) { p in
            let d = p - center, q = Vec(abs(d.x), abs(d.y), abs(d.z)) - half + r
            return length(Vec(max(q.x, 0), max(q.y, 0), max(q.z, 0))) + min(max(q.x, q.y, q.z), 0) - r
        }
    }

    static func ellipsoid(_ center: Vec, _ radii: Vec) -> Shape {
        Shape(low: center - radii, high: center + radii) { p in
            let q = (p - center) / radii, k = length(q)
            return k < 0.001 ? -radii.min() : k * (k - 1) / length(q / radii)
        }
    }

    /// A limb: thick at one end, thin at the other, round at both.
    static func limb(_ a: Vec, _ b: Vec, _ ra: Float, _ rb: Float) -> Shape {
        let r = Vec(repeating: max(ra, rb)), ab = b - a, whole = dot(ab, ab)
        return Shape(low: pmin(a, b) - r, high: pmax(a, b) + r) { p in
            let t = clamp(dot(p - a, ab) / whole)
            return length(p - a - ab * t) - mix(ra, rb, t)
        }
    }

    /// A disc or wheel whose axis lies along x.
    static func wheel(_ center: Vec, radius: Float, width: Float, round r: Float = 0.02) -> Shape {
        let reach = Vec(width / 2, radius, radius)
        return Shape(low: center - reach, high: center + reach) { p in
            let d = p - center
            let a = (d.y * d.y + d.z * d.z).squareRoot() - radius + r, b = abs(d.x) - width / 2 + r
            return (max(a, 0) * max(a, 0) + max(b, 0) * max(b, 0)).squareRoot() + min(max(a, b), 0) - r
        }
    }

    /// Both, flowing into each other within `k`.
    func joined(_ other: Shape, _ k: Float = 0) -> Shape {
        Shape(low: pmin(low, other.low), high: pmax(high, other.high)) { p in
            let a = distance(p), b = other.distance(p)
            guard k > 0 else { return min(a, b) }
            let h = max(k - abs(a - b), 0) / k
            return min(a, b) - h * h * k / 4
        }
    }

    func without(_ other: Shape) -> Shape {
        Shape(low: low, high: high) { max(distance($0), -other.distance($0)) }
    }

    /// The part on the side of the plane that `normal` points away from.
    func cut(_ normal: Vec, through point: Vec) -> Shape {
        let n = unit(normal)
        return Shape(low: low, high: high) { max(distance($0), dot($0 - point, n)) }
    }

    /// A surface with folds and dents.
    func wrinkled(_ depth: Float, _ scale: Vec) -> Shape {
        Shape(low: low - depth, high: high + depth) { distance($0) + depth * (noise($0 * scale) - 0.5) * 2 }
    }

    static func all(_ shapes: [Shape], _ k: Float) -> Shape {
        shapes.dropFirst().reduce(shapes[0]) { $0.joined($1, k) }
    }
}

func pmin(_ a: Vec, _ b: Vec) -> Vec { a.replacing(with: b, where: b .< a) }
func pmax(_ a: Vec, _ b: Vec) -> Vec { a.replacing(with: b, where: b .> a) }
