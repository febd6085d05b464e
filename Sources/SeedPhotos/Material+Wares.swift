import Glibc

extension Object {
    /// What is made or gathered: pots, books, crops on mats, lanterns.
    func wares(_ p: Place) -> Surface {
        var s = Surface(albedo: tint, normal: p.normal)
        switch material {
        case .glaze:
            // Glaze runs: thin and brown at the rim, deep below; crackled a little.
            let run = cloud(Vec(p.local.x * 6, p.local.y * 1.5, p.local.z * 6) + seed)
            s.albedo = mix(tint, accent, smoothstep(0.35, 0.75, run)) * (0.9 + 0.2 * noise(p.local * 40))
            (s.f0, s.rough) = (0.05, 0.07)
        case .clay:
            let rings = noise(Vec(0, p.local.y * 60, seed)) - 0.5
            s.albedo *= 0.85 + 0.25 * cloud(p.local * 4 + seed) + 0.15 * rings
            s.normal = unit(p.normal + up * rings * 0.25)
            (s.f0, s.rough) = (0.03, 0.5)
        case .grain:
            let each = noise(p.world * 26), heap = noise(p.world * 4)
            s.albedo = mix(tint, accent, each) * (0.55 + 0.5 * each + 0.35 * heap)
            s.normal = unit(p.normal + (Vec(noise(p.world * 24), 0.5, noise(p.world * 24 + 50)) - 0.5) * 1.3)
        case .bamboo:
            let a = sin(p.local.x * 170), b = sin(p.local.z * 170)
            s.albedo *= 0.75 + 0.25 * (a * b > 0 ? 1 : 0.55) * (0.8 + 0.4 * noise(p.local * 9 + seed))
        case .books:
            // Spines side by side, each of its own width, height and colour.
            let shelf = (p.world.y / 0.36).rounded(.down), across = abs(p.normal.x) > 0.7 ? p.world.z : p.world.x
            let place = across / 0.034 + 2 * noise(Vec(across * 9, shelf, seed)), spine = place.rounded(.down)
            let hue = lattice(spine, shelf, seed), high = p.world.y - shelf * 0.36
            let palette = [
                Vec(0.42, 0.07, 0.05), Vec(0.06, 0.14, 0.30), Vec(0.66, 0.61, 0.50), Vec(0.08, 0.22, 0.15),
                Vec(0.58, 0.36, 0.09), Vec(0.70, 0.69, 0.66), Vec(0.22, 0.21, 0.22), Vec(0.30, 0.10, 0.16),
            ]
            s.albedo = palette[min(Int(hue * 8), 7)] * (0.75 + 0.4 * lattice(shelf, spine, 8))
            if high > 0.09, high < 0.12 || (high > 0.2 && high < 0.205) { s.albedo = s.albedo * 0.4 + 0.3 }
            if place - spine < 0.1 || high > 0.21 + 0.07 * lattice(spine, shelf, 5) {
                s.albedo = Vec(0.02, 0.015, 0.01)
            }
            (s.f0, s.rough) = (0.035, 0.4)
        default:  // a lantern: cloth on ribs with a lamp in it
            let rib = toGrid(atan2(p.local.z, p.local.x), .pi / 9)
            s.emission = tint * (0.55 + 0.45 * smoothstep(0, 0.06, rib)) * (0.7 + 0.5 * max(1 - abs(p.local.y) * 3, 0))
            s.albedo = Vec(0.3, 0.02, 0.01)
        }
        return s
    }
}
