import Glibc

extension Sitting {
    /// The forecourt of a coach station on a bright morning: people smoke where they should not, and leave the ends.
    static let station = Sitting(
        name: "station", scene: makeStation, samples: 22, passes: 4,
        development: Development(
            exposure: 1.0, balance: Vec(1.03, 1.0, 0.97), contrast: 0.75, saturation: 1.15, bloom: 0.03, grain: 0.006))

    private static func makeStation() -> Scene {
        let sun = unit(Vec(-0.66, 0.44, 0.50))
        var scene = Scene(
            camera: Camera(
                position: Vec(9, 1.42, 2), heading: -6, width: 1.32, shift: 0.055, aspect: 1.5, focus: 9,
                aperture: 0.004),
            daylight: Daylight(
                sun: sun, sunlight: Vec(8.6, 7.4, 5.7), zenith: Vec(0.13, 0.30, 0.74), horizon: Vec(0.80, 0.88, 0.98),
                cloudiness: 0.5),
            sight: 700, haze: Vec(0.78, 0.86, 0.97))
        ground(&scene)
        StationBuilding.put(in: &scene)
        city(&scene)
        coaches(&scene)
        people(&scene)
        furniture(&scene)
        return scene
    }

    private static func ground(_ scene: inout Scene) {
        scene.add(.paving, tint: Vec(0.36, 0.35, 0.335)) {
            $0.quad(Vec(-90, 0, 12), Vec(90, 0, 12), Vec(90, 0, -60), Vec(-90, 0, -60))
        }
        scene.add(.hill, tint: Vec(0.1, 0.12, 0.07)) {
            $0.quad(Vec(-900, -0.1, 60), Vec(900, -0.1, 60), Vec(900, -0.1, -900), Vec(-900, -0.1, -900))
        }
        // The bays where coaches stand, turned as they are.
        var bays = Mesh(), lines = Mesh(), kerb = Mesh()
        bays.quad(Vec(-9.5, 0.004, 8.6), Vec(30, 0.004, 8.6), Vec(30, 0.004, -9), Vec(-9.5, 0.004, -9))
        for k in -1..<7 { lines.block(Vec(Float(k) * 5 - 3.3, 0.005, -7), Vec(Float(k) * 5 - 3.18, 0.008, 7.5)) }
        kerb.block(Vec(-9.7, 0, 8.6), Vec(30, 0.11, 8.85))
        kerb.block(Vec(-9.75, 0, -9), Vec(-9.5, 0.11, 8.85))
        for (mesh, material, tint) in [
            (bays, Material.asphalt, Vec(repeating: 0.105)), (lines, .concrete, Vec(repeating: 0.62)),
            (kerb, .concrete, Vec(repeating: 0.42)),
        ] {
            scene.add(mesh, material, at: Vec(17.5, 0, -19), turn: -35, tint: tint)
        }
    }

    private static func coaches(_ scene: inout Scene) {
        let white = Vec(0.82, 0.82, 0.8)
        let row: [(Float, Vec, Vec)] = [
            (-1, white, Vec(0.5, 0.05, 0.04)), (0, white, Vec(0.03, 0.12, 0.42)), (1, white, Vec(0.45, 0.03, 0.03)),
            (2, Vec(0.72, 0.74, 0.72), Vec(0.03, 0.28, 0.16)),
            (3, white, Vec(0.05, 0.2, 0.5)), (4, white, Vec(0.5, 0.22, 0.02)),
        ]
        let turn = Turn(-35)
        for (k, paint, livery) in row {
            Things.coach(
                in: &scene, at: Vec(17.5, 0, -19) + turn.out(Vec(k * 5 - 0.7, 0, k == 1 ? -0.5 : 0.4)), turn: -35,
                paint: paint,
                livery: livery, seed: k * 1.7)
        }
        Things.coach(in: &scene, at: Vec(-27, 0, -25), turn: 78, paint: white, livery: Vec(0.03, 0.25, 0.2), seed: 4)
    }

    private static func people(_ scene: inout Scene) {
        // The smoker by the bin, and his neighbour.
        var smoker = Figure(elbow: (12, 132), raise: (-4, 24), lean: 3, bow: 10, height: 1.71, girth: 1.08)
        smoker.shirt = Vec(0.30, 0.38, 0.47)
        smoker.trousers = Vec(0.10, 0.095, 0.085)
        smoker.smokes = true
        smoker.stand(in: &scene, at: Vec(5.9, 0, -5.6), turn: 48, cell: 0.008)
        var other = Figure(elbow: (30, 60), raise: (4, 10), height: 1.66, girth: 1.12)
        other.shirt = Vec(0.62, 0.60, 0.56)
        other.trousers = Vec(0.035, 0.04, 0.06)
        other.striped = Vec(0.2, 0.1, 0.1)
        other.stand(in: &scene, at: Vec(6.85, 0, -6.2), turn: -62, cell: 0.008)

        var traveller = Figure(stride: 24, swing: 16, elbow: (25, 6), raise: (0, -20), lean: 4, height: 1.63)
        traveller.shirt = Vec(0.62, 0.16, 0.17)
        traveller.trousers = Vec(0.05, 0.06, 0.11)
        traveller.longHair = true
        traveller.shoes = Vec(0.5, 0.5, 0.48)
        traveller.stand(in: &scene, at: Vec(10.9, 0, -9.2), turn: 168, cell: 0.009)
        Things.suitcase(in: &scene, at: Vec(11.32, 0, -8.75), turn: 168, tint: Vec(0.05, 0.17, 0.22))

        let colours = [
            Vec(0.7, 0.7, 0.68), Vec(0.08, 0.1, 0.2), Vec(0.45, 0.08, 0.07), Vec(0.2, 0.28, 0.22), Vec(0.65, 0.5, 0.18),
            Vec(0.3, 0.3, 0.32), Vec(0.55, 0.62, 0.7),
        ]
        var chance = Chance(7)
        let crowd: [(Float, Float, Float)] = [
            (6.9, -15.5, 170), (7.6, -15.8, 175), (1.2, -19, 40), (-3.4, -25, 90), (4.6, -26.5, 185), (9.8, -24, 10),
            (11.3, -13.6, 60),
            (12.0, -13.2, -110), (-9, -28.3, 20), (0.4, -27.6, 160), (7.9, -28.5, -30), (15.8, -12.3, -80),
            (-6.5, -22.5, 120), (-1.5, -13.2, 76), (3.0, -33, 180), (-4.2, -33, 10), (5.6, -32.6, 200),
        ]
        for (x, z, turn) in crowd {
            var figure = Figure()
            figure.stride = chance.next() < 0.65 ? chance.between(12, 26) : 2
            figure.swing = figure.stride * 0.8
            figure.elbow = (chance.between(8, 40), chance.between(8, 80))
            figure.height = chance.between(1.55, 1.76)
            figure.girth = chance.between(0.92, 1.12)
            figure.shirt = chance.pick(colours)
            figure.trousers = chance.pick([
                Vec(0.04, 0.045, 0.07), Vec(0.08, 0.1, 0.16), Vec(0.2, 0.18, 0.15), Vec(0.025, 0.025, 0.03),
            ])
            figure.longHair = chance.next() < 0.45
            figure.skirt = figure.longHair && chance.next() < 0.4
            figure.stand(in: &scene, at: Vec(x, z < -30 ? 0.3 : 0, z), turn: turn, cell: z < -20 ? 0.018 : 0.012)
        }
        Things.suitcase(in: &scene, at: Vec(12.4, 0, -13.6), turn: 20, tint: Vec(0.4, 0.04, 0.05))
        Things.suitcase(in: &scene, at: Vec(7.25, 0, -15.3), turn: 170, tint: Vec(0.07, 0.07, 0.08))
    }

    private static func furniture(_ scene: inout Scene) {
        // Bin, with ash tray on top, and the sign that forbids.
        var bin = Mesh(), posts = Mesh(), red = Mesh(), white = Mesh(), black = Mesh()
        bin.append(
            Mesh(
                Shape.box(Vec(0, 0.5, 0), Vec(0.27, 0.45, 0.2), round: 0.05).without(
                    .box(Vec(0, 0.72, 0.2), Vec(0.17, 0.08, 0.1))), cell: 0.012))
        scene.add(bin, .steel, at: Vec(5.0, 0, -6.5), turn: 20, tint: Vec(0.5, 0.5, 0.5))
        let sign = Vec(4.5, 2.05, -7.4)
        posts.tube(Vec(sign.x, 0, sign.z), sign + Vec(0, 0.35, 0), 0.03)
        red.tube(sign + Vec(0, 0, 0.03), sign + Vec(0, 0, 0.045), 0.34, sides: 40)
        white.tube(sign + Vec(0, 0, 0.045), sign + Vec(0, 0, 0.05), 0.27, sides: 40)
        black.block(sign + Vec(-0.17, -0.03, 0.05), sign + Vec(0.13, 0.03, 0.056))
        black.tube(sign + Vec(0.14, 0.03, 0.05), sign + Vec(0.1, 0.16, 0.055), 0.012)
        red.tube(sign + Vec(-0.2, 0.2, 0.056), sign + Vec(0.2, -0.2, 0.056), 0.032)
        for k in 0..<9 {
            let p = Vec(12.6 - Float(k) * 0.6 + 3.2, 0, -9.6 - Float(k) * 0.0)
            if k % 2 == 0 { posts.tube(p, p + up * 0.85, 0.055, sides: 20) }
        }
        for x: Float in [-13.5, -3.5] {
            posts.tube(Vec(x, 0, -23), Vec(x, 7.5, -23), 0.09, 0.05)
            posts.tube(Vec(x, 7.4, -23), Vec(x + 1.3, 7.7, -23), 0.04)
            white.box(Vec(x + 1.6, 7.7, -23), Vec(0.4, 0.05, 0.13))
        }
        scene.add(posts, .brushed, tint: Vec(0.55, 0.55, 0.56))
        scene.add(red, .paint, tint: Vec(0.62, 0.02, 0.02))
        scene.add(white, .paint, tint: Vec(0.8, 0.8, 0.78))
        scene.add(black, .paint, tint: Vec(0.02, 0.02, 0.02))

        scene.add(.stone, tint: Vec(0.42, 0.38, 0.34)) {
            $0.block(Vec(-22, 0, -20.2), Vec(-6, 0.42, -18.6))
            $0.block(Vec(-20, 0, -12.2), Vec(-4.6, 0.42, -10.6))
        }
        Things.hedge(in: &scene, Vec(-21.9, 0.42, -20.1), Vec(-6.1, 1.0, -18.7), seed: 3)
        Things.hedge(in: &scene, Vec(-19.9, 0.42, -12.1), Vec(-4.7, 0.95, -10.7), seed: 4)
        Things.tree(in: &scene, at: Vec(-8.2, 0.4, -19.4), height: 7.6, crown: 3.6, leaves: 26000, seed: 11)
        Things.tree(in: &scene, at: Vec(-15.5, 0.4, -19.4), height: 8.4, crown: 4.2, leaves: 26000, seed: 12)
        Things.tree(in: &scene, at: Vec(-8.6, 0.4, -11.4), height: 8.8, crown: 4.4, leaves: 36000, seed: 13)
        // Behind the photographer: it gives the foreground its shade.
        Things.tree(in: &scene, at: Vec(-2.7, 0, 2.4), height: 6.2, crown: 3.4, leaves: 15000, seed: 14)
        for k in 0..<5 {
            Things.tree(
                in: &scene, at: Vec(24 + Float(k) * 6, 0, -42 - Float(k % 2) * 5), height: 11, crown: 5, leaves: 9000,
                size: 0.2, seed: 20 + UInt32(k))
        }
        Things.litter(in: &scene, Vec(4.4, 0.002, -6.9), Vec(7.9, 0.002, -4.4), ends: 60, scraps: 7, seed: 31)
        Things.litter(in: &scene, Vec(5.6, 0.002, -4.5), Vec(11.5, 0.002, -1.6), ends: 34, scraps: 7, seed: 32)
        Things.litter(in: &scene, Vec(-2, 0.002, -24), Vec(15, 0.002, -6), ends: 20, scraps: 10, seed: 33)
    }

    private static func city(_ scene: inout Scene) {
        var chance = Chance(5)
        for k in 0..<17 {
            let x = -190 + Float(k) * 25 + chance.between(-7, 7), z = chance.between(-230, -120),
                high = chance.between(32, 84)
            var block = Mesh()
            block.box(Vec(0, high / 2, 0), Vec(chance.between(8, 13), high / 2, 8))
            block.box(Vec(0, high + 2, 0), Vec(4, 2, 4))
            scene.add(
                block, .flats, at: Vec(x, 0, z), turn: chance.between(-25, 25),
                tint: chance.pick([Vec(0.55, 0.5, 0.44), Vec(0.5, 0.42, 0.36), Vec(0.58, 0.57, 0.55)]), seed: Float(k))
        }
        var hills = Mesh()
        for k in 0..<14 {
            let at = Vec(-620 + Float(k) * 95, -20, -560 - chance.between(0, 120))
            hills.append(
                Mesh(
                    Shape.ellipsoid(.zero, Vec(chance.between(90, 150), chance.between(65, 125), 70)).wrinkled(
                        6, Vec(repeating: 0.05)), cell: 8
                ).placed(at))
        }
        scene.add(hills, .hill)
    }
}
