import Glibc

extension Sitting {
    /// The first ferry of the day in the mist.
    static let ferry = Sitting(
        name: "ferry", scene: Ferry.scene, samples: 8, passes: 3, trust: 3,
        development: Development(
            exposure: 1.55, balance: Vec(1.06, 1.0, 0.93), contrast: 0.95, saturation: 1.1, bloom: 0.08, grain: 0.006))
}

private enum Ferry {
    private static let place = Vec(-0.9, 0, -14.5), turn: Float = 62

    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(0, 2.6, 0), heading: 0, width: 0.86, shift: 0.03, aspect: 1.5, focus: 14.5,
                aperture: 0.006),
            daylight: Daylight(
                sun: unit(Vec(0.55, 0.30, -0.62)), sunlight: Vec(6.4, 4.8, 3.1), zenith: Vec(0.34, 0.46, 0.66),
                horizon: Vec(1.02, 0.92, 0.80), cloudiness: 0.2),
            sight: 1500, haze: Vec(0.98, 0.93, 0.87))
        scene.mist = Mist(level: 0, depth: 10, sight: 330)
        Valley(halfWidth: 58, bend: 40, rise: 150, seed: 4.4).put(in: &scene, from: 14)
        boat(&scene)
        people(&scene)
        return scene
    }

    /// A flat boat with a roof of bamboo mats over its middle; the bow looks along +z.
    private static func boat(_ scene: inout Scene) {
        let hull = Shape.ellipsoid(Vec(0, 0.42, 0), Vec(0.95, 0.68, 4.6)).cut(up, through: Vec(0, 0.42, 0))
            .without(.ellipsoid(Vec(0, 0.5, 0), Vec(0.84, 0.5, 4.3)))
        scene.add(Mesh(hull, cell: 0.05), .timber, at: place, turn: turn, tint: Vec(0.20, 0.13, 0.08))
        scene.add(.bamboo, tint: Vec(0.34, 0.25, 0.13), at: place, turn: turn) { roof in
            for k in 0..<12 {
                func arch(_ i: Int, _ z: Float) -> Vec {
                    let a = Float.pi * Float(i) / 12
                    return Vec(cos(a) * 0.92, 0.42 + sin(a) * 1.12, z)
                }
                roof.quad(arch(k, -2.2), arch(k + 1, -2.2), arch(k + 1, 0.5), arch(k, 0.5))
            }
        }
        scene.add(.timber, tint: Vec(0.24, 0.15, 0.08), at: place, turn: turn) {
            for z: Float in [0.9, 1.9, 2.8, -3.2] { $0.beam(Vec(-0.82, 0.36, z), Vec(0.82, 0.36, z), 0.28, 0.05) }
        }
    }

    private static func people(_ scene: inout Scene) {
        let turned = Turn(turn)
        func put(_ figure: Figure, _ at: Vec, _ facing: Float) {
            figure.stand(in: &scene, at: place + turned.out(at), turn: turn + facing, cell: 0.014)
        }
        var boatman = Figure(stride: 8, elbow: (60, 40), raise: (70, 40), lean: 10, bow: 6, height: 1.66)
        (boatman.shirt, boatman.sleeves, boatman.straw) = (Vec(0.13, 0.18, 0.27), true, Vec(0.6, 0.47, 0.24))
        put(boatman, Vec(0, 0.32, -3.5), 12)
        scene.add(.bamboo, tint: Vec(0.46, 0.37, 0.17), at: place, turn: turn) {
            $0.tube(Vec(-0.35, 4.2, -2.6), Vec(-0.75, -0.6, -4.3), 0.028, sides: 8)
        }
        let passengers: [(Vec, Float, Vec, Float)] = [
            (Vec(-0.4, -0.42, 0.95), 10, Vec(0.62, 0.14, 0.12), 1.6),
            (Vec(0.35, -0.42, 1.0), -8, Vec(0.64, 0.6, 0.52), 1.66),
            (Vec(-0.3, -0.42, 1.95), 172, Vec(0.14, 0.3, 0.26), 1.58),
            (Vec(0.36, -0.2, 1.9), 20, Vec(0.75, 0.55, 0.1), 1.24),
        ]
        for (at, facing, shirt, high) in passengers {
            var sitter = Figure(elbow: (80, 80), raise: (20, 20), lean: 4, bow: 6, height: high)
            (sitter.shirt, sitter.sleeves, sitter.longHair) = (shirt, true, high < 1.62)
            put(sitter, at, facing)
        }
        scene.add(.bamboo, tint: Vec(0.5, 0.36, 0.16), at: place + turned.out(Vec(0.1, 0.36, 2.9)), turn: turn) {
            baskets in
            for x: Float in [-0.38, 0.25] {
                baskets.lathe([(0.2, 0), (0.27, 0.2), (0.29, 0.36), (0.001, 0.42)], at: Vec(x, 0, 0), sides: 24)
            }
        }
    }
}
