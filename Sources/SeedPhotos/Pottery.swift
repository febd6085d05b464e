import Glibc

extension Sitting {
    /// A potter at the wheel, by the light of a window.
    static let pottery = Sitting(
        name: "pottery", scene: Pottery.scene, samples: 10, passes: 4, trust: 4.5,
        development: Development(
            exposure: 1.7, balance: Vec(1.04, 1.0, 0.95), contrast: 0.8, saturation: 1.1, bloom: 0.06, grain: 0.008))
}

private enum Pottery {
    /// Outlines of pots, radius and height, in metres.
    private static let outlines: [[(r: Float, y: Float)]] = [
        [
            (0.05, 0), (0.055, 0.02), (0.12, 0.10), (0.135, 0.19), (0.10, 0.28), (0.05, 0.33), (0.045, 0.38),
            (0.065, 0.41), (0.05, 0.40),
        ],
        [(0.06, 0), (0.06, 0.02), (0.13, 0.06), (0.17, 0.13), (0.165, 0.13), (0.12, 0.07), (0.001, 0.03)],
        [(0.09, 0), (0.14, 0.06), (0.17, 0.16), (0.16, 0.25), (0.11, 0.31), (0.115, 0.34), (0.10, 0.33)],
        [
            (0.045, 0), (0.06, 0.05), (0.065, 0.14), (0.04, 0.22), (0.022, 0.27), (0.02, 0.36), (0.035, 0.39),
            (0.025, 0.38),
        ],
        [
            (0.07, 0), (0.12, 0.03), (0.14, 0.10), (0.13, 0.17), (0.08, 0.20), (0.09, 0.215), (0.02, 0.24),
            (0.025, 0.27), (0.001, 0.28),
        ],
    ]

    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(0, 1.4, 2.4), heading: 0, width: 0.74, shift: -0.04, aspect: 0.8, focus: 3.9,
                aperture: 0.014),
            daylight: nil, sight: 300, haze: Vec(0.6, 0.58, 0.55))
        scene.add(.plaster, tint: Vec(0.50, 0.44, 0.36)) {
            $0.quad(Vec(-3, 0, -3.2), Vec(4, 0, -3.2), Vec(4, 4, -3.2), Vec(-3, 4, -3.2))
            $0.quad(Vec(-3, 0, 4), Vec(-3, 0, -3.2), Vec(-3, 4, -3.2), Vec(-3, 4, 4))
            $0.quad(Vec(4, 0, -3.2), Vec(4, 0, 4), Vec(4, 4, 4), Vec(4, 4, -3.2))
            $0.quad(Vec(-3, 4, -3.2), Vec(4, 4, -3.2), Vec(4, 4, 4), Vec(-3, 4, 4))
        }
        scene.add(.concrete, tint: Vec(0.26, 0.23, 0.20)) {
            $0.quad(Vec(-3, 0, 4), Vec(4, 0, 4), Vec(4, 0, -3.2), Vec(-3, 0, -3.2))
        }
        scene.add(
            Lamp(corner: Vec(-2.95, 0.9, 1.4), u: Vec(0, 0, -3.2), v: Vec(0, 2.2, 0), radiance: Vec(9.5, 9.6, 9.4)))
        scene.add(
            Lamp(corner: Vec(0.5, 3.6, -2.4), u: Vec(1.8, 0, 0), v: Vec(0, 0, 0.5), radiance: Vec(3.4, 2.6, 1.6)),
            seen: false)
        shelves(&scene)
        wheel(&scene)
        board(&scene)
        return scene
    }

    private static func shelves(_ scene: inout Scene) {
        var chance = Chance(14)
        scene.add(.timber, tint: Vec(0.24, 0.15, 0.085)) {
            for k in 0..<5 {
                $0.block(Vec(-2.6, 0.45 + Float(k) * 0.56, -3.2), Vec(2.8, 0.49 + Float(k) * 0.56, -2.72))
            }
            for x: Float in [-2.6, -0.85, 0.95, 2.75] { $0.block(Vec(x, 0, -3.2), Vec(x + 0.06, 2.95, -2.74)) }
        }
        for shelf in 0..<5 {
            let kind = outlines[shelf]
            var x: Float = -2.42
            while x < 2.65 {
                let fired = chance.next(), outline = chance.next() < 0.75 ? kind : chance.pick(outlines)
                let at = Vec(x, 0.49 + Float(shelf) * 0.56, -2.95 + chance.between(-0.06, 0.08))
                pot(
                    &scene, outline, at, size: chance.between(0.92, 1.12), fired: shelf < 2 ? fired : fired * 0.72,
                    seed: x * 7)
                x += (outline.map(\.r).max() ?? 0.1) * 2 + chance.between(0.05, 0.12)
            }
        }
    }

    private static func pot(
        _ scene: inout Scene, _ outline: [(r: Float, y: Float)], _ at: Vec, size: Float, fired: Float, seed: Float
    ) {
        var mesh = Mesh()
        mesh.lathe(outline.map { ($0.r * size, $0.y * size) }, sides: 40)
        switch fired {
        case ..<0.34:
            scene.add(mesh, .glaze, at: at, tint: Vec(0.24, 0.36, 0.29), accent: Vec(0.40, 0.50, 0.42), seed: seed)
        case ..<0.52:
            scene.add(mesh, .glaze, at: at, tint: Vec(0.10, 0.045, 0.02), accent: Vec(0.26, 0.13, 0.05), seed: seed)
        case ..<0.62:
            scene.add(mesh, .glaze, at: at, tint: Vec(0.05, 0.10, 0.22), accent: Vec(0.14, 0.22, 0.36), seed: seed)
        default: scene.add(mesh, .clay, at: at, tint: Vec(0.52, 0.40, 0.29), seed: seed)
        }
    }

    /// The potter behind the wheel; the bench hides that figures cannot sit.
    private static func wheel(_ scene: inout Scene) {
        let at = Vec(0.25, 0, -1.05)
        var table = Mesh(), disc = Mesh(), vessel = Mesh()
        table.append(Mesh(.box(Vec(0, 0.29, 0), Vec(0.62, 0.29, 0.42), round: 0.04), cell: 0.02))
        disc.lathe([(0.001, 0.58), (0.3, 0.58), (0.3, 0.64), (0.27, 0.645), (0.001, 0.645)], sides: 48)
        vessel.lathe(
            [
                (0.10, 0.645), (0.13, 0.68), (0.17, 0.76), (0.175, 0.84), (0.15, 0.91), (0.12, 0.945), (0.11, 0.94),
                (0.14, 0.88), (0.15, 0.80),
            ], sides: 56)
        scene.add(table, .timber, at: at, tint: Vec(0.20, 0.135, 0.09))
        scene.add(disc, .steel, at: at, tint: Vec(0.36, 0.34, 0.32))
        scene.add(vessel, .clay, at: at, tint: Vec(0.42, 0.30, 0.21), seed: 3)
        var potter = Figure(elbow: (50, 50), raise: (24, 26), lean: 20, bow: 30, height: 1.70, girth: 1.08)
        (potter.shirt, potter.trousers) = (Vec(0.15, 0.20, 0.28), Vec(0.06, 0.06, 0.07))
        (potter.sleeves, potter.features) = (true, true)
        potter.stand(in: &scene, at: at + Vec(0, -0.34, -0.62), turn: 0, cell: 0.007)
    }

    /// Bowls set out to dry before the lens.
    private static func board(_ scene: inout Scene) {
        scene.add(.timber, tint: Vec(0.34, 0.23, 0.14)) {
            $0.block(Vec(-1.6, 0.62, 0.05), Vec(1.9, 0.66, 0.62))
            for x: Float in [-1.1, 1.3] { $0.block(Vec(x, 0, 0.2), Vec(x + 0.1, 0.62, 0.5)) }
        }
        for k in 0..<9 {
            for row in 0..<2 {
                pot(
                    &scene, outlines[1], Vec(-1.42 + Float(k) * 0.36 + 0.1 * Float(row), 0.66, 0.2 + Float(row) * 0.26),
                    size: 0.78, fired: 1, seed: Float(k))
            }
        }
    }
}
