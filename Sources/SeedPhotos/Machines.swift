import Glibc

/// Washer, furnace, racks and cabinets along the lines of the workshop.
enum Machines {
    static func put(in scene: inout Scene) {
        tunnel(
            &scene, x: 2.7, from: -17, to: -27, high: 2.5, tint: Vec(0.68, 0.70, 0.71), stripe: Vec(0.03, 0.16, 0.42))
        tunnel(&scene, x: 2.7, from: -36, to: -56, high: 2.9, tint: Vec(0.62, 0.64, 0.62), stripe: Vec(0.5, 0.25, 0.02))
        tunnel(
            &scene, x: 7.6, from: -13.5, to: -31, high: 3.2, tint: Vec(0.60, 0.63, 0.65), stripe: Vec(0.03, 0.3, 0.25))
        tunnel(
            &scene, x: -7.4, from: -20, to: -36, high: 2.7, tint: Vec(0.66, 0.68, 0.68), stripe: Vec(0.03, 0.16, 0.42))
        for (x, z, turn) in [(Float(0.75), Float(-15.6), Float(0)), (-5.2, -17.5, 0), (0.75, -34, 0)] {
            cabinet(&scene, at: Vec(x, 0, z), turn: turn)
        }
        for (k, z) in [Float(-3.6), -7.6, -11.4].enumerated() {
            rack(&scene, at: Vec(-4.95 - (k == 0 ? 0 : 0.2), 0, z), seed: UInt32(k))
        }
        arm(&scene)
        fence(&scene)
    }

    /// A machine the glass passes through.
    private static func tunnel(
        _ scene: inout Scene, x: Float, from: Float, to: Float, high: Float, tint: Vec, stripe: Vec
    ) {
        var shell = Mesh(), dark = Mesh(), trim = Mesh(), pipes = Mesh(), lights = Mesh()
        let z = (from + to) / 2, half = (from - to) / 2
        let body = Shape.box(Vec(0, high / 2 + 0.08, 0), Vec(1.75, high / 2 - 0.05, half), round: 0.09).without(
            .box(Vec(0, 0.98, 0), Vec(1.3, 0.17, half + 1)))
        shell.append(Mesh(body, cell: 0.06))
        for side: Float in [-1, 1] {
            var k: Float = -half + 1.2
            while k < half - 1 {
                dark.block(Vec(side * 1.752, 1.35, k), Vec(side * 1.76, high - 0.5, k + 1.3))
                trim.block(Vec(side * 1.75, 1.3, k - 0.05), Vec(side * 1.775, 1.35, k + 1.35))
                trim.tube(Vec(side * 1.79, 1.6, k + 1.2), Vec(side * 1.79, 1.9, k + 1.2), 0.015)
                k += 1.9
            }
        }
        for k in 0..<Int(half) {
            let at = -half + 1 + Float(k) * 2
            pipes.tube(Vec(-0.8, high, at), Vec(-0.8, high + 0.9, at), 0.17, sides: 18)
            pipes.append(Mesh(.box(Vec(0.7, high + 0.2, at), Vec(0.35, 0.24, 0.45), round: 0.05), cell: 0.04))
        }
        pipes.tube(Vec(-0.8, high + 0.95, -half), Vec(-0.8, high + 0.95, half), 0.22, sides: 20)
        for (i, colour) in [Vec(0.05, 2.2, 0.4), Vec(0.5, 0.3, 0.02), Vec(0.4, 0.03, 0.02)].enumerated() {
            lights = Mesh()
            lights.tube(
                Vec(-1.5, high + 0.35 + Float(i) * 0.1, half - 0.3),
                Vec(-1.5, high + 0.44 + Float(i) * 0.1, half - 0.3), 0.045)
            scene.add(lights, .lightbox, at: Vec(x, 0, z), tint: colour)
        }
        pipes.tube(Vec(-1.5, high, half - 0.3), Vec(-1.5, high + 0.35, half - 0.3), 0.015)
        scene.add(shell, .paint, at: Vec(x, 0, z), tint: tint)
        scene.add(dark, .dark, at: Vec(x, 0, z), tint: Vec(0.02, 0.03, 0.035))
        scene.add(trim, .steel, at: Vec(x, 0, z), tint: Vec(0.6, 0.6, 0.6))
        scene.add(pipes, .steel, at: Vec(x, 0, z), tint: Vec(0.62, 0.63, 0.64))
        scene.add(.paint, tint: stripe) {
            $0.block(Vec(x - 1.765, high - 0.36, to + 0.1), Vec(x - 1.74, high - 0.14, from - 0.1))
            $0.block(Vec(x - 1.6, high - 0.4, from - 0.005), Vec(x + 1.6, high - 0.16, from + 0.012))
        }
        scene.add(.dark, tint: Vec(0.012, 0.012, 0.012)) {  // rubber curtain at the mouth
            for k in 0..<14 {
                $0.block(
                    Vec(x - 1.28 + Float(k) * 0.183, 1.0, from + 0.005),
                    Vec(x - 1.11 + Float(k) * 0.183, 1.16, from + 0.015))
            }
        }
    }

    private static func cabinet(_ scene: inout Scene, at: Vec, turn: Float) {
        var box = Mesh(), screen = Mesh(), keys = Mesh()
        box.append(Mesh(.box(Vec(0, 0.85, 0), Vec(0.34, 0.84, 0.24), round: 0.03), cell: 0.02))
        screen.quad(Vec(-0.22, -0.14, 0), Vec(0.22, -0.14, 0), Vec(0.22, 0.14, 0), Vec(-0.22, 0.14, 0))
        for k in 0..<5 {
            keys.tube(Vec(-0.2 + Float(k) * 0.1, 1.05, 0.24), Vec(-0.2 + Float(k) * 0.1, 1.05, 0.265), 0.022)
        }
        scene.add(box, .paint, at: at, turn: turn, tint: Vec(0.60, 0.61, 0.60))
        scene.add(screen, .screen, at: at + Vec(0, 1.34, 0.245), turn: turn, seed: at.z)
        scene.add(keys, .paint, at: at, turn: turn, tint: Vec(0.5, 0.03, 0.02))
    }

    /// Sheets leaning on an A-shaped rack, waiting.
    private static func rack(_ scene: inout Scene, at: Vec, seed: UInt32) {
        var chance = Chance(seed + 50), frame = Mesh(), sheets = Mesh(), edges = Mesh()
        let high: Float = 2.0, long: Float = 1.6
        for z: Float in [-1.4, 0, 1.4] {
            frame.tube(Vec(-0.75, 0.12, z), Vec(0, 2.1, z), 0.04, sides: 8)
            frame.tube(Vec(0.75, 0.12, z), Vec(0, 2.1, z), 0.04, sides: 8)
            frame.block(Vec(-0.8, 0.1, z - 0.05), Vec(0.8, 0.2, z + 0.05))
        }
        frame.block(Vec(-0.8, 0.06, -1.6), Vec(-0.7, 0.16, 1.6))
        frame.block(Vec(0.7, 0.06, -1.6), Vec(0.8, 0.16, 1.6))
        for k in 0..<7 {
            let out = Float(k) * 0.035, slip = chance.between(-0.05, 0.05)
            let foot = Vec(0.72 + out, 0.2, slip), head = Vec(0.06 + out, 0.2 + high, slip), along = Vec(0, 0, long)
            sheets.quad(foot - along, foot + along, head + along, head - along)
            for (a, b) in [(foot - along, head - along), (head - along, head + along), (head + along, foot + along)] {
                edges.tube(a, b, 0.005, sides: 4)
            }
        }
        scene.add(frame, .paint, at: at, tint: Vec(0.05, 0.17, 0.36))
        scene.add(sheets, .sheet, at: at, tint: Vec(0.78, 0.92, 0.87))
        scene.add(edges, .edge, at: at, tint: Vec(0.3, 0.95, 0.75))
    }

    /// The robot that lifts sheets by suction cups.
    private static func arm(_ scene: inout Scene) {
        let at = Vec(5.15, 0, -9.2), shoulder = Vec(0, 1.25, 0), elbow = Vec(-0.35, 2.55, -0.4),
            wrist = Vec(-1.5, 2.25, 0.4)
        let body = Shape.all(
            [
                .box(Vec(0, 0.25, 0), Vec(0.4, 0.25, 0.4), round: 0.05), .limb(Vec(0, 0.4, 0), shoulder, 0.34, 0.27),
                .limb(shoulder, elbow, 0.24, 0.19), .limb(elbow, wrist, 0.19, 0.11),
            ], 0.08)
        scene.add(Mesh(body, cell: 0.02), .paint, at: at, tint: Vec(0.78, 0.30, 0.02))
        var rings = Mesh(), hose = Mesh()
        for (p, q, r) in [
            (Vec(0, 0.62, 0), Vec(0, 0.7, 0), Float(0.345)),
            (shoulder - Vec(0.32, 0, 0), shoulder + Vec(0.32, 0, 0), 0.17),
            (elbow - Vec(0.1, 0, 0.27), elbow + Vec(0.1, 0, 0.27), 0.14),
            (mix(elbow, wrist, 0.7), mix(elbow, wrist, 0.76), 0.16),
            (mix(shoulder, elbow, 0.45), mix(shoulder, elbow, 0.52), 0.235),
        ] {
            rings.tube(p, q, r, sides: 28)
        }
        let loop = [
            Vec(-0.3, 0.6, 0.25), Vec(-0.42, 1.3, 0.32), Vec(-0.45, 2.0, 0.2), Vec(-0.6, 2.75, -0.1),
            Vec(-1.1, 2.72, 0.2), Vec(-1.5, 2.3, 0.5),
        ]
        for (p, q) in zip(loop, loop.dropFirst()) { hose.tube(p, q, 0.035, sides: 10) }
        scene.add(rings, .paint, at: at, tint: Vec(0.05, 0.05, 0.055))
        scene.add(hose, .tyre, at: at)
        var grip = Mesh(), cups = Mesh()
        grip.tube(wrist, wrist - Vec(0, 0.45, 0), 0.07)
        let head = wrist - Vec(0, 0.45, 0)
        for x: Float in [-0.5, 0.5] { grip.block(head + Vec(x - 0.04, -0.04, -1.0), head + Vec(x + 0.04, 0.04, 1.0)) }
        for z: Float in [-0.9, 0, 0.9] {
            grip.block(head + Vec(-0.7, -0.03, z - 0.04), head + Vec(0.7, 0.03, z + 0.04))
        }
        for x: Float in [-0.5, 0.5] {
            for z: Float in [-0.9, 0, 0.9] { cups.tube(head + Vec(x, -0.05, z), head + Vec(x, -0.22, z), 0.03, 0.07) }
        }
        scene.add(grip, .steel, at: at, tint: Vec(0.6, 0.6, 0.61))
        scene.add(cups, .paint, at: at, tint: Vec(0.04, 0.04, 0.04))
        let sheet = at + head + Vec(0, -0.235, 0)
        scene.add(.sheet, tint: Vec(0.8, 0.93, 0.89)) {
            $0.quad(
                sheet + Vec(-1.05, 0, -1.6), sheet + Vec(1.05, 0, -1.6), sheet + Vec(1.05, 0, 1.6),
                sheet + Vec(-1.05, 0, 1.6))
        }
        scene.add(.edge, tint: Vec(0.3, 0.9, 0.7)) { mesh in
            for z: Float in [-1.6, 1.6] {
                mesh.tube(sheet + Vec(-1.05, 0, z), sheet + Vec(1.05, 0, z), 0.005, sides: 4)
            }
            for x: Float in [-1.05, 1.05] {
                mesh.tube(sheet + Vec(x, 0, -1.6), sheet + Vec(x, 0, 1.6), 0.005, sides: 4)
            }
        }
    }

    private static func fence(_ scene: inout Scene) {
        scene.add(.paint, tint: Vec(0.75, 0.5, 0.03)) {
            for k in 0..<6 {
                $0.tube(Vec(-4.75, 0, -13.6 - Float(k) * 1.5 - 6), Vec(-4.75, 1.05, -13.6 - Float(k) * 1.5 - 6), 0.028)
            }
            for y: Float in [0.55, 1.05] { $0.tube(Vec(-4.75, y, -19.6), Vec(-4.75, y, -27.1), 0.022) }
        }
    }
}
