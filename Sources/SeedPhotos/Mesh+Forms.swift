import Glibc

extension Mesh {
    /// Turned on a wheel: each ring of the profile is a radius and a height. With `flat` every side is a face of its own.
    mutating func lathe(_ profile: [(r: Float, y: Float)], at: Vec = .zero, sides: Int = 32, flat: Bool = false) {
        func rim(_ ring: (r: Float, y: Float), _ side: Int) -> Vec {
            let angle = 2 * .pi * (Float(side) + 0.5) / Float(sides)
            return at + Vec(cos(angle) * ring.r, ring.y, sin(angle) * ring.r)
        }
        for (k, (low, high)) in zip(profile, profile.dropFirst()).enumerated() {
            func lean(_ ring: Int) -> (Float, Float) {
                let a = profile[max(ring - 1, 0)], b = profile[min(ring + 1, profile.count - 1)]
                return (b.y - a.y, a.r - b.r)
            }
            for side in 0..<sides {
                quad(rim(low, side), rim(high, side), rim(high, side + 1), rim(low, side + 1))
                guard !flat else { continue }
                for (corner, (ring, offset)) in [(k, 0), (k + 1, 0), (k + 1, 1), (k, 1)].enumerated() {
                    let angle = 2 * .pi * (Float(side + offset) + 0.5) / Float(sides), (out, rise) = lean(ring)
                    let n = Vec(cos(angle) * out, rise, sin(angle) * out)
                    if length(n) > 1e-6 { normals[normals.count - 4 + corner] = unit(n) }
                }
            }
        }
    }

    /// A bar of rectangular section from one point to another; `wide` lies level.
    mutating func beam(_ a: Vec, _ b: Vec, _ wide: Float, _ deep: Float) {
        let along = unit(b - a)
        let level = abs(along.y) > 0.98 ? Vec(1, 0, 0) : unit(cross(along, up)), other = cross(level, along)
        let s = level * (wide / 2), t = other * (deep / 2)
        let (p, q) = ([a - s - t, a + s - t, a + s + t, a - s + t], [b - s - t, b + s - t, b + s + t, b - s + t])
        for i in 0..<4 {
            let j = (i + 1) % 4
            quad(p[i], p[j], q[j], q[i])
        }
        quad(p[3], p[2], p[1], p[0])
        quad(q[0], q[1], q[2], q[3])
    }

    /// A lattice boom: two chords and the zigzag between them.
    mutating func truss(_ a: Vec, _ b: Vec, _ deep: Float, bar: Float) {
        let steps = max(Int(length(b - a) / deep), 2), along = (b - a) / Float(steps)
        let lift = unit(cross(cross(along, abs(unit(along).y) > 0.9 ? Vec(1, 0, 0) : up), along)) * deep
        beam(a, b, bar, bar)
        beam(a + lift, b + lift, bar, bar)
        for k in 0..<steps {
            let p = a + along * Float(k)
            beam(p, p + along + lift, bar * 0.7, bar * 0.7)
            beam(p + lift, p + along + lift, bar * 0.7, bar * 0.7)
            beam(p, p + lift, bar * 0.7, bar * 0.7)
        }
    }

    /// Land as the camera sees it: rows farther apart with distance, so that detail is the same all over the picture.
    mutating func land(
        before camera: Camera, from near: Float, to far: Float, columns: Int, rows: Int,
        height: (_ x: Float, _ z: Float) -> Float
    ) {
        // Wider than the picture, for what casts shadows and reflections into it.
        let turn = Turn(-camera.heading), span = camera.width * 0.75, base = Int32(points.count)
        for row in 0...rows {
            let away = near * pow(far / near, Float(row) / Float(rows))
            for column in 0...columns {
                let side = (Float(column) / Float(columns) * 2 - 1) * span * away
                let p = camera.position + turn.out(Vec(side, 0, -away))
                points.append(Vec(p.x, height(p.x, p.z), p.z))
            }
        }
        let line = columns + 1, first = Int(base)
        for row in 0...rows {
            for column in 0...columns {
                func at(_ r: Int, _ c: Int) -> Vec {
                    points[first + min(max(r, 0), rows) * line + min(max(c, 0), columns)]
                }
                let n = cross(at(row, column + 1) - at(row, column - 1), at(row + 1, column) - at(row - 1, column))
                normals.append(length(n) > 0 ? unit(n) : up)
                guard row < rows, column < columns else { continue }
                let i = base + Int32(row * line + column), j = i + Int32(line)
                triangles += [SIMD3(i, i + 1, j + 1), SIMD3(i, j + 1, j)]
            }
        }
    }
}
