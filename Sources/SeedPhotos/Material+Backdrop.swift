import Glibc

extension Object {
    /// Things far off or behind glass, told by pattern rather than by form.
    func backdrop(_ p: Place) -> Surface {
        var s = Surface(albedo: tint, normal: p.normal)
        let across = abs(p.normal.x) > 0.7 ? p.local.z : p.local.x
        switch material {
        case .flats:
            let floor = (p.local.y / 3).rounded(.down), bay = (across / 3.4).rounded(.down)
            let y = p.local.y - floor * 3, x = across - bay * 3.4
            s.albedo *= 0.92 + 0.12 * lattice(bay, 3, seed)
            if y < 0.35 { s.albedo *= 0.72 }
            if abs(p.normal.y) < 0.5, x > 0.7, x < 2.7, y > 0.9, y < 2.5 {
                s.albedo = mix(
                    Vec(0.06, 0.08, 0.10), Vec(0.30, 0.30, 0.28), lattice(bay, floor, seed) * lattice(floor, bay, 7))
                (s.f0, s.rough) = (0.05, 0.05)
            }
        case .hill:
            s.albedo = mix(Vec(0.05, 0.09, 0.035), Vec(0.10, 0.15, 0.05), cloud(p.world * 0.06, octaves: 6))
        case .interior:
            let counter = p.local.y < 1.2, sign = p.local.y > 2.5 && p.local.y < 3.3
            s.albedo *= 0.9 + 0.2 * cloud(p.local * 0.6)
            if counter { s.albedo = Vec(0.22, 0.17, 0.13) }
            if sign {
                s.emission =
                    toGrid(p.local.x, 3) < 1.2 && toGrid(p.local.y - 0.4, 1) < 0.18
                        && noise(p.local * Vec(9, 9, 1)) > 0.5 ? Vec(1, 0.9, 0.8) : Vec(0.05, 0.16, 0.5)
            }
            if p.local.y > 1.2, p.local.y < 2.4, toGrid(p.local.x, 3) < 1.25 {
                s.emission = Vec(0.45, 0.42, 0.36) * (0.5 + noise(p.local * Vec(3, 2, 1)))
            }
        case .board:  // a scrolling board of red diodes
            let cell = Vec((p.local.x / 0.055).rounded(.down), (p.local.y / 0.055).rounded(.down), 0)
            let dots = min(toGrid(p.local.x + 0.0275, 0.055), toGrid(p.local.y + 0.0275, 0.055)) > 0.008
            let glyph = (cell.x / 14).rounded(.down), inside = cell.x - glyph * 14 > 1.5
            let stroke = lattice(cell.x / 2, glyph, 2) > 0.62 || lattice(cell.y / 2, glyph, 5) > 0.66
            s.albedo = Vec(0.02, 0.012, 0.012)
            if dots, inside, stroke { s.emission = tint }
        default:  // a control screen
            let row = (p.local.y / 0.035).rounded(.down), field = (p.local.x / 0.12).rounded(.down)
            let graph = abs(p.local.y - 0.06 * sin(p.local.x * 22)) < 0.008
            s.albedo = Vec(0.02, 0.02, 0.02)
            s.emission =
                graph
                ? Vec(0.2, 1.1, 0.4) : lattice(row, field, seed) > 0.72 ? Vec(0.5, 0.75, 1) : Vec(0.05, 0.12, 0.28)
            (s.f0, s.rough) = (0.04, 0.1)
        }
        return s
    }

    /// A coach: painted shell, dark band of windows, windscreen, lamps, flaps. Its front looks along +z; y is up.
    func coach(_ p: Place) -> Surface {
        let q = p.local, n = p.normal
        var s = Surface(albedo: tint * (0.94 + 0.1 * cloud(q * 1.5)), f0: 0.045, rough: 0.09, normal: n)
        let dust = smoothstep(1.3, 0.4, q.y) * (0.3 + 0.6 * cloud(q * 2.2))
        func glass(_ c: Vec = Vec(0.016, 0.02, 0.022)) { (s.albedo, s.f0, s.rough) = (c, 0.06, 0.02) }
        // The curve of the livery, in two colours.
        let curve = 1.2 + 0.32 * sin(q.z * 0.42 + seed) + 0.06 * q.z
        if q.y < curve, abs(n.y) < 0.7 { s.albedo = accent * (0.94 + 0.1 * cloud(q * 1.5)) }
        if q.y < curve - 0.25, q.y > curve - 0.34, abs(n.y) < 0.7 { s.albedo = Vec(0.8, 0.62, 0.1) }
        if n.z > 0.55 {
            if q.y > 1.35, q.y < 2.62, abs(q.x) < 1.13 {
                glass(mix(Vec(0.05, 0.05, 0.05), Vec(0.015, 0.018, 0.02), smoothstep(1.4, 1.9, q.y)))
                if abs(q.x) < 0.012 { s.albedo = Vec(0.01, 0.01, 0.01) }
                if q.y < 1.62, abs(abs(q.x) - 0.45) < 0.35, toGrid(q.y - 1.5 - 0.12 * abs(q.x), 0.6) < 0.01 {
                    s.albedo = Vec(0.01, 0.01, 0.01)
                }
            } else if q.y > 2.66, q.y < 2.95, abs(q.x) < 0.8 {
                s.albedo = Vec(0.01, 0.01, 0.01)
                if toGrid(q.x, 0.28) < 0.1, lattice(q.x * 22, q.y * 22) > 0.45 { s.emission = Vec(2.2, 0.7, 0.1) }
            } else if q.y > 0.62, q.y < 0.88, abs(abs(q.x) - 0.93) < 0.21 {
                (s.albedo, s.f0, s.rough) = (Vec(0.75, 0.77, 0.8), 0.08, 0.03)
                if toGrid(q.x, 0.2) > 0.09 { s.albedo = Vec(0.05, 0.05, 0.05) }
            } else if q.y > 0.42, q.y < 0.56, abs(q.x) < 0.22 {
                s.albedo =
                    toGrid(q.x, 0.062) < 0.02 && abs(q.y - 0.49) < 0.045 ? Vec(0.02, 0.02, 0.02) : Vec(0.85, 0.6, 0.05)
            } else if q.y < 0.6 || (q.y < 1.0 && abs(q.x) < 0.6 && toGrid(q.y, 0.09) < 0.02) {
                s.albedo = Vec(0.04, 0.04, 0.045)
            }
        } else if abs(n.x) > 0.6, q.y > 1.62, q.y < 2.72, q.z > -5.55, q.z < 5.5 {
            glass()
            if toGrid(q.z, 1.55) < 0.02 { (s.albedo, s.f0) = (Vec(0.008, 0.008, 0.008), 0.03) }
            // A curtain behind a window here and there.
            let bay = (q.z / 1.55).rounded(), side: Float = q.x > 0 ? 1 : 9
            if lattice(bay, side, seed) > 0.45, toGrid(q.z, 1.55) < 0.34, toGrid(q.z, 1.55) > 0.05 {
                s.albedo = Vec(0.10, 0.11, 0.16) * (0.6 + 0.5 * abs(sin(q.z * 30)))
            }
        } else if abs(n.x) > 0.6 {
            let flap = min(toGrid(q.z + 0.3, 1.5), q.y < 1.3 ? abs(q.y - 1.28) : 1, abs(q.y - 0.55))
            if flap < 0.009 { s.albedo *= 0.25 }
            if q.y < 0.42 { s.albedo *= 0.3 }
            if q.z > 3.9, q.z < 4.9, q.x > 0, toGrid(q.z - 4.4, 1) > 0.485 { s.albedo *= 0.2 }
        } else if n.z < -0.55, q.y > 1.9, q.y < 2.75, abs(q.x) < 1.0 {
            glass()
        }
        s.albedo = mix(s.albedo, Vec(0.24, 0.21, 0.17), dust * 0.5)
        s.rough += dust * 0.25
        return s
    }
}
