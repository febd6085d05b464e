import Glibc

/// A person, standing or walking, looking along +z. Angles in degrees.
struct Figure {
    /// How far the front leg is ahead (0 stands), and how far the arms swing.
    var stride: Float = 0, swing: Float = 8
    /// Bend of the right and the left elbow, and how far each upper arm is raised forward.
    var elbow: (Float, Float) = (15, 15), raise: (Float, Float) = (0, 0)
    var lean: Float = 2, bow: Float = 0
    var height: Float = 1.68, girth: Float = 1
    var shirt = Vec(0.55, 0.56, 0.58), trousers = Vec(0.06, 0.07, 0.10), shoes = Vec(0.03, 0.03, 0.03)
    var hair = Vec(0.016, 0.013, 0.012), longHair = false
    var striped: Vec?, sleeves = false
    var helmet: Vec?, vest: Vec?
    var skirt = false, smokes = false
    /// Brows, eyes and mouth, which only a near figure needs.
    var features = false
    /// A pointed hat of straw.
    var straw: Vec?

    func stand(in scene: inout Scene, at: Vec, turn: Float, cell: Float = 0.012) {
        let scale = height / 1.72
        func place(_ shape: Shape, _ material: Material, _ tint: Vec, accent: Vec = .zero, seed: Float = 0) {
            scene.add(
                Mesh(shape, cell: cell / scale), material, at: at, turn: turn, scale: scale, tint: tint, accent: accent,
                seed: seed)
        }
        let (left, right) = (leg(-1), leg(1))
        let drop = min(left.ankle.y, right.ankle.y) - 0.085, down = Vec(0, -drop, 0)
        let tip = lean * .pi / 180
        func torso(_ x: Float, _ y: Float, _ z: Float) -> Vec {
            Vec(x, 0.95 + (y - 0.95) * cos(tip) - z * sin(tip), (y - 0.95) * sin(tip) + z * cos(tip)) + down
        }

        var legs: [Shape] = [.ellipsoid(torso(0, 0.95, -0.01), Vec(0.165 * girth, 0.13, 0.115 * girth))]
        for l in [left, right] {
            legs += [
                .limb(l.hip + down, l.knee + down, 0.094 * girth, 0.068),
                .limb(l.knee + down, l.ankle + down, 0.068, skirt ? 0.04 : 0.062),
            ]
        }
        if skirt { legs = [.limb(torso(0, 1.0, 0), torso(0, 0.62, 0), 0.15, 0.23)] }
        place(Shape.all(legs, 0.05).wrinkled(0.006, Vec(14, 9, 14)), .cloth, trousers)
        for l in [left, right] {
            let a = l.ankle + down
            if skirt { place(.limb(l.knee + down, a, 0.052, 0.036), .skin, skin) }
            place(
                Shape.limb(a + Vec(0, -0.045, -0.04), a + Vec(0, -0.055, 0.14), 0.042, 0.036).joined(
                    .limb(a, a + Vec(0, -0.03, 0.02), 0.045, 0.045), 0.04
                )
                .cut(-up, through: Vec(0, a.y - 0.085, 0)), .leather, shoes)
        }

        let (la, ra) = (arm(-1, torso), arm(1, torso))
        var top: [Shape] = [
            .ellipsoid(torso(0, 1.27, 0.005), Vec(0.172 * girth, 0.21, 0.118 * girth)),
            .ellipsoid(torso(0, 1.06, 0.01), Vec(0.148 * girth, 0.16, 0.112 * girth)),
            .limb(torso(-0.155, 1.42, -0.012), torso(0.155, 1.42, -0.012), 0.062, 0.062),
            .limb(torso(0, 0.93, 0), torso(0, 1.02, 0), 0.142 * girth, 0.138 * girth),
        ]
        for a in [la, ra] {
            top.append(.limb(a.shoulder, sleeves ? a.elbow : mix(a.shoulder, a.elbow, 0.75), 0.06, 0.056))
            if sleeves { top.append(.limb(a.elbow, mix(a.elbow, a.hand, 0.88), 0.053, 0.042)) }
        }
        let coat = Shape.all(top, 0.06).wrinkled(0.007, Vec(11, 13, 11)).cut(-up, through: torso(0, 0.865, 0))
        place(coat, .cloth, shirt, accent: striped ?? .zero, seed: striped == nil ? 0 : 1)
        if let vest {
            place(
                Shape.all(Array(top.prefix(3)), 0.06).wrinkled(0.006, Vec(11, 13, 11)).grown(0.016), .cloth, vest,
                accent: Vec(0.75, 0.75, 0.7), seed: 2)
        }

        let head = headShapes(torso)
        place(head.face, .skin, skin)
        for a in [la, ra] {
            if !sleeves {
                place(
                    .limb(mix(a.shoulder, a.elbow, 0.7), a.elbow, 0.043, 0.04).joined(
                        .limb(a.elbow, a.hand, 0.04, 0.027), 0.03), .skin, skin)
            }
            let along = unit(a.hand - a.elbow)
            place(
                Shape.ellipsoid(a.hand + along * 0.05, Vec(0.032, 0.055, 0.045)).joined(
                    .limb(a.hand + along * 0.03, a.hand + along * 0.12, 0.028, 0.018), 0.03), .skin, skin)
        }
        if smokes {
            let tip = la.hand + unit(la.hand - la.elbow) * 0.09
            place(.limb(tip, tip + Vec(0.02, 0.02, 0.085), 0.0065, 0.0065), .paper, Vec(0.85, 0.84, 0.8))
        }
        if let helmet {
            let c = head.center + Vec(0, 0.045, 0)
            let shell = Shape.ellipsoid(c, Vec(0.118, 0.115, 0.138)).cut(-up, through: c)
            place(shell.joined(.ellipsoid(c + Vec(0, 0.004, 0.055), Vec(0.12, 0.012, 0.15)), 0.015), .paint, helmet)
        }
        if features {
            let b = bow * .pi / 180
            func spot(_ x: Float, _ y: Float, _ z: Float) -> Vec {
                head.center + Vec(x, y * cos(b) - z * sin(b) * 0.3, z + y * sin(b) * 0.3)
            }
            for side: Float in [-1, 1] {
                let eye = Shape.limb(spot(side * 0.018, 0.004, 0.087), spot(side * 0.042, 0.003, 0.079), 0.0055, 0.004)
                let brow = Shape.limb(spot(side * 0.016, 0.026, 0.087), spot(side * 0.046, 0.028, 0.076), 0.0045, 0.003)
                scene.add(
                    Mesh(eye.joined(brow), cell: 0.003), .hair, at: at, turn: turn, scale: scale,
                    tint: Vec(0.035, 0.022, 0.018))
            }
            let mouth = Shape.limb(spot(-0.02, -0.058, 0.083), spot(0.02, -0.058, 0.083), 0.005, 0.005)
            scene.add(
                Mesh(mouth, cell: 0.003), .skin, at: at, turn: turn, scale: scale, tint: Vec(0.30, 0.12, 0.09))
        }
        if let straw {
            let brim = head.center + Vec(0, 0.05, 0)
            var hat = Mesh()
            hat.lathe([(0.27, 0), (0.13, 0.075), (0.015, 0.15)], at: brim, sides: 24)
            scene.add(hat, .bamboo, at: at, turn: turn, scale: scale, tint: straw)
        }
        place(head.hair, .hair, hair)
    }

    private var skin: Vec { Vec(0.50, 0.315, 0.225) }

    private func leg(_ side: Float) -> (hip: Vec, knee: Vec, ankle: Vec) {
        let ahead = side * stride * .pi / 180, bend = (ahead < 0 ? -ahead * 0.9 : ahead * 0.25) + 0.05
        let hip = Vec(0.092 * side, 0.93, 0)
        let knee = hip + Vec(0.05 * side, -cos(ahead), sin(ahead)) * 0.425
        return (hip, knee, knee + Vec(0, -cos(ahead - bend), sin(ahead - bend)) * 0.42)
    }

    private func arm(_ side: Float, _ torso: (Float, Float, Float) -> Vec) -> (shoulder: Vec, elbow: Vec, hand: Vec) {
        let forward = ((side > 0 ? raise.0 : raise.1) - side * swing) * .pi / 180
        let bend = (side > 0 ? elbow.0 : elbow.1) * .pi / 180
        let shoulder = torso(0.198 * side, 1.408, -0.01)
        let elbow = shoulder + unit(Vec(0.16 * side, -cos(forward), sin(forward))) * 0.29
        let inward = bend > 0.8 ? -0.35 * side : 0.02 * side
        return (shoulder, elbow, elbow + unit(Vec(inward, -cos(forward + bend), sin(forward + bend))) * 0.25)
    }

    private func headShapes(_ torso: (Float, Float, Float) -> Vec) -> (face: Shape, hair: Shape, center: Vec) {
        let b = bow * .pi / 180, neck = torso(0, 1.47, 0)
        let c = neck + Vec(0, 0.143 * cos(b), 0.025 + 0.143 * sin(b))
        let face = Shape.all(
            [
                .ellipsoid(c, Vec(0.073, 0.105, 0.09)), .ellipsoid(c + Vec(0, -0.055, 0.022), Vec(0.052, 0.062, 0.062)),
                .limb(neck - Vec(0, 0.04, 0.01), c - Vec(0, 0.06, 0.015), 0.054, 0.05),
                .limb(c + Vec(0, 0.015, 0.085), c + Vec(0, -0.018, 0.103), 0.009, 0.014),
                .ellipsoid(c + Vec(0.076, -0.01, -0.005), Vec(0.012, 0.03, 0.02)),
                .ellipsoid(c + Vec(-0.076, -0.01, -0.005), Vec(0.012, 0.03, 0.02)),
            ], 0.018)
        var hair = Shape.ellipsoid(c + Vec(0, 0.018, -0.012), Vec(0.086, 0.11, 0.102))
            .joined(.ellipsoid(c + Vec(0, -0.02, -0.045), Vec(0.075, 0.085, 0.06)), 0.03)
        hair = hair.cut(Vec(0, -0.55, 0.84), through: c + Vec(0, 0.045, 0.052)).cut(-up, through: c + Vec(0, -0.085, 0))
        if longHair { hair = hair.joined(.limb(c + Vec(0, 0, -0.06), c + Vec(0, -0.2, -0.075), 0.07, 0.05), 0.04) }
        return (face, hair.wrinkled(0.011, Vec(34, 22, 34)), c)
    }
}

extension Shape {
    func grown(_ by: Float) -> Shape { Shape(low: low - by, high: high + by) { distance($0) - by } }
}
