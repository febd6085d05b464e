import Glibc

extension Sitting {
    /// A hall where solar glass is washed, coated and looked over.
    static let workshop = Sitting(
        name: "workshop", scene: makeWorkshop, samples: 16, passes: 4, trust: 4.5,
        development: Development(
            exposure: 1.35, balance: Vec(1.02, 1.0, 0.985), contrast: 0.7, saturation: 1.12, bloom: 0.08, grain: 0.006))

    private static let far: Float = -86

    private static func makeWorkshop() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(-0.7, 2.05, 1), heading: 7, width: 1.30, shift: 0.03, aspect: 1.5, focus: 8,
                aperture: 0.004),
            daylight: nil, sight: 420, haze: Vec(0.62, 0.68, 0.74))
        hall(&scene)
        lamps(&scene)
        for (x, from) in [(Float(2.7), Float(1)), (7.6, -2), (-7.4, -4)] { conveyor(&scene, x: x, from: from) }
        Machines.put(in: &scene)
        people(&scene)
        return scene
    }

    private static func hall(_ scene: inout Scene) {
        var floor = Mesh()
        floor.quad(Vec(-17, 0, 8), Vec(17, 0, 8), Vec(17, 0, far), Vec(-17, 0, far))
        scene.add(floor, .epoxy, tint: Vec(0.06, 0.19, 0.13), accent: Vec(-4.6, 1.0, 0))
        scene.add(.corrugated, tint: Vec(0.74, 0.76, 0.77)) {
            $0.quad(Vec(-17, 10.4, far), Vec(17, 10.4, far), Vec(17, 10.4, 8), Vec(-17, 10.4, 8))
            $0.quad(Vec(-17, 0, far), Vec(17, 0, far), Vec(17, 10.4, far), Vec(-17, 10.4, far))
            $0.quad(Vec(-17, 0, 8), Vec(-17, 10.4, 8), Vec(17, 10.4, 8), Vec(17, 0, 8))
        }
        scene.add(.plaster, tint: Vec(0.78, 0.79, 0.79)) {
            $0.quad(Vec(-17, 0, 8), Vec(-17, 0, far), Vec(-17, 10.4, far), Vec(-17, 10.4, 8))
            $0.quad(Vec(17, 0, far), Vec(17, 0, 8), Vec(17, 10.4, 8), Vec(17, 10.4, far))
        }
        var frames = Mesh(), feet = Mesh()
        for k in 0..<11 {
            let z = 2 - Float(k) * 8
            frames.block(Vec(-17, 8.3, z - 0.09), Vec(17, 8.48, z + 0.09))
            frames.block(Vec(-17, 9.95, z - 0.09), Vec(17, 10.12, z + 0.09))
            for i in 0..<17 {
                let x = -17 + Float(i) * 2
                frames.tube(Vec(x, 8.4, z), Vec(x + 1, 10.05, z), 0.055, sides: 8)
                frames.tube(Vec(x + 1, 10.05, z), Vec(x + 2, 8.4, z), 0.055, sides: 8)
            }
            for x: Float in [-11.4, 11.6] {
                for s: Float in [-1, 1] {
                    frames.block(Vec(x + s * 0.18 - 0.02, 0, z - 0.17), Vec(x + s * 0.18 + 0.02, 8.4, z + 0.17))
                }
                frames.block(Vec(x - 0.18, 0, z - 0.015), Vec(x + 0.18, 8.4, z + 0.015))
                feet.block(Vec(x - 0.24, 0, z - 0.22), Vec(x + 0.24, 1.5, z + 0.22))
            }
        }
        for i in 0..<16 {
            frames.block(Vec(-16.2 + Float(i) * 2.15, 10.14, far), Vec(-16.1 + Float(i) * 2.15, 10.32, 8))
        }
        scene.add(frames, .paint, tint: Vec(0.42, 0.47, 0.52))
        scene.add(feet, .hazard)
        scene.add(.steel, tint: Vec(0.66, 0.67, 0.68)) {
            $0.tube(Vec(-9.4, 7.3, 8), Vec(-9.4, 7.3, far), 0.42, sides: 28)
            $0.tube(Vec(9.8, 7.5, 8), Vec(9.8, 7.5, far), 0.3, sides: 24)
            $0.block(Vec(4.7, 7.0, far), Vec(5.2, 7.1, 8))
            $0.block(Vec(-3.4, 7.2, far), Vec(-3.0, 7.28, 8))
            for k in 0..<12 {
                $0.tube(Vec(-9.4, 7.3, 4 - Float(k) * 8), Vec(-9.4, 4.6, 4 - Float(k) * 8), 0.16, sides: 16)
            }
        }
        scene.add(.paint, tint: Vec(0.72, 0.45, 0.02)) {  // travelling crane
            $0.block(Vec(-11.2, 7.35, -39), Vec(11.4, 8.05, -38.4))
            $0.block(Vec(-1, 6.9, -39.2), Vec(0.6, 7.35, -38.2))
            for x: Float in [-11.1, 11.3] { $0.block(Vec(x - 0.12, 7.0, far), Vec(x + 0.12, 7.34, 8)) }
        }
    }

    private static func lamps(_ scene: inout Scene) {
        for row in 0..<6 {
            for k in 0..<17 {
                let x = -13.5 + Float(row) * 5.4, z = 4.5 - Float(k) * 5.3
                scene.add(
                    Lamp(
                        corner: Vec(x - 0.16, 7.85, z - 0.9), u: Vec(0.32, 0, 0), v: Vec(0, 0, 1.8),
                        radiance: Vec(30, 31, 32)))
            }
        }
        var housings = Mesh()
        for row in 0..<6 {
            for k in 0..<17 {
                let x = -13.5 + Float(row) * 5.4, z = 4.5 - Float(k) * 5.3
                housings.block(Vec(x - 0.2, 7.86, z - 0.95), Vec(x + 0.2, 7.96, z + 0.95))
                for s: Float in [-0.7, 0.7] { housings.tube(Vec(x, 7.96, z + s), Vec(x, 8.9, z + s), 0.012, sides: 5) }
            }
        }
        scene.add(housings, .paint, tint: Vec(0.6, 0.6, 0.6))
        // Skylights and the windows of the left wall.
        for x: Float in [-8.2, 0.2, 8.4] {
            for k in 0..<10 {
                let z = 1.2 - Float(k) * 8
                scene.add(
                    Lamp(
                        corner: Vec(x - 0.6, 10.36, z - 6.4), u: Vec(1.2, 0, 0), v: Vec(0, 0, 6.4),
                        radiance: Vec(3.4, 3.9, 4.5)))
            }
        }
        for k in 0..<20 {
            let z = 4 - Float(k) * 4.4
            scene.add(
                Lamp(corner: Vec(-16.96, 3.6, z), u: Vec(0, 0, -3.6), v: Vec(0, 2.6, 0), radiance: Vec(3.8, 4.3, 4.9)))
        }
        scene.add(.paint, tint: Vec(0.5, 0.52, 0.54)) {
            for k in 0..<20 {
                for i in 0...4 {
                    let z = 4 - Float(k) * 4.4 - Float(i) * 0.9
                    $0.block(Vec(-16.96, 3.6, z - 0.04), Vec(-16.88, 6.2, z + 0.04))
                    $0.block(Vec(-16.96, 4.86, z - 0.45), Vec(-16.9, 4.93, z + 0.45))
                }
            }
        }
        scene.add(
            Lamp(corner: Vec(-3.6, 0, far + 0.03), u: Vec(5, 0, 0), v: Vec(0, 4.6, 0), radiance: Vec(5, 5.4, 5.8)))
    }

    /// Rollers in a frame, and the sheets that ride on them.
    private static func conveyor(_ scene: inout Scene, x: Float, from: Float) {
        var rollers = Mesh(), frame = Mesh(), chain = Mesh(), sheets = Mesh(), edges = Mesh()
        let half: Float = 1.25, top: Float = 0.92
        var z = from
        while z > far + 12 {
            rollers.tube(Vec(x - half, top - 0.045, z), Vec(x + half, top - 0.045, z), 0.045, sides: 14, capped: false)
            z -= 0.3
        }
        for side: Float in [-1, 1] {
            frame.block(Vec(x + side * half, top - 0.2, far + 12), Vec(x + side * (half + 0.09), top - 0.0, from))
            chain.block(
                Vec(x + side * (half + 0.09), top - 0.13, far + 12), Vec(x + side * (half + 0.13), top - 0.03, from))
            var leg = from - 0.3
            while leg > far + 12 {
                frame.block(Vec(x + side * half, 0, leg), Vec(x + side * (half + 0.08), top - 0.2, leg - 0.08))
                if side > 0 { frame.block(Vec(x - half, 0.24, leg), Vec(x + half, 0.3, leg - 0.06)) }
                leg -= 2.1
            }
        }
        var chance = Chance(UInt32(abs(x) * 10)), front = from - 0.2
        while front > far + 16 {
            let a = Vec(x - 1.06 + chance.between(-0.03, 0.03), top + 0.006, front),
                b = Vec(a.x + 2.12, top + 0.006, front - 3.3)
            sheets.quad(Vec(a.x, a.y, a.z), Vec(b.x, a.y, a.z), Vec(b.x, a.y, b.z), Vec(a.x, a.y, b.z))
            for (p, q) in [(a, Vec(b.x, b.y, a.z)), (Vec(a.x, a.y, b.z), b)] {
                edges.block(p + Vec(0, -0.006, -0.003), q + Vec(0, 0.001, 0.003))
            }
            for (p, q) in [(a, Vec(a.x, a.y, b.z)), (Vec(b.x, a.y, a.z), b)] {
                edges.block(p + Vec(-0.003, -0.006, 0), q + Vec(0.003, 0.001, 0))
            }
            front -= 3.3 + chance.between(0.35, 0.6)
        }
        scene.add(rollers, .roller, at: .zero, tint: Vec(0.03, 0.03, 0.03))
        scene.add(frame, .paint, tint: Vec(0.36, 0.42, 0.47))
        scene.add(chain, .paint, tint: Vec(0.66, 0.42, 0.03))
        scene.add(sheets, .sheet, tint: Vec(0.80, 0.93, 0.89))
        scene.add(edges, .edge, tint: Vec(0.25, 0.75, 0.62))
    }

    private static func people(_ scene: inout Scene) {
        let work = Vec(0.07, 0.135, 0.26)
        var first = Figure(elbow: (48, 62), raise: (42, 36), lean: 14, bow: 24, height: 1.72, girth: 1.06)
        (first.shirt, first.trousers, first.sleeves, first.helmet) = (work, work * 0.8, true, Vec(0.78, 0.5, 0.02))
        first.stand(in: &scene, at: Vec(0.98, 0, -5.9), turn: 84, cell: 0.008)
        var second = Figure(elbow: (85, 70), raise: (20, 18), lean: 3, bow: 14, height: 1.66)
        (second.shirt, second.trousers, second.sleeves, second.helmet) = (work, work * 0.8, true, Vec(0.75, 0.76, 0.76))
        second.vest = Vec(0.75, 0.22, 0.02)
        second.stand(in: &scene, at: Vec(0.5, 0, -7.6), turn: 60, cell: 0.008)
        var board = Mesh()
        board.append(Mesh(.box(.zero, Vec(0.12, 0.008, 0.16), round: 0.006), cell: 0.006))
        scene.add(board, .paint, at: Vec(0.85, 1.16, -7.42), turn: 60, tint: Vec(0.75, 0.75, 0.72))
        for (x, z, turn, hat) in [
            (Float(-3.2), Float(-19), Float(165), Vec(0.78, 0.5, 0.02)), (-5.2, -13.5, -95, Vec(0.05, 0.2, 0.6)),
            (0.2, -33, 10, Vec(0.75, 0.76, 0.76)), (5.6, -11, 80, Vec(0.78, 0.5, 0.02)),
        ] {
            var figure = Figure(stride: turn > 100 ? 22 : 3, swing: 14, elbow: (30, 20), height: 1.7)
            (figure.shirt, figure.trousers, figure.sleeves, figure.helmet) = (work, work * 0.8, true, hat)
            if x == -5.2 { (figure.raise, figure.elbow, figure.lean) = ((45, 40), (40, 50), 10) }
            figure.stand(in: &scene, at: Vec(x, 0, z), turn: turn, cell: 0.014)
        }
    }
}
