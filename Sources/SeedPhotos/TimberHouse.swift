import Glibc

/// A house of an old town: timber front under a tiled roof. Its front lies in the plane z = 0 and looks along +z, its
/// left post stands at x = 0.
struct TimberHouse {
    var width: Float, storey: Float = 2.9
    /// Whether the ground floor is an open shop with its lamp lit.
    var lit = false
    var seed: Float

    private let overhang: Float = 1.15, depth: Float = 7

    func stand(in scene: inout Scene, at: Vec, turn: Float) {
        var planks = Mesh(), posts = Mesh(), roof = Mesh(), panes = Mesh(), stone = Mesh()
        let high = storey * 2
        stone.block(Vec(0, 0, -depth), Vec(width, 0.18, 0.45))
        planks.block(Vec(0, storey + 0.2, -depth), Vec(width, high, -0.06))
        for x in [Float(0), width] { planks.block(Vec(x - 0.05, 0.18, -depth), Vec(x + 0.05, storey + 0.2, 0)) }
        if lit {
            shop(&scene, at, turn)
        } else {
            planks.block(Vec(0, 0.18, -0.3), Vec(width, storey, -0.06))
        }
        let bays = max(Int(width / 1.5), 2), bay = width / Float(bays)
        for k in 0...bays {
            let x = Float(k) * bay
            if k == 0 || k == bays { posts.tube(Vec(x, 0, 0), Vec(x, high, 0), 0.13, sides: 12) }
            posts.beam(Vec(x, high - 0.2, -0.1), Vec(x, high - 0.05, overhang), 0.12, 0.16)
            posts.beam(Vec(x, high - 0.8, 0), Vec(x, high - 0.15, overhang * 0.7), 0.08, 0.1)
        }
        posts.beam(Vec(0, storey + 0.1, 0), Vec(width, storey + 0.1, 0), 0.16, 0.32)
        posts.beam(Vec(0, high - 0.1, 0), Vec(width, high - 0.1, 0), 0.14, 0.24)
        posts.beam(Vec(0, storey + 1.0, 0.02), Vec(width, storey + 1.0, 0.02), 0.08, 0.1)
        for k in 0..<bays {
            window(Vec(Float(k) * bay + 0.14, storey + 1.08, 0), bay - 0.28, high - storey - 1.4, &posts, &panes)
        }
        // The pent roof over the shop, and the roof.
        slope(&roof, Vec(-0.1, storey + 0.55, -0.1), Vec(-0.1, storey + 0.1, overhang * 0.9), width + 0.2)
        slope(&roof, Vec(-0.15, high + 2.1, -depth / 2), Vec(-0.15, high - 0.08, overhang + 0.25), width + 0.3)
        slope(&roof, Vec(-0.15, high + 2.1, -depth / 2), Vec(-0.15, high - 0.08, -depth - overhang), width + 0.3)
        roof.beam(Vec(-0.2, high + 2.2, -depth / 2), Vec(width + 0.2, high + 2.2, -depth / 2), 0.3, 0.35)
        let brown = Vec(0.17, 0.085, 0.045) * (0.75 + 0.5 * lattice(seed, 3))
        scene.add(planks, .timber, at: at, turn: turn, tint: brown, seed: seed)
        scene.add(posts, .timber, at: at, turn: turn, tint: brown * 0.7, seed: seed + 1)
        scene.add(roof, .tiles, at: at, turn: turn, tint: Vec(0.13, 0.13, 0.135), seed: seed)
        scene.add(stone, .concrete, at: at, turn: turn, tint: Vec(0.30, 0.29, 0.27))
        let glow = lattice(seed, 9) > 0.4 && lit
        scene.add(
            panes, glow ? .lamp : .paper, at: at, turn: turn, tint: glow ? Vec(1.5, 0.75, 0.26) : Vec(0.46, 0.42, 0.34))
    }

    /// One side of a roof, from its ridge to its eave, with the round ends of the tiles along it.
    private func slope(_ roof: inout Mesh, _ ridge: Vec, _ eave: Vec, _ wide: Float) {
        let across = Vec(wide, 0, 0), thick = Vec(0, -0.14, 0)
        roof.quad(ridge, eave, eave + across, ridge + across)
        roof.quad(ridge + thick, ridge + across + thick, eave + across + thick, eave + thick)
        roof.quad(eave, eave + thick, eave + across + thick, eave + across)
        for k in 0..<Int(wide / 0.24) {
            let x = Vec(Float(k) * 0.24 + 0.12, 0.02, 0)
            roof.tube(ridge + x, eave + x, 0.06, sides: 6)
        }
    }

    /// Paper behind a lattice of thin bars.
    private func window(_ corner: Vec, _ wide: Float, _ high: Float, _ bars: inout Mesh, _ panes: inout Mesh) {
        let a = corner + Vec(0, 0, -0.03)
        panes.quad(a, a + Vec(wide, 0, 0), a + Vec(wide, high, 0), a + Vec(0, high, 0))
        for k in 0...8 {
            let x = wide * Float(k) / 8, heavy: Float = k % 4 == 0 ? 0.07 : 0.025
            bars.beam(corner + Vec(x, 0, 0), corner + Vec(x, high, 0), heavy, heavy)
        }
        for k in 0...7 {
            let y = high * Float(k) / 7, heavy: Float = k % 7 == 0 ? 0.08 : 0.025
            bars.beam(corner + Vec(0, y, 0), corner + Vec(wide, y, 0), heavy, heavy)
        }
    }

    /// Shelves of goods behind a counter, and a lamp under the ceiling.
    private func shop(_ scene: inout Scene, _ at: Vec, _ turn: Float) {
        scene.add(.books, at: at, turn: turn) { $0.block(Vec(0.2, 0.9, -2.7), Vec(width - 0.2, 2.5, -2.55)) }
        scene.add(.plaster, tint: Vec(0.50, 0.42, 0.32), at: at, turn: turn) {
            $0.block(Vec(0, 0.18, -2.9), Vec(width, storey, -2.7))
            $0.block(Vec(0, storey, -2.9), Vec(width, storey + 0.1, -0.1))
        }
        scene.add(.timber, tint: Vec(0.22, 0.12, 0.06), at: at, turn: turn) {
            $0.block(Vec(0.3, 0.18, -1.2), Vec(width - 1.2, 1.05, -0.6))
            $0.block(Vec(0.2, 0.18, -2.6), Vec(width - 0.2, 0.9, -2.2))
        }
        let turned = Turn(turn), corner = at + turned.out(Vec(width * 0.2, storey - 0.1, -2))
        scene.add(
            Lamp(
                corner: corner, u: turned.out(Vec(width * 0.6, 0, 0)), v: turned.out(Vec(0, 0, 1.1)),
                radiance: Vec(13, 7.6, 3.4)))
    }
}
