import Glibc

/// How a point of a surface meets light.
struct Surface {
    var albedo: Vec
    /// Reflection seen straight on; 0 is quite matt.
    var f0: Float = 0
    var rough: Float = 0.6
    var metal = false
    /// Thin glass: reflects or lets through.
    var pane = false
    /// The share of diffuse light that comes out on the other side (leaves).
    var leak: Float = 0
    var emission: Vec = .zero
    var normal: Vec = up
}

/// The point a material is asked about: in the object's own coordinates and in the world's.
struct Place {
    var local: Vec, world: Vec, normal: Vec
    /// How far the light has come from the lens: fine grain is left out when far off.
    var way: Float
}

enum Material: UInt8, Sendable {
    case paving, asphalt, stone, plaster, concrete, bark, leaf, hedge, skin, hair, cloth, leather, paper, cigarette
    case paint, steel, brushed, tyre, coach, glazing, sheet, edge, dark, interior, flats, hill
    case lamp, lightbox, board, epoxy, corrugated, hazard, screen, roller, rubbish
    case water, woods, tea, tiles, timber, cobble, glaze, clay, grain, bamboo, books, lantern

    var isPane: Bool { self == .glazing || self == .sheet }
}

extension Object {
    func surface(at p: Place) -> Surface {
        switch material {
        case .paving, .asphalt, .epoxy, .stone, .concrete, .plaster: ground(p)
        case .coach: coach(p)
        case .glazing, .sheet: pane(p)
        case .water, .woods, .tea, .tiles, .timber, .cobble: country(p)
        case .glaze, .clay, .grain, .bamboo, .books, .lantern: wares(p)
        case .flats, .hill, .interior, .board, .screen: backdrop(p)
        default: plain(p)
        }
    }

    private func plain(_ p: Place) -> Surface {
        func speckle(_ scale: Float, _ depth: Float) -> Float { 1 + (cloud(p.local * scale + seed) - 0.47) * depth }
        var s = Surface(albedo: tint, normal: p.normal)
        switch material {
        case .bark: s.albedo *= speckle(14, 1.2)
        case .leaf, .hedge:
            let each = noise(p.world * 9), clump = noise(p.world * 1.3)
            s.albedo = mix(tint, accent, each) * (0.65 + 0.6 * clump)
            (s.f0, s.rough, s.leak) = (0.03, 0.5, 0.38)
        case .skin: (s.f0, s.rough) = (0.028, 0.5); s.albedo *= speckle(30, 0.12)
        case .hair: (s.f0, s.rough) = (0.03, 0.45); s.albedo *= 1 + 0.8 * (noise(p.local * Vec(180, 20, 180)) - 0.5)
        case .cloth:
            s.albedo *= speckle(4, 0.25)
            s.rough = 0.9
            if seed > 0.5 {  // a shirt of stripes or checks
                let band = toGrid(p.local.y + 0.02 * p.local.x, seed > 1.5 ? 0.22 : 0.07) < (seed > 1.5 ? 0.028 : 0.012)
                if band { s.albedo = mix(s.albedo, accent, 0.8) }
            }
        case .leather: (s.f0, s.rough) = (0.04, 0.35)
        case .paper: s.albedo *= speckle(20, 0.2); s.leak = 0.15
        case .cigarette:
            s.albedo =
                p.local.x > 0.013
                ? Vec(0.62, 0.32, 0.1) : p.local.x < -0.022 ? Vec(0.05, 0.05, 0.05) : Vec(0.8, 0.79, 0.75)
        case .rubbish: (s.f0, s.rough) = (0.04, 0.25); s.albedo *= speckle(25, 0.5)
        case .paint: (s.f0, s.rough) = (0.04, 0.32 + 0.2 * noise(p.local * 3)); s.albedo *= speckle(2.5, 0.12)
        case .steel:
            (s.metal, s.f0, s.rough) = (true, 0.6, 0.28 + 0.25 * cloud(p.local * 3 + seed))
            s.albedo = tint * speckle(6, 0.2)
        case .brushed: (s.metal, s.f0, s.rough) = (true, 0.6, 0.2); s.albedo = tint
        case .roller:
            (s.f0, s.rough) = (0.04, 0.4)
            if toGrid(p.local.x, 0.28) > 0.035 { (s.metal, s.albedo, s.rough) = (true, Vec(0.5, 0.51, 0.53), 0.3) }
        case .tyre: s.albedo = Vec(repeating: 0.025) * speckle(12, 0.8); (s.f0, s.rough) = (0.03, 0.6)
        case .edge: (s.f0, s.rough) = (0.05, 0.1); s.emission = tint * 0.12
        case .dark: (s.f0, s.rough) = (0.04, 0.04)
        case .corrugated:
            let wave = p.local.x * 2 * .pi / 0.3
            s.normal = unit(p.normal + Vec(0.45 * cos(wave), 0, 0))
            s.albedo *= speckle(0.6, 0.25) * (0.9 + 0.1 * sin(wave))
            (s.f0, s.rough) = (0.04, 0.5)
        case .hazard:
            let stripe = toGrid(p.local.x + p.local.y + p.local.z, 0.36) < 0.09
            s.albedo = stripe ? Vec(0.03, 0.03, 0.03) : Vec(0.75, 0.5, 0.03)
            s.albedo *= speckle(5, 0.3)
            (s.f0, s.rough) = (0.04, 0.35)
        case .lamp: s.albedo = .zero; s.emission = tint
        case .lightbox: s.emission = tint * 1.2; (s.f0, s.rough) = (0.04, 0.3)
        default: break
        }
        return s
    }

    private func pane(_ p: Place) -> Surface {
        var s = Surface(albedo: tint, f0: material == .sheet ? 0.09 : 0.045, normal: p.normal)
        s.pane = true
        // No pane is quite flat, and each sits in its frame a little differently: reflections break from one to the next.
        if material == .glazing {
            let cell = (Float(Int(p.local.x / 1.5 + 100)), Float(Int(p.local.y / 2.2 + 100)))
            let tilt = Vec(lattice(cell.0, cell.1, seed) - 0.5, lattice(cell.1, cell.0, seed + 3) - 0.5, 0) * 0.012
            let bow = Vec(sin(p.local.x * 2 * .pi / 1.5), sin(p.local.y * 2 * .pi / 2.2), 0) * 0.004
            s.normal = unit(p.normal + tilt + bow)
        } else {
            let wave = Vec(noise(p.world * 5) - 0.5, 0, noise(p.world * 5 + 9) - 0.5) * 0.008
            s.normal = unit(p.normal + wave)
        }
        return s
    }
}
