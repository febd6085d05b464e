import Glibc

extension Object {
    /// Floors and walls: what is laid in courses, poured or rolled, and has been walked on.
    func ground(_ p: Place) -> Surface {
        var s = Surface(albedo: tint, normal: p.normal)
        let fine = p.way < 14 ? cloud(p.world * 70, octaves: 2) - 0.37 : 0
        let stain = cloud(p.world * 0.55 + seed, octaves: 5)
        switch material {
        case .paving: paving(p, fine, stain, &s)
        case .asphalt:
            s.albedo *= 0.75 + 0.5 * stain + 1.1 * fine
            s.normal = unit(p.normal + Vec(fine, 0, noise(p.world * 80) - 0.5) * 0.25)
        case .epoxy: epoxy(p, stain, &s)
        case .stone:
            let across = abs(p.normal.x) > 0.7 ? p.local.z : p.local.x
            let row = (p.local.y / 0.75).rounded(.down),
                column = (across / 1.5 + (row.truncatingRemainder(dividingBy: 2) == 0 ? 0 : 0.5)).rounded(.down)
            let joint = min(
                toGrid(p.local.y, 0.75), toGrid(across + (row.truncatingRemainder(dividingBy: 2) == 0 ? 0 : 0.75), 1.5))
            s.albedo *= 0.86 + 0.22 * lattice(row, column, seed) + 0.2 * (cloud(p.world * 3, octaves: 5) - 0.47)
            // Rain leaves dark runs below edges.
            s.albedo *= 1 - 0.22 * smoothstep(0.5, 0.8, cloud(Vec(p.world.x * 1.7, p.world.y * 0.12, p.world.z * 1.7)))
            if joint < 0.012 { s.albedo *= 0.35 }
            (s.f0, s.rough) = (0.04, 0.4)
        case .concrete:
            s.albedo *= 0.7 + 0.6 * stain + 0.4 * (cloud(p.world * 6) - 0.47)
        default:
            s.albedo *= 0.93 + 0.14 * stain
        }
        return s
    }

    /// Granite slabs in two greys with a red band every few metres, joints full of dust, gum, stains.
    private func paving(_ p: Place, _ fine: Float, _ stain: Float, _ s: inout Surface) {
        let size: Float = 0.6, x = p.world.x / size, z = p.world.z / size
        let band =
            z.rounded(.down).truncatingRemainder(dividingBy: 8) == 0
            || x.rounded(.down).truncatingRemainder(dividingBy: 8) == 0
        let slab = lattice(x, z, 5), joint = min(toGrid(p.world.x, size), toGrid(p.world.z, size))
        var c = band ? Vec(0.30, 0.205, 0.17) : tint
        c *= 0.80 + 0.32 * slab
        c *= 0.72 + 0.55 * stain + 0.9 * fine
        let scuff = cloud(Vec(p.world.x * 2.2, 4, p.world.z * 2.2), octaves: 5)
        c *= 1 - 0.35 * smoothstep(0.56, 0.72, scuff)
        let gum = Vec(p.world.x * 2.1, 0, p.world.z * 2.1), cell = gum.rounded(.down)
        let spot = Vec(cell.x + lattice(cell.x, cell.z, 1), 0, cell.z + lattice(cell.x, cell.z, 2))
        if lattice(cell.x, cell.z, 3) > 0.72, length(gum - spot) < 0.035 + 0.03 * slab { c *= 0.42 }
        let crack = 0.004 + 0.0006 * p.way * 0.4
        if joint < crack { c = mix(c, Vec(0.07, 0.065, 0.055), 0.75) }
        s.albedo = c
        s.normal = unit(
            p.normal + Vec(slab - 0.5, 0, lattice(z, x, 8) - 0.5) * 0.012 + Vec(fine, 0, noise(p.world * 61) - 0.5)
                * (p.way < 14 ? 0.08 : 0))
        (s.f0, s.rough) = (0.035, 0.42 + 0.25 * scuff)
    }

    /// Green epoxy with yellow lines; tyre marks and dust dull the gloss.
    private func epoxy(_ p: Place, _ stain: Float, _ s: inout Surface) {
        let wear = cloud(Vec(p.world.x * 3, 0, p.world.z * 0.5), octaves: 5)
        var c = tint
        let aisle = p.world.x > accent.x && p.world.x < accent.y
        if !aisle { c = Vec(0.21, 0.225, 0.23) }
        let line = min(abs(p.world.x - accent.x), abs(p.world.x - accent.y))
        if line < 0.06 { c = Vec(0.72, 0.5, 0.06) * (0.7 + 0.4 * wear) }
        c *= 0.8 + 0.3 * stain
        let marks = smoothstep(0.55, 0.7, cloud(Vec(p.world.x * 2.4, 3, p.world.z * 0.22), octaves: 4))
        c *= 1 - 0.3 * marks
        if toGrid(p.world.z, 6) < 0.006 || toGrid(p.world.x, 6) < 0.006 { c *= 0.5 }
        s.albedo = c
        let ripple = Vec(noise(p.world * 2.3) - 0.5, 0, noise(p.world * 2.3 + 40) - 0.5) * 0.012
        s.normal = unit(p.normal + ripple)
        (s.f0, s.rough) = (0.045, 0.13 + 0.28 * smoothstep(0.35, 0.7, wear))
    }
}
