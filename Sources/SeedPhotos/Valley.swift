import Glibc

/// A river between wooded hills, looked up from the water.
struct Valley {
    /// Half the river's width, how far it swings from side to side, and how high the hills rise.
    var halfWidth: Float, bend: Float, rise: Float
    var seed: Float
    /// How broad the crowns of the trees are.
    var crown: Float = 6

    func put(in scene: inout Scene, from near: Float = 12, to far: Float = 1100) {
        var land = Mesh(), water = Mesh()
        land.land(before: scene.camera, from: near, to: far, columns: 620, rows: 520, height: surface)
        water.quad(Vec(-900, 0, 80), Vec(900, 0, 80), Vec(900, 0, -1400), Vec(-900, 0, -1400))
        scene.add(land, .woods, tint: Vec(0.028, 0.07, 0.014), accent: Vec(0.10, 0.15, 0.035), seed: seed)
        scene.add(water, .water, tint: Vec(0.022, 0.062, 0.048))
    }

    private func surface(_ x: Float, _ z: Float) -> Float {
        let bare = ground(x, z)
        // Trees begin above a strip of gravel and grass.
        return bare > 2.2 ? bare + Self.canopy(x, z, crown: crown) * smoothstep(2.2, 6, bare) : bare
    }

    private func ground(_ x: Float, _ z: Float) -> Float {
        let middle = bend * sin(z / 190 + seed), shore = halfWidth * (0.92 + 0.16 * noise(Vec(x, 0, z) * 0.02))
        let d = abs(x - middle) - shore
        let bank = d < 0 ? max(d * 0.25, -3) : min(d, 9) * 0.28
        let swell = cloud(Vec(x * 0.0055 + seed, 0, z * 0.0055), octaves: 4)
        let closing = smoothstep(450, 1000, -z) * 0.55
        return bank + (smoothstep(3, 230, d) * (0.25 + 1.1 * swell) + closing) * rise
    }

    /// Crowns of a wood seen from afar: domes set close, each of its own size.
    static func canopy(_ x: Float, _ z: Float, crown: Float) -> Float {
        let u = x / crown, w = z / crown
        var top: Float = 0
        for i: Float in [-1, 0, 1] {
            for j: Float in [-1, 0, 1] {
                let a = u.rounded(.down) + i, b = w.rounded(.down) + j
                let dx = u - a - 0.2 - 0.6 * lattice(a, b, 1), dz = w - b - 0.2 - 0.6 * lattice(a, b, 2)
                let size = 0.6 + 0.5 * lattice(a, b, 3), q = 1 - (dx * dx + dz * dz) / (size * size)
                if q > 0 { top = max(top, q.squareRoot() * size * (0.7 + 0.7 * lattice(a, b, 4))) }
            }
        }
        return top * crown
    }
}
