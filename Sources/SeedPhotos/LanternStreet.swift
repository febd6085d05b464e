import Glibc

extension Sitting {
    /// A lane of the old town on the eve of a feast, after rain.
    static let lanterns = Sitting(
        name: "lanterns", scene: LanternStreet.scene, samples: 20, passes: 4, trust: 4.5,
        development: Development(
            exposure: 2.6, balance: Vec(0.93, 1.0, 1.12), contrast: 0.6, saturation: 1.1, bloom: 0.14, grain: 0.008))
}

private enum LanternStreet {
    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(0.3, 1.75, 5), heading: -1, width: 0.72, shift: 0.10, aspect: 0.667, focus: 12,
                aperture: 0.01),
            // After sunset: the sun is below, the sky still blue.
            daylight: Daylight(
                sun: Vec(0, -1, 0), sunlight: .zero, zenith: Vec(0.03, 0.07, 0.20), horizon: Vec(0.15, 0.17, 0.27),
                cloudiness: -1),
            sight: 500, haze: Vec(0.08, 0.08, 0.13))
        scene.add(.cobble, tint: Vec(0.20, 0.19, 0.18)) {
            $0.quad(Vec(-6, 0, 9), Vec(6, 0, 9), Vec(6, 0, -90), Vec(-6, 0, -90))
        }
        var chance = Chance(4)
        for side: Float in [-1, 1] {
            var z: Float = 9
            while z > -62 {
                let house = TimberHouse(
                    width: chance.between(4.2, 6.4), storey: chance.between(2.7, 3.1), lit: chance.next() < 0.62,
                    seed: (z + 100) * (2 + side))
                let x = side * (2.7 + chance.between(0, 0.35))
                house.stand(in: &scene, at: Vec(x, 0, side < 0 ? z : z - house.width), turn: side * -90)
                for k in 0..<2 {  // under the eaves
                    let along = z - house.width * (0.25 + 0.5 * Float(k))
                    lantern(&scene, Vec(x - side * 0.75, house.storey * 0.94 + 0.1, along), size: 1)
                }
                z -= house.width
            }
        }
        for k in 0..<7 {  // strung across the lane
            let z = -3 - Float(k) * 5.2
            for j in -1...1 {
                let x = Float(j) * 1.15, sag = 0.25 * Float(j * j)
                lantern(&scene, Vec(x, 4.1 + sag, z), size: 1.15)
            }
            scene.add(.paint, tint: Vec(0.03, 0.03, 0.03)) {
                $0.tube(Vec(-2.6, 5.1, z), Vec(2.6, 5.1, z), 0.012, sides: 5)
            }
        }
        people(&scene)
        return scene
    }

    private static func lantern(_ scene: inout Scene, _ at: Vec, size: Float) {
        var cloth = Mesh(), caps = Mesh()
        let (r, h) = (0.27 * size, 0.21 * size)
        cloth.lathe(
            (0...10).map { k in
                let a = Float.pi * (0.12 + 0.76 * Float(k) / 10)
                return (r * sin(a), -h * cos(a))
            }, sides: 36)
        caps.lathe([(r * 0.42, h * 0.9), (r * 0.42, h * 1.12), (0.01, h * 1.15)], sides: 16)
        caps.lathe([(r * 0.42, -h * 0.9), (r * 0.42, -h * 1.12), (0.01, -h * 1.15)], sides: 16)
        caps.tube(Vec(0, -h, 0), Vec(0, -h * 2.4, 0), 0.05 * size, 0.07 * size, sides: 8)
        caps.tube(Vec(0, h, 0), Vec(0, h * 3.4, 0), 0.008, sides: 5)
        scene.add(cloth, .lantern, at: at, tint: Vec(1.25, 0.13, 0.035))
        scene.add(caps, .paint, at: at, tint: Vec(0.62, 0.38, 0.06))
        let glow = Vec(7.5, 2.6, 0.9), (u, v) = (Vec(2 * r, 0, 0), Vec(0, 0, 2 * r))
        scene.add(Lamp(corner: at + Vec(-r, -h * 1.2, -r), u: u, v: v, radiance: glow), seen: false)
        scene.add(Lamp(corner: at + Vec(-r, h * 1.2, -r), u: v, v: u, radiance: glow), seen: false)
    }

    private static func people(_ scene: inout Scene) {
        let walkers: [(x: Float, z: Float, turn: Float, high: Float)] = [
            (-0.7, -3.2, 176, 1.70), (-0.1, -3.4, 186, 1.60), (1.3, -7.5, 8, 1.66), (0.8, -10.5, 178, 1.72),
            (0.35, -10.2, 184, 1.12),
            (-1.3, -13, 170, 1.64), (-1.7, -17, 15, 1.7), (0.2, -19, 180, 1.68), (1.4, -22, -5, 1.6),
            (-0.6, -26, 5, 1.7), (0.9, -30, 182, 1.66),
            (-1.2, -34, 178, 1.7), (0.1, -40, 4, 1.65), (1.9, -14.5, -80, 1.63),
        ]
        var chance = Chance(12)
        for walker in walkers {
            var figure = Figure(
                stride: chance.between(10, 22), swing: 12, elbow: (chance.between(10, 60), 15), height: walker.high)
            figure.shirt = chance.pick([
                Vec(0.6, 0.58, 0.54), Vec(0.14, 0.2, 0.34), Vec(0.5, 0.1, 0.1), Vec(0.58, 0.48, 0.28),
                Vec(0.2, 0.3, 0.26),
            ])
            figure.longHair = chance.next() < 0.5
            figure.skirt = figure.longHair && chance.next() < 0.6
            figure.stand(
                in: &scene, at: Vec(walker.x, 0, walker.z), turn: walker.turn, cell: walker.z > -9 ? 0.010 : 0.018)
        }
    }
}
