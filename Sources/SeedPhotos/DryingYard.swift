import Glibc

extension Sitting {
    /// The harvest laid out to dry: trays of corn, pepper and rice in a farm's yard.
    static let drying = Sitting(
        name: "drying", scene: DryingYard.scene, samples: 8, passes: 3, trust: 3,
        development: Development(
            exposure: 1.35, balance: Vec(1.04, 1.0, 0.95), contrast: 0.85, saturation: 1.15, bloom: 0.04, grain: 0.006))
}

private enum DryingYard {
    private static let crops: [(Vec, Vec)] = [
        (Vec(0.52, 0.02, 0.01), Vec(0.72, 0.08, 0.02)), (Vec(0.72, 0.38, 0.02), Vec(0.85, 0.58, 0.08)),
        (Vec(0.60, 0.45, 0.18), Vec(0.74, 0.62, 0.32)), (Vec(0.52, 0.02, 0.01), Vec(0.72, 0.08, 0.02)),
        (Vec(0.78, 0.62, 0.06), Vec(0.9, 0.8, 0.2)), (Vec(0.10, 0.13, 0.04), Vec(0.2, 0.24, 0.08)),
        (Vec(0.75, 0.26, 0.03), Vec(0.85, 0.42, 0.06)), (Vec(0.7, 0.66, 0.56), Vec(0.84, 0.8, 0.7)),
    ]

    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(2.6, 6.0, 2.6), heading: -13, width: 0.92, shift: -0.28, aspect: 1, focus: 13,
                aperture: 0.008),
            daylight: Daylight(
                sun: unit(Vec(-0.72, 0.62, 0.35)), sunlight: Vec(8.6, 7.2, 5.2), zenith: Vec(0.14, 0.32, 0.74),
                horizon: Vec(0.82, 0.88, 0.95), cloudiness: 0.5),
            sight: 1200, haze: Vec(0.78, 0.84, 0.90))
        scene.add(.cobble, tint: Vec(0.34, 0.31, 0.27)) {
            $0.quad(Vec(-30, 0, 8), Vec(30, 0, 8), Vec(30, 0, -18), Vec(-30, 0, -18))
        }
        var hills = Mesh()
        hills.land(before: scene.camera, from: 20, to: 700, columns: 420, rows: 260) { x, z in
            smoothstep(24, 260, -z) * 110 * (0.4 + cloud(Vec(x, 0, z) * 0.008)) + Valley.canopy(x, z, crown: 5) - 1
        }
        scene.add(hills, .woods, at: Vec(0, 0, 0), tint: Vec(0.03, 0.07, 0.018), accent: Vec(0.11, 0.15, 0.04))
        for (x, width, seed) in [(Float(-10.4), Float(6.2), Float(3)), (-4.1, 8.2, 4), (4.2, 6.4, 5)] {
            TimberHouse(width: width, seed: seed).stand(in: &scene, at: Vec(x, 0, -12.5), turn: 0)
        }
        trays(&scene)
        corn(&scene)
        people(&scene)
        return scene
    }

    private static func trays(_ scene: inout Scene) {
        var chance = Chance(3), rims = Mesh()
        for row in 0..<7 {
            for column in -5...5 {
                let shift: Float = row % 2 == 0 ? 0 : 0.85
                let x = Float(column) * 1.7 + shift + chance.between(-0.08, 0.08),
                    z = -0.6 - Float(row) * 1.48 + chance.between(-0.08, 0.08)
                // A way is left for who turns the crop.
                guard abs(x - 0.4 - 0.12 * z) > 0.78 else { continue }
                rims.lathe(
                    [(0.70, 0.10), (0.74, 0.12), (0.78, 0.20), (0.74, 0.2), (0.70, 0.13)], at: Vec(x, 0, z), sides: 40)
                let kind = crops[min(Int(chance.next() * Float(crops.count)), crops.count - 1)]
                var heap = Mesh()
                heap.lathe([(0.72, 0.12), (0.6, 0.15), (0.3, 0.175), (0.001, 0.18)], sides: 40)
                scene.add(heap, .grain, at: Vec(x, 0, z), tint: kind.0, accent: kind.1)
            }
        }
        scene.add(rims, .bamboo, tint: Vec(0.52, 0.38, 0.18))
    }

    /// Ears of corn and strings of pepper hung from the beams.
    private static func corn(_ scene: inout Scene) {
        var chance = Chance(8), ears = Mesh(), peppers = Mesh()
        for k in 0..<30 {
            let x = -9.8 + Float(k) * 0.68, long = chance.between(1.0, 1.5)
            for _ in 0..<44 {
                let p = Vec(x, 2.75 - long * chance.next(), -11.5) + chance.direction() * Vec(0.13, 0.02, 0.13)
                let q = p + unit(chance.direction() - up * 0.6) * (k % 3 == 1 ? 0.1 : 0.17)
                if k % 3 == 1 {
                    peppers.tube(p, q, 0.022, 0.008, sides: 6)
                } else {
                    ears.tube(p, q, 0.035, 0.02, sides: 8)
                }
            }
        }
        scene.add(ears, .grain, tint: Vec(0.72, 0.40, 0.02), accent: Vec(0.85, 0.58, 0.08))
        scene.add(peppers, .paint, tint: Vec(0.55, 0.02, 0.01))
    }

    private static func people(_ scene: inout Scene) {
        var rake = Figure(stride: 16, elbow: (50, 36), raise: (34, 46), lean: 22, bow: 14, height: 1.6)
        (rake.shirt, rake.sleeves, rake.straw) = (Vec(0.13, 0.22, 0.42), true, Vec(0.74, 0.58, 0.3))
        rake.stand(in: &scene, at: Vec(-0.35, 0, -5.3), turn: 108, cell: 0.009)
        scene.add(.timber, tint: Vec(0.5, 0.36, 0.18), at: Vec(-0.35, 0, -5.3), turn: 108) {
            $0.tube(Vec(0.1, 1.2, 0.3), Vec(0, 0.2, 1.5), 0.018, sides: 8)
            $0.beam(Vec(-0.3, 0.2, 1.5), Vec(0.3, 0.2, 1.5), 0.05, 0.08)
        }
        var other = Figure(elbow: (70, 70), raise: (24, 24), lean: 6, bow: 10, height: 1.56)
        (other.shirt, other.straw) = (Vec(0.55, 0.1, 0.12), Vec(0.7, 0.55, 0.28))
        other.stand(in: &scene, at: Vec(-0.7, 0, -9.0), turn: 20, cell: 0.012)
        scene.add(.bamboo, tint: Vec(0.55, 0.4, 0.2), at: Vec(-0.7, 0, -9.0), turn: 20) {
            $0.lathe([(0.001, 0.95), (0.3, 0.97), (0.36, 1.08)], at: Vec(0, 0, 0.42), sides: 30)
        }
    }
}
