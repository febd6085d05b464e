import Glibc

extension Sitting {
    /// A harvester at the edge of ripe rice.
    static let harvest = Sitting(
        name: "harvest", scene: RiceHarvest.scene, samples: 8, passes: 3, trust: 3,
        development: Development(
            exposure: 1.3, balance: Vec(1.03, 1.0, 0.96), contrast: 0.85, saturation: 1.1, bloom: 0.04, grain: 0.006))
}

private enum RiceHarvest {
    /// Up to this far to the right the rice is cut already.
    private static func edge(_ z: Float) -> Float { 0.9 + 0.10 * z }

    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(0, 2.7, 0), heading: 0, width: 0.86, shift: 0.0, aspect: 1.5, focus: 16, aperture: 0.006),
            daylight: Daylight(
                sun: unit(Vec(0.66, 0.5, 0.45)), sunlight: Vec(8.4, 7.0, 5.0), zenith: Vec(0.14, 0.32, 0.74),
                horizon: Vec(0.82, 0.88, 0.95), cloudiness: 0.6),
            sight: 1400, haze: Vec(0.76, 0.84, 0.93))
        var soil = Mesh(), hills = Mesh()
        soil.quad(Vec(-200, 0, 8), Vec(200, 0, 8), Vec(200, 0, -190), Vec(-200, 0, -190))
        hills.land(before: scene.camera, from: 120, to: 1500, columns: 480, rows: 300) { x, z in
            smoothstep(170, 900, -z) * 240 * cloud(Vec(x * 0.004, 2, z * 0.003), octaves: 4)
                + (z < -172 ? Valley.canopy(x, z, crown: 6) : -2)
        }
        scene.add(soil, .grain, tint: Vec(0.26, 0.20, 0.09), accent: Vec(0.40, 0.31, 0.14))
        scene.add(hills, .woods, tint: Vec(0.03, 0.07, 0.02), accent: Vec(0.10, 0.14, 0.04))
        rice(&scene)
        harvester(&scene, Vec(-2.6, 0, -15.5), turn: 24)
        harvester(&scene, Vec(13, 0, -62), turn: -80)
        people(&scene)
        return scene
    }

    private static func rice(_ scene: inout Scene) {
        var chance = Chance(2), ripe = Mesh(), stubble = Mesh(), far = Mesh()
        for _ in 0..<700_000 {
            let z = -2.2 - 75 * pow(chance.next(), 2.2), x = chance.between(-0.52, 0.52) * (-z + 2)
            // Rows, as the planting machine left them.
            let row = (x / 0.3).rounded() * 0.3 + chance.between(-0.09, 0.09)
            let cut = row < edge(z) && row > edge(z) - 6.5 && !(z < -19)
            if cut {
                guard chance.next() < 0.22 else { continue }
                stubble.leaf(
                    Vec(row, 0.06, z), chance.direction() * Vec(1, 0.1, 1), unit(up + chance.direction() * 0.3), 0.22,
                    slim: 0.3)
            } else {
                let lean = chance.direction() * Vec(0.6, 0, 0.6), high = chance.between(0.5, 0.95)
                ripe.leaf(
                    Vec(row, high * 0.75, z) + lean * 0.15, unit(chance.direction() * Vec(1, 0.2, 1)), unit(up + lean),
                    chance.between(0.3, 0.55), slim: 0.3)
            }
        }
        for side in [0, 1] {
            let from: Float = side == 0 ? -160 : edge(-60), to: Float = side == 0 ? edge(-60) - 6.5 : 160
            far.quad(Vec(from, 0.72, -40), Vec(to, 0.72, -40), Vec(to, 0.72, -185), Vec(from, 0.72, -185))
        }
        far.quad(Vec(-160, 0.72, -60), Vec(160, 0.72, -60), Vec(160, 0.72, -185), Vec(-160, 0.72, -185))
        scene.add(ripe, .leaf, tint: Vec(0.40, 0.27, 0.05), accent: Vec(0.66, 0.48, 0.13))
        scene.add(stubble, .leaf, tint: Vec(0.38, 0.29, 0.12), accent: Vec(0.54, 0.43, 0.2))
        scene.add(far, .grain, tint: Vec(0.36, 0.26, 0.05), accent: Vec(0.56, 0.42, 0.11))
    }

    /// A tracked harvester; its reel looks along +z.
    private static func harvester(_ scene: inout Scene, _ at: Vec, turn: Float) {
        var body = Mesh(), dark = Mesh(), glass = Mesh(), reel = Mesh(), light = Mesh()
        body.append(Mesh(.box(Vec(0, 1.55, -0.6), Vec(0.95, 0.75, 1.7), round: 0.16), cell: 0.04))
        body.append(Mesh(.box(Vec(-0.35, 2.55, -1.3), Vec(0.55, 0.35, 0.85), round: 0.12), cell: 0.04))
        body.block(Vec(-1.2, 0.35, 2.0), Vec(1.2, 0.62, 2.25))
        for x: Float in [-1.22, 1.22] {
            body.append(Mesh(.box(Vec(x, 0.6, 2.6), Vec(0.06, 0.34, 0.75), round: 0.05), cell: 0.03))
        }
        light.block(Vec(-0.5, 0.6, 1.0), Vec(0.3, 1.35, 2.1))
        light.beam(Vec(0.7, 2.3, -1.9), Vec(1.9, 3.3, -2.9), 0.26, 0.26)
        glass.append(Mesh(.box(Vec(0.4, 2.45, 0.55), Vec(0.5, 0.55, 0.6), round: 0.06), cell: 0.03))
        light.append(Mesh(.box(Vec(0.4, 3.06, 0.5), Vec(0.62, 0.07, 0.8), round: 0.05), cell: 0.03))
        for x: Float in [-0.72, 0.72] {
            dark.append(Mesh(.box(Vec(x, 0.4, -0.5), Vec(0.24, 0.4, 1.6), round: 0.24), cell: 0.03))
        }
        for k in 0..<6 {
            let a = Float(k) * .pi / 3 + 0.3, p = Vec(0, 1.0 + sin(a) * 0.5, 2.95 + cos(a) * 0.5)
            reel.tube(p + Vec(-1.15, 0, 0), p + Vec(1.15, 0, 0), 0.025, sides: 6)
            for i in -6...6 {
                reel.tube(p + Vec(Float(i) * 0.18, 0, 0), p + Vec(Float(i) * 0.18, -0.2, 0.03), 0.01, sides: 4)
            }
            for x: Float in [-1.1, 1.1] { reel.tube(Vec(x, 1.0, 2.95), p + Vec(x, 0, 0), 0.02, sides: 5) }
        }
        for x: Float in [-1.12, 1.12] { reel.beam(Vec(x, 1.2, 1.0), Vec(x, 1.02, 2.95), 0.06, 0.1) }
        for (mesh, material, tint) in [
            (body, Material.paint, Vec(0.62, 0.06, 0.035)), (dark, .tyre, .zero),
            (glass, .dark, Vec(0.03, 0.04, 0.045)),
            (reel, .paint, Vec(0.72, 0.55, 0.08)), (light, .paint, Vec(0.72, 0.71, 0.68)),
        ] {
            scene.add(mesh, material, at: at, turn: turn, tint: tint)
        }
    }

    private static func people(_ scene: inout Scene) {
        var farmer = Figure(stride: 10, elbow: (50, 30), raise: (40, 4), lean: 4, bow: 10, height: 1.68)
        (farmer.shirt, farmer.straw) = (Vec(0.62, 0.60, 0.55), Vec(0.72, 0.56, 0.28))
        farmer.stand(in: &scene, at: Vec(-3.9, 0, -10.2), turn: 35, cell: 0.009)
        var sacks = Mesh()
        for k in 0..<7 {
            let row = Float(k % 4), tier = Float(k / 4)
            sacks.append(
                Mesh(
                    Shape.box(
                        Vec(-3.4 + row * 0.56 + tier * 0.28, 0.17 + tier * 0.3, -9.8), Vec(0.26, 0.17, 0.4), round: 0.11
                    ).wrinkled(
                        0.025, Vec(repeating: 5)), cell: 0.03))
        }
        scene.add(sacks, .cloth, tint: Vec(0.50, 0.46, 0.36))
    }
}
