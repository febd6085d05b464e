import Glibc

extension Sitting {
    /// A seven-storeyed pagoda above the trees in the last sun.
    static let pagoda = Sitting(
        name: "pagoda", scene: Pagoda.scene, samples: 12, passes: 3, trust: 3,
        development: Development(
            exposure: 1.3, balance: Vec(1.05, 1.0, 0.94), contrast: 0.85, saturation: 1.15, bloom: 0.05, grain: 0.006))
}

private enum Pagoda {
    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(0, 3.4, 0), heading: 0, width: 0.62, shift: 0.31, aspect: 0.667, focus: 50,
                aperture: 0.006),
            daylight: Daylight(
                sun: unit(Vec(-0.80, 0.30, 0.42)), sunlight: Vec(9.0, 6.3, 3.6), zenith: Vec(0.13, 0.28, 0.66),
                horizon: Vec(0.92, 0.84, 0.76), cloudiness: 0.45),
            sight: 1500, haze: Vec(0.86, 0.82, 0.80))
        land(&scene)
        storeys(&scene, Vec(3, 6.6, -58))
        steps(&scene)
        for (x, z, high, seed) in [
            (Float(-7.5), Float(-49), Float(8), UInt32(2)), (-11.5, -55, 10, 3), (13.5, -52, 9, 4), (17, -60, 11, 5),
            (-4, -66, 10, 6), (10.8, -66, 11, 8),
        ] {
            Things.tree(
                in: &scene, at: Vec(x, 4.2, z), height: high, crown: high * 0.45, leaves: 12000, size: 0.2, seed: seed)
        }
        // A maple at the photographer's side hangs into the picture.
        Things.tree(in: &scene, at: Vec(-4.6, 1.0, -11.5), height: 9.5, crown: 4.6, leaves: 17000, size: 0.12, seed: 21)
        for (x, z, turn, shirt) in [
            (Float(1.4), Float(-33), Float(185), Vec(0.6, 0.1, 0.08)), (2.3, -32.4, 175, Vec(0.7, 0.69, 0.65)),
        ] {
            var walker = Figure(stride: 18, swing: 12, elbow: (20, 20), height: 1.66)
            walker.shirt = shirt
            walker.stand(in: &scene, at: Vec(x, 2.9, z), turn: turn, cell: 0.02)
        }
        return scene
    }

    private static func knoll(_ x: Float, _ z: Float) -> Float {
        9 * exp(-((x - 3) * (x - 3) + (z + 58) * (z + 58)) / 900) - 1.5
    }

    private static func land(_ scene: inout Scene) {
        // Built higher and let down again: what is low counts as shore.
        let drop: Float = 8
        var land = Mesh(), grass = Mesh(), chance = Chance(9)
        land.land(before: scene.camera, from: 5, to: 700, columns: 420, rows: 420) { x, z in
            let hills = smoothstep(150, 650, -z) * 90 * cloud(Vec(x, 0, z) * 0.006, octaves: 4)
            return drop + knoll(x, z) + hills + (z < -75 ? Valley.canopy(x, z, crown: 4.5) : 0)
        }
        for _ in 0..<150_000 {
            let z = -6 - 46 * chance.next() * chance.next(), x = chance.between(-0.5, 0.5) * -z
            let tuft = noise(Vec(x, 0, z) * 0.9)
            grass.leaf(
                Vec(x, knoll(x, z) + 0.05, z), unit(Vec(chance.between(-1, 1), 0.3, chance.between(-1, 1))),
                unit(up + chance.direction() * 0.4), (0.12 + 0.3 * tuft) * chance.between(0.6, 1.2))
        }
        scene.add(land, .woods, at: Vec(0, -drop, 0), tint: Vec(0.04, 0.085, 0.018), accent: Vec(0.12, 0.16, 0.04))
        scene.add(grass, .leaf, tint: Vec(0.07, 0.13, 0.025), accent: Vec(0.20, 0.22, 0.06))
    }

    /// Eight-sided storeys, each smaller than the one below, with a roof that turns up at its corners.
    private static func storeys(_ scene: inout Scene, _ foot: Vec) {
        var walls = Mesh(), posts = Mesh(), roofs = Mesh(), edges = Mesh(), doors = Mesh(), stone = Mesh(),
            gold = Mesh()
        stone.lathe([(7.6, -4), (7.6, 0), (0.01, 0)], sides: 8, flat: true)
        var y: Float = 0
        for storey in 0..<7 {
            let r = 4.5 - Float(storey) * 0.36, high = 3.5 - Float(storey) * 0.16, eave = r + 1.75 - Float(storey) * 0.1
            walls.lathe([(r, y), (r, y + high)], sides: 8, flat: true)
            for side in 0..<8 {
                func corner(_ r: Float, _ y: Float, _ at: Float) -> Vec {
                    let angle = 2 * .pi * (Float(side) + at) / 8
                    return Vec(cos(angle) * r, y, sin(angle) * r)
                }
                posts.tube(corner(r + 0.05, y, 0.5), corner(r + 0.05, y + high, 0.5), 0.2, sides: 10)
                posts.beam(corner(r + 0.06, y + high - 0.5, 0.5), corner(r + 0.06, y + high - 0.5, 1.5), 0.2, 0.35)
                let inner = r * cos(Float.pi / 8) + 0.03
                doors.beam(corner(inner, y + 0.3, 1), corner(inner, y + high - 1.1, 1), 0.08, 1.1)
                // The roof of one side: lower in its middle than at its corners.
                for k in 0..<8 {
                    func edge(_ j: Int, _ out: Float) -> Vec {
                        let t = Float(j) / 8, bend = (2 * t - 1) * (2 * t - 1)
                        let a = corner(mix(r * 0.82, eave, out), 0, 0.5), b = corner(mix(r * 0.82, eave, out), 0, 1.5)
                        let lift = mix(1.35, 0.1 + 0.75 * bend * bend, out) - 0.25 * sin(.pi * out)
                        return mix(a, b, t) * Vec(1, 0, 1) * (1 + 0.05 * bend * out) + Vec(0, y + high + lift - 0.2, 0)
                    }
                    for m in 0..<3 {
                        let (a, b) = (Float(m) / 3, Float(m + 1) / 3)
                        roofs.quad(edge(k, a), edge(k + 1, a), edge(k + 1, b), edge(k, b))
                    }
                    edges.beam(edge(k, 1), edge(k + 1, 1), 0.12, 0.16)
                    edges.tube(edge(k, 1) - Vec(0, 0.1, 0), edge(k, 0.2) - Vec(0, 0.55, 0), 0.06, sides: 5)
                    if k == 0 {
                        roofs.tube(edge(0, 0), edge(0, 0.5), 0.13, sides: 8)
                        roofs.tube(edge(0, 0.5), edge(0, 1) + Vec(0, 0.12, 0), 0.13, 0.08, sides: 8)
                    }
                }
                if storey > 0 {  // the railing of the gallery
                    for h: Float in [0.35, 0.85] {
                        edges.beam(corner(r + 0.75, y + h, 0.5), corner(r + 0.75, y + h, 1.5), 0.08, 0.08)
                    }
                }
            }
            y += high + 0.75
        }
        roofs.lathe([(2.6, y - 0.4), (1.2, y + 0.7), (0.3, y + 2.0)], sides: 8, flat: true)
        gold.lathe(
            [
                (0.3, y + 1.9), (0.55, y + 2.4), (0.25, y + 2.9), (0.42, y + 3.3), (0.16, y + 3.7), (0.26, y + 4.0),
                (0.05, y + 5.4),
            ], sides: 20)
        for (mesh, material, tint) in [
            (walls, Material.plaster, Vec(0.66, 0.58, 0.46)), (posts, .paint, Vec(0.33, 0.05, 0.03)),
            (roofs, .concrete, Vec(0.10, 0.105, 0.11)),
            (edges, .paint, Vec(0.22, 0.07, 0.04)), (doors, .paint, Vec(0.05, 0.03, 0.025)),
            (stone, .stone, Vec(0.42, 0.40, 0.37)),
            (gold, .brushed, Vec(0.8, 0.55, 0.2)),
        ] {
            scene.add(mesh, material, at: foot, tint: tint)
        }
    }

    private static func steps(_ scene: inout Scene) {
        scene.add(.stone, tint: Vec(0.44, 0.42, 0.39)) {
            for k in 0..<44 {
                let z = -8 - Float(k) * 1.0, y = 0.15 * Float(k) - 0.2
                $0.block(Vec(-0.6 + 0.05 * Float(k), y - 2, z - 1), Vec(2.4 + 0.05 * Float(k), y, z))
            }
        }
    }
}
