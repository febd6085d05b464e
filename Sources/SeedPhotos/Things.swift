import Glibc

/// What stands about in both pictures or in many copies.
enum Things {
    static func coach(in scene: inout Scene, at: Vec, turn: Float, paint: Vec, livery: Vec, seed: Float) {
        var body = Shape.box(Vec(0, 1.86, 0), Vec(1.25, 1.5, 5.9), round: 0.34).cut(
            Vec(0, 0.2, 1), through: Vec(0, 1.2, 5.9))
        for z: Float in [3.7, -3.0] { body = body.without(.wheel(Vec(0, 0.5, z), radius: 0.6, width: 3)) }
        scene.add(Mesh(body, cell: 0.03), .coach, at: at, turn: turn, tint: paint, accent: livery, seed: seed)
        var tyres = Mesh(), hubs = Mesh(), trim = Mesh(), inner = Mesh()
        for z: Float in [3.7, -3.0] {
            for x: Float in [-1.08, 1.08] {
                tyres.append(Mesh(.wheel(Vec(x, 0.5, z), radius: 0.5, width: 0.28, round: 0.06), cell: 0.02))
                hubs.append(
                    Mesh(
                        Shape.wheel(Vec(x, 0.5, z), radius: 0.28, width: 0.31).without(
                            .wheel(Vec(x * 1.14, 0.5, z), radius: 0.2, width: 0.1)), cell: 0.02))
            }
        }
        inner.block(Vec(-1.0, 0.3, -5.6), Vec(1.0, 0.9, 5.5))
        inner.block(Vec(-0.7, 3.34, -2.6), Vec(0.7, 3.52, 0.4))
        for x: Float in [-1, 1] {
            trim.tube(Vec(x * 1.15, 3.0, 5.5), Vec(x * 1.42, 2.9, 6.1), 0.03)
            trim.append(Mesh(.box(Vec(x * 1.44, 2.62, 6.1), Vec(0.1, 0.26, 0.08), round: 0.06), cell: 0.02))
        }
        scene.add(tyres, .tyre, at: at, turn: turn)
        scene.add(hubs, .steel, at: at, turn: turn, tint: Vec(0.55, 0.55, 0.56), seed: seed)
        scene.add(inner, .paint, at: at, turn: turn, tint: Vec(0.05, 0.05, 0.05))
        scene.add(trim, .paint, at: at, turn: turn, tint: Vec(0.03, 0.03, 0.03))
    }

    /// A broad-leaved tree: limbs that fork, and leaves about their ends.
    static func tree(
        in scene: inout Scene, at: Vec, height: Float, crown: Float, leaves: Int, size: Float = 0.11, seed: UInt32
    ) {
        var chance = Chance(seed), wood = Mesh(), tips: [Vec] = []
        func grow(_ from: Vec, _ direction: Vec, _ length: Float, _ radius: Float, _ depth: Int) {
            let to = from + direction * length
            wood.tube(from, to, radius, radius * 0.7, sides: depth > 2 ? 12 : 6, capped: false)
            if depth <= 2 { tips.append(to) }
            guard depth > 0 else { return }
            for _ in 0..<(depth > 3 ? 3 : 4) {
                let out = unit(direction + chance.direction() * 0.85 + up * 0.15)
                grow(
                    to - direction * length * chance.between(0, 0.25), out, length * chance.between(0.62, 0.85),
                    radius * 0.62, depth - 1)
            }
        }
        let bole = height * 0.34
        grow(.zero, unit(Vec(chance.between(-0.06, 0.06), 1, chance.between(-0.06, 0.06))), bole, crown * 0.06, 4)
        scene.add(wood, .bark, at: at, tint: Vec(0.14, 0.11, 0.085))
        var leafage = Mesh()
        for _ in 0..<leaves {
            let tip = chance.pick(tips), d = chance.direction(), spread = crown * 0.2 * chance.next().squareRoot()
            leafage.leaf(
                tip + d * spread, unit(chance.direction() + up * 0.6), chance.direction(),
                size * chance.between(0.7, 1.3))
        }
        scene.add(leafage, .leaf, at: at, tint: Vec(0.09, 0.17, 0.03), accent: Vec(0.19, 0.28, 0.06))
    }

    static func hedge(in scene: inout Scene, _ a: Vec, _ b: Vec, seed: UInt32) {
        var chance = Chance(seed), leafage = Mesh(), core = Mesh()
        core.block(a + 0.05, b - 0.05)
        let extent = b - a
        for _ in 0..<Int(extent.x * extent.z * 900 + (extent.x + extent.z) * extent.y * 1400) {
            var p = chance.point(a, b), n = chance.direction()
            switch chance.next() {
            case ..<0.45: p.y = b.y;
            case ..<0.8: p.z = b.z;
            default: p.x = chance.next() < 0.5 ? a.x : b.x
            }
            p += n * 0.05
            n = unit(n + up * 0.5)
            leafage.leaf(p, n, chance.direction(), 0.055)
        }
        scene.add(core, .bark, tint: Vec(0.03, 0.04, 0.015))
        scene.add(leafage, .hedge, tint: Vec(0.07, 0.15, 0.03), accent: Vec(0.15, 0.25, 0.05))
    }

    /// What people drop, scattered in a rectangle: cigarette ends, scraps of paper, a few packets.
    static func litter(in scene: inout Scene, _ a: Vec, _ b: Vec, ends: Int, scraps: Int, seed: UInt32) {
        var chance = Chance(seed), end = Mesh()
        end.tube(Vec(-0.028, 0.0042, 0), Vec(0.028, 0.0042, 0), 0.0042, sides: 8)
        func spot() -> Vec { var p = chance.point(a, b); p.y = a.y; return p }
        for _ in 0..<ends { scene.add(end, .cigarette, at: spot(), turn: chance.between(0, 360), scale: 1.4) }
        for k in 0..<scraps {
            let at = spot(), turn = chance.between(0, 360)
            switch k % 5 {
            case 0:  // a ball of paper
                let r = chance.between(0.03, 0.045)
                let ball = Shape.ellipsoid(Vec(0, r * 0.7, 0), Vec(r, r * 0.75, r * 0.85)).wrinkled(
                    r * 0.35, Vec(repeating: 2.2 / r))
                scene.add(Mesh(ball, cell: r / 14), .paper, at: at, turn: turn, tint: Vec(0.7, 0.69, 0.66))
            case 1:  // a cigarette packet
                scene.add(
                    Mesh(.box(Vec(0, 0.012, 0), Vec(0.028, 0.011, 0.044), round: 0.003), cell: 0.003), .rubbish, at: at,
                    turn: turn, tint: chance.pick([Vec(0.55, 0.03, 0.03), Vec(0.6, 0.45, 0.1), Vec(0.06, 0.12, 0.35)]))
            case 2:  // a paper cup, lying
                var cup = Mesh()
                cup.tube(Vec(-0.045, 0.03, 0), Vec(0.045, 0.037, 0), 0.026, 0.036, sides: 24, capped: false)
                scene.add(cup, .paper, at: at, turn: turn, tint: Vec(0.75, 0.72, 0.66))
            default:
                scene.add(
                    sheet(chance.between(0.04, 0.1), chance.next() * 99), .paper, at: at, turn: turn,
                    tint: Vec(0.72, 0.71, 0.68))
            }
        }
    }

    /// A piece of paper that does not lie flat.
    private static func sheet(_ size: Float, _ seed: Float) -> Mesh {
        var mesh = Mesh()
        func point(_ x: Int, _ z: Int) -> Vec {
            let p = Vec(Float(x) / 6 - 0.5, 0, Float(z) / 6 - 0.5) * size * 2
            return p + up * (noise(p * (1.4 / size) + seed) * size * 0.7 + 0.002)
        }
        for x in 0..<6 {
            for z in 0..<4 { mesh.quad(point(x, z), point(x, z + 1), point(x + 1, z + 1), point(x + 1, z)) }
        }
        return mesh
    }

    static func suitcase(in scene: inout Scene, at: Vec, turn: Float, tint: Vec) {
        scene.add(
            Mesh(.box(Vec(0, 0.36, 0), Vec(0.2, 0.29, 0.12), round: 0.05), cell: 0.012), .paint, at: at, turn: turn,
            tint: tint)
        var frame = Mesh()
        for x: Float in [-0.11, 0.11] { frame.tube(Vec(x, 0.6, -0.1), Vec(x, 1.0, -0.1), 0.008) }
        frame.tube(Vec(-0.13, 1.0, -0.1), Vec(0.13, 1.0, -0.1), 0.015)
        scene.add(frame, .steel, at: at, turn: turn, tint: Vec(repeating: 0.5))
    }
}

extension Mesh {
    /// A pointed leaf, slightly folded along its middle; a slim one is a blade.
    mutating func leaf(_ at: Vec, _ normal: Vec, _ towards: Vec, _ size: Float, slim: Float = 1) {
        let side = unit(cross(normal, towards) + 0.001), along = unit(cross(side, normal)),
            fold = normal * (size * 0.12)
        let base = Int32(points.count)
        points += [
            at - along * size * 0.5, at + side * size * 0.24 * slim + fold, at + along * size * 0.5,
            at - side * size * 0.24 * slim + fold,
        ]
        normals += [normal, normal, normal, normal]
        triangles += [SIMD3(base, base + 1, base + 2), SIMD3(base, base + 2, base + 3)]
    }
}
