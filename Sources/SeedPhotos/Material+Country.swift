import Glibc

extension Object {
    /// Out of doors in the country: river, woods, tea, old roofs and walls.
    func country(_ p: Place) -> Surface {
        var s = Surface(albedo: tint, normal: p.normal)
        switch material {
        case .water: water(p, &s)
        case .woods: woods(p, &s)
        case .tea:
            let each = noise(p.world * 6)
            s.albedo =
                mix(tint, accent, mix(each * each, 0.3, smoothstep(60, 200, p.way)))
                * (0.7 + 0.6 * noise(p.world * 0.9))
            s.normal = rough(p.normal, p.world * 5, 0.7 / (1 + p.way * 0.012))
            s.leak = 0.15
        case .tiles:
            // Rows of bowed tiles, run down the slope; old ones are darker, and moss sits on some.
            let row = toGrid(p.local.x, 0.24) / 0.12, old = lattice(p.local.x / 0.24, p.local.z / 0.3, seed)
            let moss = smoothstep(0.5, 0.75, cloud(p.local * 1.3 + seed))
            s.albedo = mix(tint * (0.6 + 0.7 * old), Vec(0.06, 0.07, 0.035), moss * 0.6) * (1.1 - 0.75 * row * row)
            if toGrid(p.local.z, 0.3) < 0.02 { s.albedo *= 0.5 }
            s.normal = unit(p.normal + Vec(sin(p.local.x * 2 * .pi / 0.24) * 0.5, 0, 0))
        case .timber:
            let across = abs(p.normal.x) > 0.7 ? p.local.z : p.local.x
            let plank = (across / 0.19).rounded(.down), grain = noise(Vec(across * 40, p.local.y * 2, plank * 9 + seed))
            s.albedo *= (0.65 + 0.4 * lattice(plank, 1, seed)) * (0.75 + 0.5 * grain)
            s.albedo *= 0.75 + 0.5 * cloud(p.local * 1.1 + seed)
            if toGrid(across, 0.19) < 0.006 { s.albedo *= 0.25 }
            (s.f0, s.rough) = (0.03, 0.55)
        default: cobble(p, &s)
        }
        return s
    }

    private func rough(_ n: Vec, _ at: Vec, _ much: Float) -> Vec {
        unit(n + (Vec(noise(at), noise(at + 31), noise(at + 67)) - 0.5) * much)
    }

    /// Ripples on a swell. Far off they are too fine to see, and only roughen the picture that the water mirrors.
    private func water(_ p: Place, _ s: inout Surface) {
        func wave(_ x: Float, _ z: Float) -> Float {
            0.10 * noise(Vec(x * 0.35, 0, z * 0.6)) + 0.05 * noise(Vec(x * 1.1, 9, z * 1.9))
                + 0.018 * noise(Vec(x * 3.5, 5, z * 6))
        }
        let (x, z) = (p.world.x, p.world.z), e: Float = 0.06, here = wave(x, z), much = 1 / (1 + p.way * 0.006)
        let slope = Vec(wave(x + e, z) - here, 0, wave(x, z + e) - here) / e * much
        s.normal = unit(p.normal - slope)
        s.albedo *= 0.8 + 0.5 * cloud(p.world * 0.03)
        (s.f0, s.rough) = (0.025, 0.06 + min(p.way * 0.0003, 0.1))
    }

    /// A wooded slope down to gravel at the water.
    private func woods(_ p: Place, _ s: inout Surface) {
        let stand = noise(p.world * 0.021 + seed), each = noise(p.world * 0.17), leaves = noise(p.world * 1.4)
        s.albedo = mix(tint, accent, clamp(0.15 + 0.5 * stand + 0.6 * (each - 0.4))) * (0.55 + 0.9 * leaves)
        s.normal = rough(p.normal, p.world * 0.9, 0.9 / (1 + p.way * 0.0015))
        s.leak = 0.12
        let shore = smoothstep(2.6, 1.4, p.local.y + 1.2 * (noise(p.world * 0.4) - 0.5))
        let stones = Vec(0.34, 0.31, 0.25) * (0.6 + 0.8 * noise(p.world * 2.1)), grass = Vec(0.14, 0.19, 0.06)
        s.albedo = mix(s.albedo, mix(grass, stones, smoothstep(1.4, 0.5, p.local.y)), shore)
    }

    /// Long stone slabs laid across a lane, hollowed and polished by feet, wet in places.
    private func cobble(_ p: Place, _ s: inout Surface) {
        let row = (p.world.z / 0.42).rounded(.down), shift = lattice(row, 1, 4) * 1.1
        let slab = ((p.world.x + shift) / 1.1).rounded(.down)
        let joint = min(toGrid(p.world.z, 0.42), toGrid(p.world.x + shift, 1.1))
        let wet = smoothstep(0.36, 0.62, cloud(p.world * 0.7, octaves: 3))
        let each = 0.7 + 0.5 * lattice(row, slab, 2), dirt = 0.75 + 0.5 * cloud(p.world * 5)
        s.albedo *= each * dirt * (1 - 0.45 * wet)
        let tilt = Vec(lattice(row, slab, 6) - 0.5, 0, lattice(slab, row, 7) - 0.5) * 0.03
        s.normal = rough(unit(p.normal + tilt), p.world * 9, 0.05)
        (s.f0, s.rough) = (0.045, 0.42 - 0.27 * wet)
        if joint < 0.012 { (s.albedo, s.f0) = (s.albedo * 0.3, 0.01) }
    }
}
