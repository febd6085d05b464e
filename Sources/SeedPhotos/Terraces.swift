import Glibc

extension Sitting {
    /// Tea in rows round the hills, with the night's mist still in the hollows.
    static let terraces = Sitting(
        name: "terraces", scene: Terraces.scene, samples: 10, passes: 3, trust: 3,
        development: Development(
            exposure: 2.1, balance: Vec(1.05, 1.0, 0.94), contrast: 0.95, saturation: 1.15, bloom: 0.07, grain: 0.006))
}

private enum Terraces {
    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(0, 34, 0), heading: 0, width: 1.05, shift: -0.13, aspect: 1.5, focus: 60, aperture: 0),
            daylight: Daylight(
                sun: unit(Vec(-0.82, 0.30, -0.42)), sunlight: Vec(8.4, 6.2, 3.9), zenith: Vec(0.20, 0.36, 0.70),
                horizon: Vec(0.98, 0.88, 0.76), cloudiness: 0.35),
            sight: 1800, haze: Vec(1.15, 1.06, 0.97))
        scene.mist = Mist(level: -2, depth: 9, sight: 75)
        var soil = Mesh(), tea = Mesh(), hills = Mesh()
        soil.land(before: scene.camera, from: 14, to: 420, columns: 500, rows: 480) { ground($0, $1) }
        tea.land(before: scene.camera, from: 14, to: 420, columns: 1000, rows: 900) { ground($0, $1) + hedge($0, $1) }
        hills.land(before: scene.camera, from: 300, to: 2400, columns: 420, rows: 260, height: far)
        scene.add(soil, .plaster, tint: Vec(0.15, 0.11, 0.06))
        scene.add(tea, .tea, tint: Vec(0.035, 0.105, 0.014), accent: Vec(0.17, 0.29, 0.04))
        scene.add(hills, .woods, tint: Vec(0.03, 0.07, 0.02), accent: Vec(0.09, 0.13, 0.04))
        pickers(&scene)
        for (x, z, seed) in [
            (Float(-27), Float(-64), UInt32(3)), (21, -88, 4), (38, -120, 5), (-52, -150, 6), (6, -150, 7),
        ] {
            Things.tree(
                in: &scene, at: Vec(x, ground(x, z) - 0.3, z), height: 7.5, crown: 3.4, leaves: 9000, size: 0.2,
                seed: seed)
        }
        return scene
    }

    /// Knolls of one slope, their feet in the hollows where the mist lies.
    private static func ground(_ x: Float, _ z: Float) -> Float {
        var high = cloud(Vec(x, 0, z) * 0.008 + Vec(3.1, 0, 8.2), octaves: 3) * 22 - 16
        let knolls: [(x: Float, z: Float, r: Float, h: Float)] = [
            (-30, -70, 46, 25), (34, -104, 44, 27), (-72, -165, 60, 34), (22, -230, 74, 38), (110, -210, 70, 44),
            (6, -34, 30, 13),
        ]
        for k in knolls {
            let d = ((x - k.x) * (x - k.x) + (z - k.z) * (z - k.z)) / (k.r * k.r)
            high += k.h * exp(-d * 1.6)
        }
        return high
    }

    /// Bushes stand along lines of one height, a path between the rows.
    private static func hedge(_ x: Float, _ z: Float) -> Float {
        let row = sin(ground(x, z) / 0.42 * .pi + 0.7 * noise(Vec(x, 0, z) * 0.06)),
            gap = noise(Vec(x * 0.12, 4, z * 0.12))
        let bush = 0.85 + 0.3 * noise(Vec(x, 0, z) * 0.9)
        return gap < 0.03 ? -0.4 : row > -0.45 ? ((row + 0.45) / 1.45).squareRoot() * 0.85 * bush - 0.08 : -0.4
    }

    private static func far(_ x: Float, _ z: Float) -> Float {
        let ridge = cloud(Vec(x * 0.0022, 1, z * 0.003), octaves: 5)
        return -30 + smoothstep(320, 1900, -z) * 420 * ridge + Valley.canopy(x, z, crown: 9)
    }

    private static func pickers(_ scene: inout Scene) {
        let places: [(Float, Float, Float, Vec)] = [
            (-3.4, -27, 150, Vec(0.60, 0.10, 0.09)), (-1.2, -28.5, 110, Vec(0.10, 0.22, 0.45)),
            (5.2, -29, 200, Vec(0.66, 0.62, 0.55)),
            (9.5, -31, 30, Vec(0.55, 0.16, 0.30)), (-17, -52, 80, Vec(0.7, 0.68, 0.62)),
            (-14, -53, 60, Vec(0.62, 0.12, 0.1)),
        ]
        for (x, z, turn, shirt) in places {
            var picker = Figure(elbow: (60, 70), raise: (30, 34), lean: 18, bow: 16, height: 1.62)
            (picker.shirt, picker.sleeves, picker.straw) = (shirt, true, Vec(0.72, 0.55, 0.26))
            let foot = Vec(x, ground(x, z) - 0.1, z)
            picker.stand(in: &scene, at: foot, turn: turn, cell: 0.02)
            var basket = Mesh()
            basket.lathe([(0.13, 0.85), (0.2, 1.0), (0.23, 1.3)], at: Vec(0, 0, -0.3), sides: 20)
            scene.add(basket, .bamboo, at: foot, turn: turn, tint: Vec(0.5, 0.36, 0.16))
        }
    }
}
