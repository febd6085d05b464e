import Glibc

extension Sitting {
    /// A cable-stayed bridge an hour before its last piece goes in.
    static let bridge = Sitting(
        name: "bridge", scene: Bridge.scene, samples: 10, passes: 3, trust: 3,
        development: Development(
            exposure: 1.3, balance: Vec(1.03, 1.0, 0.97), contrast: 0.85, saturation: 1.15, bloom: 0.04, grain: 0.006))
}

/// Both halves of the bridge, built about the middle of the river with the road along x.
private enum Bridge {
    static let road: Float = 36, top: Float = 98, tower: Float = 80, end: Float = 6.5
    static let place = Vec(4, 0, -205), turn: Float = 17

    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(-22, 25, 40), heading: 4, width: 1.0, shift: 0.10, aspect: 1.5, focus: 250, aperture: 0),
            daylight: Daylight(
                sun: unit(Vec(-0.72, 0.5, 0.55)), sunlight: Vec(7.6, 6.6, 5.2), zenith: Vec(0.16, 0.34, 0.74),
                horizon: Vec(0.80, 0.88, 0.96), cloudiness: 0.55),
            sight: 2600, haze: Vec(0.72, 0.82, 0.95))
        scene.mist = Mist(level: 0, depth: 50, sight: 3500)
        Valley(halfWidth: 72, bend: 46, rise: 150, seed: 0.4).put(in: &scene, from: 25)
        let (concrete, cables, deck, machines, trim) = parts()
        let pieces: [(Mesh, Material, Vec)] = [
            (concrete, .concrete, Vec(0.60, 0.58, 0.55)), (cables, .paint, Vec(0.78, 0.76, 0.70)),
            (deck, .concrete, Vec(0.50, 0.49, 0.47)), (machines, .paint, Vec(0.05, 0.16, 0.42)),
            (trim, .paint, Vec(0.72, 0.43, 0.02)),
        ]
        for (mesh, material, tint) in pieces { scene.add(mesh, material, at: place, turn: turn, tint: tint) }
        barge(&scene)
        return scene
    }

    private static func parts() -> (concrete: Mesh, cables: Mesh, deck: Mesh, machines: Mesh, trim: Mesh) {
        var concrete = Mesh(), cables = Mesh(), deck = Mesh(), machines = Mesh(), trim = Mesh()
        for side: Float in [-1, 1] {
            let x = side * tower
            for z: Float in [-1, 1] {
                concrete.beam(Vec(x, -6, z * 8), Vec(x, road, z * 14), 5, 7)
                concrete.beam(Vec(x, road, z * 14), Vec(x, 78, z * 3), 4, 6)
                concrete.beam(Vec(x, 76, z * 2.6), Vec(x, top, z * 2.6), 4, 5)
                for k in 1...9 {
                    let high = top - 2 - Float(9 - k) * 2.2
                    for reach: Float in [-1, 1] {
                        cables.tube(
                            Vec(x, high, z * 2.6), Vec(x + reach * (5 + Float(k) * 7.4), road, z * 11), 0.15, sides: 6)
                    }
                }
            }
            concrete.block(Vec(x - 2.5, road - 6, -13), Vec(x + 2.5, road - 2.4, 13))
            concrete.block(Vec(x - 8, -4, -17), Vec(x + 8, 5, 17))
            deck.block(Vec(side * end, road - 1.6, -11.5), Vec(side * 190, road - 0.2, 11.5))
            for z: Float in [-11.8, 11.8] {
                deck.block(Vec(side * end, road - 2.6, z - 0.4), Vec(side * 190, road + 0.1, z + 0.4))
                trim.beam(Vec(side * end, road + 1.2, z), Vec(side * 190, road + 1.2, z), 0.22, 0.18)
                for k in 0..<60 {
                    trim.block(
                        Vec(side * (7 + Float(k) * 3), road, z - 0.06),
                        Vec(side * (7 + Float(k) * 3) + 0.14, road + 1.2, z + 0.06))
                }
            }
            lifting(side, &machines, &cables)
            crane(Vec(x + side * 9, 2, -16), side, &trim)
        }
        // The last piece, on its way up.
        deck.block(Vec(-end + 0.5, road - 13, -11.5), Vec(end - 0.5, road - 11.4, 11.5))
        for z: Float in [-11.8, 11.8] {
            deck.block(Vec(-end + 0.5, road - 14, z - 0.4), Vec(end - 0.5, road - 11.2, z + 0.4))
        }
        return (concrete, cables, deck, machines, trim)
    }

    /// The frame at a road's end that lifts the piece.
    private static func lifting(_ side: Float, _ machines: inout Mesh, _ ropes: inout Mesh) {
        for z: Float in [-8, 8] {
            let foot = Vec(side * 16, road, z), knee = Vec(side * 11, road + 8, z), tip = Vec(side * 3.4, road + 7, z)
            machines.beam(foot, knee, 0.7, 0.7)
            machines.beam(Vec(side * 8, road, z), knee, 0.7, 0.7)
            machines.beam(knee, tip, 0.8, 0.9)
            machines.beam(Vec(side * 8, road, z), tip, 0.5, 0.5)
            machines.block(Vec(side * 12, road, z - 1.6), Vec(side * 17, road + 2.4, z + 1.6))
            ropes.tube(tip, Vec(side * 3.4, road - 11.4, z), 0.12, sides: 6)
        }
        machines.beam(Vec(side * 11, road + 8, -8), Vec(side * 11, road + 8, 8), 0.6, 0.7)
        machines.beam(Vec(side * 3.4, road + 7, -8), Vec(side * 3.4, road + 7, 8), 0.6, 0.7)
    }

    /// A tower crane beside a tower.
    private static func crane(_ foot: Vec, _ side: Float, _ trim: inout Mesh) {
        let head = foot + Vec(0, 108, 0)
        for x: Float in [-1, 1] {
            trim.truss(foot + Vec(x, 0, -1), head + Vec(x, 0, -1), 2.2, bar: 0.3)
        }
        trim.truss(head + Vec(side * 14, 0, 0), head - Vec(side * 42, 0, 0), 2, bar: 0.3)
        trim.beam(head + Vec(0, 9, 0), head - Vec(side * 30, -2, 0), 0.15, 0.15)
        trim.beam(head + Vec(0, 9, 0), head + Vec(side * 13, 2, 0), 0.15, 0.15)
        trim.beam(head, head + Vec(0, 9, 0), 1, 1)
        trim.block(head + Vec(side * 11, -3, -1), head + Vec(side * 14, 0, 1))
        trim.tube(head - Vec(side * 28, 0, 0), head - Vec(side * 28, 30, 0), 0.08, sides: 5)
    }

    private static func barge(_ scene: inout Scene) {
        var hull = Mesh(), cabin = Mesh(), wheelhouse = Mesh()
        hull.append(Mesh(.box(Vec(0, 0.6, 0), Vec(22, 1.6, 6), round: 0.8), cell: 0.4))
        cabin.block(Vec(-20, 2, -4), Vec(-13, 5.4, 4))
        wheelhouse.block(Vec(-18.5, 5.4, -3), Vec(-14.5, 8, 3))
        cabin.block(Vec(-19, 8, -3.4), Vec(-14, 8.3, 3.4))
        for (mesh, material, tint) in [
            (hull, Material.paint, Vec(0.20, 0.045, 0.035)), (cabin, .paint, Vec(0.75, 0.75, 0.72)),
            (wheelhouse, .dark, Vec(0.03, 0.04, 0.05)),
        ] {
            scene.add(mesh, material, at: Vec(8, 0, -196), turn: 8, tint: tint)
        }
    }
}
