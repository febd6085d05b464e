import Glibc

extension Sitting {
    /// Three dragon boats neck and neck between the hills.
    static let boats = Sitting(
        name: "boats", scene: DragonBoats.scene, samples: 12, passes: 3, trust: 3,
        development: Development(
            exposure: 1.35, balance: Vec(1.04, 1.0, 0.96), contrast: 0.85, saturation: 1.15, bloom: 0.04, grain: 0.006))
}

/// A boat is built about its middle with the bow along +z; water is at 0.
private enum DragonBoats {
    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(0, 4.0, 0), heading: 0, width: 0.56, shift: -0.03, aspect: 1.5, focus: 30, aperture: 0.01),
            daylight: Daylight(
                sun: unit(Vec(-0.6, 0.55, 0.5)), sunlight: Vec(7.8, 6.7, 5.2), zenith: Vec(0.16, 0.34, 0.74),
                horizon: Vec(0.82, 0.88, 0.95), cloudiness: 0.5),
            sight: 2200, haze: Vec(0.70, 0.81, 0.94))
        scene.mist = Mist(level: 0, depth: 25, sight: 2600)
        Valley(halfWidth: 68, bend: 30, rise: 120, seed: 2.6).put(in: &scene, from: 30)
        let crews: [(at: Vec, hull: Vec, shirt: Vec, seed: UInt32)] = [
            (Vec(-1.2, 0, -27), Vec(0.60, 0.05, 0.03), Vec(0.72, 0.10, 0.06), 1),
            (Vec(1.2, 0, -34.5), Vec(0.72, 0.42, 0.03), Vec(0.78, 0.62, 0.08), 2),
            (Vec(3.4, 0, -44), Vec(0.03, 0.25, 0.16), Vec(0.06, 0.28, 0.55), 3),
        ]
        for crew in crews { boat(&scene, crew.at, hull: crew.hull, shirt: crew.shirt, seed: crew.seed) }
        return scene
    }

    private static let turn: Float = 40

    private static func boat(_ scene: inout Scene, _ at: Vec, hull: Vec, shirt: Vec, seed: UInt32) {
        var chance = Chance(seed)
        let shell = Shape.ellipsoid(Vec(0, 0.35, 0), Vec(0.72, 0.62, 8.6)).cut(up, through: Vec(0, 0.42, 0))
        scene.add(Mesh(shell, cell: 0.06), .paint, at: at, turn: turn, tint: hull)
        scene.add(.paint, tint: Vec(0.78, 0.60, 0.12), at: at, turn: turn) { rim in
            for side: Float in [-1, 1] {
                var last = Vec(0, 0.42, -8.4)
                for k in 1...24 {
                    let z = -8.4 + Float(k) * 0.7, x = side * 0.71 * max(1 - z * z / 73, 0).squareRoot()
                    rim.tube(last, Vec(x, 0.42, z), 0.045, sides: 6)
                    last = Vec(x, 0.42, z)
                }
            }
        }
        head(&scene, at, paint: hull)
        var shafts = Mesh(), foam = Mesh()
        let phase = chance.next()
        for row in 0..<9 {
            for side: Float in [-1, 1] {
                let z = 4.4 - Float(row) * 1.12, reach = 48 + 10 * phase + chance.between(-5, 5)
                var paddler = Figure(
                    elbow: (28, 20), raise: (reach, reach + 14), lean: 24 + chance.between(-4, 6), bow: 8)
                if side < 0 { paddler.raise = (paddler.raise.1, paddler.raise.0) }
                (paddler.shirt, paddler.height, paddler.girth) = (
                    shirt, chance.between(1.62, 1.74), chance.between(0.98, 1.1)
                )
                paddler.vest = Vec(0.75, 0.20, 0.02)
                // Who sits shows from the waist up.
                let seat = Vec(side * 0.34, -0.58, z)
                paddler.stand(in: &scene, at: at + Turn(turn).out(seat), turn: turn, cell: 0.026)
                let grip = Vec(side * 0.36, 1.02, z + 0.72), blade = Vec(side * 0.98, -0.12, z + 0.78 - 0.3 * phase)
                shafts.tube(grip, blade, 0.022, sides: 6)
                shafts.beam(mix(grip, blade, 0.72), blade + (blade - grip) * 0.14, 0.03, 0.2)
                for _ in 0..<160 {
                    let p =
                        blade + Vec(side * 0.1, 0.1, -0.2) + chance.direction() * chance.next() * Vec(0.4, 0.32, 0.5)
                    if p.y > 0 { foam.leaf(p, chance.direction(), chance.direction(), chance.between(0.02, 0.06)) }
                }
            }
        }
        scene.add(shafts, .paint, at: at, turn: turn, tint: Vec(0.62, 0.45, 0.22))
        for _ in 0..<1400 {  // the bow wave and the wake
            let z = chance.between(-13, 8), wide = 0.75 + max(4 - z, 0) * 0.07,
                side: Float = chance.next() < 0.5 ? -1 : 1
            foam.leaf(
                Vec(side * (wide + chance.between(-0.2, 0.15)), chance.between(0.0, 0.07), z),
                unit(up + chance.direction() * 0.4),
                chance.direction(), chance.between(0.05, 0.16))
        }
        scene.add(foam, .paper, at: at, turn: turn, tint: Vec(0.85, 0.88, 0.88))
        crew(&scene, at, shirt)
    }

    /// The drummer in the bow, who looks at the crew, with his drum; the steersman with his oar.
    private static func crew(_ scene: inout Scene, _ at: Vec, _ shirt: Vec) {
        let turned = Turn(turn)
        var drummer = Figure(elbow: (70, 40), raise: (110, 60), lean: 2, height: 1.66)
        (drummer.shirt, drummer.straw) = (Vec(0.8, 0.78, 0.72), Vec(0.66, 0.5, 0.24))
        drummer.stand(in: &scene, at: at + turned.out(Vec(0, -0.2, 6.7)), turn: turn + 180, cell: 0.022)
        var drum = Mesh(), skin = Mesh(), oar = Mesh()
        drum.lathe([(0.24, 0.3), (0.33, 0.5), (0.33, 0.7), (0.26, 0.9)], at: Vec(0, 0, 5.9), sides: 24)
        skin.lathe([(0.27, 0.9), (0.001, 0.92)], at: Vec(0, 0, 5.9), sides: 24)
        scene.add(drum, .paint, at: at, turn: turn, tint: Vec(0.62, 0.03, 0.02))
        scene.add(skin, .paper, at: at, turn: turn, tint: Vec(0.75, 0.66, 0.5))
        var steersman = Figure(elbow: (40, 50), raise: (40, 50), lean: 6, height: 1.7)
        (steersman.shirt, steersman.trousers) = (shirt, Vec(0.05, 0.05, 0.06))
        steersman.stand(in: &scene, at: at + turned.out(Vec(0, 0.2, -6.9)), turn: turn, cell: 0.022)
        oar.tube(Vec(0.3, 1.45, -6.5), Vec(0.7, -0.1, -9.6), 0.03, sides: 6)
        scene.add(oar, .paint, at: at, turn: turn, tint: Vec(0.5, 0.36, 0.2))
    }

    private static func head(_ scene: inout Scene, _ at: Vec, paint: Vec) {
        let jaw = Shape.limb(Vec(0, 1.36, 9.0), Vec(0, 1.42, 9.62), 0.2, 0.13)
        let beast = Shape.all(
            [
                .limb(Vec(0, 0.3, 7.9), Vec(0, 1.2, 8.75), 0.26, 0.2),
                .ellipsoid(Vec(0, 1.38, 8.9), Vec(0.25, 0.24, 0.36)),
                jaw, .limb(Vec(0, 1.18, 8.95), Vec(0, 1.05, 9.5), 0.13, 0.09),
                .limb(Vec(0.12, 1.55, 9.05), Vec(0.14, 1.62, 9.1), 0.1, 0.08),
                .limb(Vec(-0.12, 1.55, 9.05), Vec(-0.14, 1.62, 9.1), 0.1, 0.08),
                .limb(Vec(0, 0.35, -8), Vec(0, 1.1, -8.9), 0.16, 0.09),
                .limb(Vec(0, 1.1, -8.9), Vec(0, 1.7, -8.7), 0.09, 0.04),
            ], 0.1)
        scene.add(Mesh(beast, cell: 0.03), .paint, at: at, turn: turn, tint: paint)
        var gold = Mesh(), white = Mesh(), red = Mesh()
        for side: Float in [-1, 1] {
            gold.tube(Vec(side * 0.1, 1.58, 8.75), Vec(side * 0.2, 1.85, 8.4), 0.05, 0.035, sides: 8)
            gold.tube(Vec(side * 0.2, 1.85, 8.4), Vec(side * 0.16, 2.05, 8.1), 0.035, 0.01, sides: 8)
            gold.tube(Vec(side * 0.1, 1.42, 9.6), Vec(side * 0.42, 1.62, 9.75), 0.018, 0.008, sides: 6)
            white.append(Mesh(.ellipsoid(Vec(side * 0.17, 1.60, 9.15), Vec(repeating: 0.05)), cell: 0.02))
            for k in 0..<5 {  // the mane
                let root = Vec(side * 0.16, 1.5 - Float(k) * 0.17, 8.72 - Float(k) * 0.13)
                gold.tube(root, root + Vec(side * 0.18, 0.08, -0.42), 0.07, 0.01, sides: 6)
            }
            for k in 0..<4 {
                white.tube(
                    Vec(side * 0.1, 1.32, 9.25 + Float(k) * 0.1), Vec(side * 0.1, 1.22, 9.26 + Float(k) * 0.1), 0.025,
                    0.005, sides: 6)
            }
        }
        red.append(Mesh(.limb(Vec(0, 1.2, 9.1), Vec(0, 1.14, 9.58), 0.07, 0.05), cell: 0.02))
        scene.add(gold, .paint, at: at, turn: turn, tint: Vec(0.78, 0.55, 0.06))
        scene.add(white, .paint, at: at, turn: turn, tint: Vec(0.82, 0.82, 0.78))
        scene.add(red, .paint, at: at, turn: turn, tint: Vec(0.7, 0.05, 0.05))
    }
}
