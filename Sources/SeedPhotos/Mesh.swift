import Glibc

/// Triangles with a normal at each corner.
struct Mesh {
    var points: [Vec] = [], normals: [Vec] = []
    var triangles: [SIMD3<Int32>] = []

    mutating func append(_ other: Mesh) {
        let base = Int32(points.count)
        points += other.points
        normals += other.normals
        triangles += other.triangles.map { $0 &+ SIMD3(repeating: base) }
    }

    mutating func quad(_ a: Vec, _ b: Vec, _ c: Vec, _ d: Vec) {
        let base = Int32(points.count), n = unit(cross(b - a, c - a))
        points += [a, b, c, d]
        normals += [n, n, n, n]
        triangles += [SIMD3(base, base + 1, base + 2), SIMD3(base, base + 2, base + 3)]
    }

    mutating func box(_ center: Vec, _ half: Vec) {
        let h = half
        func corner(_ x: Float, _ y: Float, _ z: Float) -> Vec { center + Vec(x, y, z) * h }
        for s: Float in [-1, 1] {
            quad(corner(s, -1, -s), corner(s, 1, -s), corner(s, 1, s), corner(s, -1, s))
            quad(corner(-s, s, -1), corner(-s, s, 1), corner(s, s, 1), corner(s, s, -1))
            quad(corner(-s, -1, s), corner(s, -1, s), corner(s, 1, s), corner(-s, 1, s))
        }
    }

    /// A box between two opposite corners.
    mutating func block(_ a: Vec, _ b: Vec) { box((a + b) / 2, pmax(a, b) - (a + b) / 2) }

    mutating func tube(_ a: Vec, _ b: Vec, _ ra: Float, _ rb: Float? = nil, sides: Int = 12, capped: Bool = true) {
        let rb = rb ?? ra, axis = unit(b - a), (s, t) = tangents(axis), base = Int32(points.count)
        for i in 0..<sides {
            let angle = 2 * .pi * Float(i) / Float(sides), n = s * cos(angle) + t * sin(angle)
            points += [a + n * ra, b + n * rb]
            normals += [n, n]
            let k = base + Int32(2 * i), l = base + Int32(2 * ((i + 1) % sides))
            triangles += [SIMD3(k, l, l + 1), SIMD3(k, l + 1, k + 1)]
        }
        guard capped else { return }
        for (end, n, r) in [(a, -axis, ra), (b, axis, rb)] {
            let start = Int32(points.count)
            for i in 0..<sides {
                let angle = 2 * .pi * Float(i) / Float(sides)
                points.append(end + (s * cos(angle) + t * sin(angle)) * r)
                normals.append(n)
                if i > 1 { triangles.append(SIMD3(start, start + Int32(i) - 1, start + Int32(i))) }
            }
        }
    }

    func placed(_ at: Vec, turn: Float = 0, scale: Float = 1) -> Mesh {
        let turn = Turn(turn)
        return Mesh(
            points: points.map { turn.out($0 * scale) + at }, normals: normals.map(turn.out), triangles: triangles)
    }
}

extension Mesh {
    /// Meshes a shape by surface nets: each cell of the grid that the surface crosses gets one point, in the middle of
    /// its crossings, and each crossed edge a quad between the four cells round it.
    init(_ shape: Shape, cell: Float) {
        let low = shape.low - cell * 1.5
        let extent = ((shape.high + cell * 1.5 - low) / cell).rounded(.up)
        let n = SIMD3<Int>(Int(extent.x) + 1, Int(extent.y) + 1, Int(extent.z) + 1)
        let step = SIMD3<Int>(1, n.x, n.x * n.y)
        func at(_ x: Int, _ y: Int, _ z: Int) -> Vec { low + Vec(Float(x), Float(y), Float(z)) * cell }

        var field = [Float](repeating: 0, count: n.x * n.y * n.z)
        for z in 0..<n.z {
            for y in 0..<n.y {
                for x in 0..<n.x {
                    field[x + y * step.y + z * step.z] = shape.distance(at(x, y, z))
                }
            }
        }

        var vertex = [Int32](repeating: -1, count: field.count)
        for z in 0..<n.z - 1 {
            for y in 0..<n.y - 1 {
                for x in 0..<n.x - 1 {
                    let i = x + y * step.y + z * step.z
                    var sum = Vec.zero, count: Float = 0
                    for axis in 0..<3 {
                        for corner in 0..<4 {
                            let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
                            let from = i + (corner & 1) * step[u] + (corner >> 1) * step[v]
                            let a = field[from], b = field[from + step[axis]]
                            guard (a < 0) != (b < 0) else { continue }
                            var p = Vec.zero
                            p[axis] = a / (a - b)
                            p[u] = Float(corner & 1)
                            p[v] = Float(corner >> 1)
                            sum += p
                            count += 1
                        }
                    }
                    guard count > 0 else { continue }
                    vertex[i] = Int32(points.count)
                    points.append(at(x, y, z) + sum / count * cell)
                }
            }
        }

        for z in 1..<n.z - 1 {
            for y in 1..<n.y - 1 {
                for x in 1..<n.x - 1 {
                    let i = x + y * step.y + z * step.z
                    for axis in 0..<3 where (field[i] < 0) != (field[i + step[axis]] < 0) {
                        let (u, v) = (step[(axis + 1) % 3], step[(axis + 2) % 3])
                        let q = [vertex[i], vertex[i - u], vertex[i - u - v], vertex[i - v]]
                        triangles += [SIMD3(q[0], q[1], q[2]), SIMD3(q[0], q[2], q[3])]
                    }
                }
            }
        }

        let e = cell * 0.5
        normals = points.map { p in
            func slope(_ d: Vec) -> Float { shape.distance(p + d) - shape.distance(p - d) }
            let g = Vec(slope(Vec(e, 0, 0)), slope(Vec(0, e, 0)), slope(Vec(0, 0, e)))
            return length(g) > 0 ? unit(g) : up
        }
    }
}
