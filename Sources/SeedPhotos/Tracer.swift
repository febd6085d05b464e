import Glibc

/// What the film gets of one sample: light, and the first surface's colour, direction and distance for the denoiser.
struct Exposure {
    var light: Vec = .zero, albedo = Vec(repeating: 1), normal: Vec = .zero
    var depth: Float = 1000
}

/// Follows light backwards: from the lens to surfaces, at each surface asking sun and lamps directly, then on along one
/// ray chosen by how the surface scatters.
struct Tracer: Sendable {
    let scene: Scene
    let tree: BVH
    /// Light that reaches a pixel by way of another surface is capped here, or single samples would stay as white dots.
    let cap: Float = 3
    /// Up to this roughness lamps are found by following the reflection, above it by asking them.
    let smooth: Float = 0.2

    init(_ scene: Scene) {
        self.scene = scene
        tree = BVH(points: scene.points, triangles: scene.triangles)
    }

    /// A ray on its way, and how much of what it finds reaches the film.
    private struct Path {
        var origin: Vec, direction: Vec
        var through = Vec(repeating: 1)
        var bounce = 0
    }

    func expose(_ x: Float, _ y: Float, _ dice: inout Dice) -> Exposure {
        let (origin, direction) = scene.camera.ray(x, y, lens: dice.pair())
        var exposure = Exposure(), mirrored: [Path] = []
        follow(Path(origin: origin, direction: direction), &dice, &exposure, &mirrored)
        while let path = mirrored.popLast() { follow(path, &dice, &exposure, &mirrored) }
        return exposure
    }

    /// Panes straight before the lens are followed both ways, by `mirrored`; elsewhere chance decides.
    private func follow(_ start: Path, _ dice: inout Dice, _ exposure: inout Exposure, _ mirrored: inout [Path]) {
        var (origin, direction, through, bounce) = (start.origin, start.direction, start.through, start.bounce)
        var noted = bounce > 0, seen = true, scattered = false, panes = 0, way: Float = 0
        while bounce < 6 {
            let hit = tree.hit(origin, direction)
            guard hit.triangle >= 0 else {
                if let day = scene.daylight { add(through * day.sky(direction), bounce, &exposure) }
                return
            }
            way += hit.t
            let point = origin + direction * hit.t
            let surface = surface(hit, point, direction, way)
            if bounce == 0, way > 1 {  // haze: some of the light of what lies far off is lost, and the air shines
                let clear = scene.clearness(origin, point)
                exposure.light += through * scene.haze * (1 - clear)
                through *= clear
            }
            if surface.emission != .zero {
                if seen { add(through * surface.emission, bounce, &exposure) }
                if surface.albedo == .zero { return }
            }
            let n = surface.normal, cosine = max(dot(n, -direction), 0.001)
            if surface.pane {
                let f = fresnel(cosine, surface.f0), reflected = 2 * f / (1 + f)
                panes += 1
                if panes > 12 { return }
                if bounce == 0, panes < 4 {
                    mirrored.append(
                        Path(origin: point, direction: reflect(direction, n), through: through * reflected, bounce: 1))
                    through *= surface.albedo * (1 - reflected)
                } else if dice.next() < reflected {
                    direction = reflect(direction, n)
                    bounce += 1
                } else {
                    through *= surface.albedo
                }
                origin = point
                continue
            }
            if !noted { note(surface, way, &exposure); noted = true }
            let mirror = surface.rough <= smooth && !scattered
            gather(surface, point, -direction, through, bounce, mirror, &dice, &exposure)
            let (onward, weight, diffuse) = scatter(surface, direction, cosine, &dice)
            scattered = scattered || diffuse || !mirror
            seen = !scattered
            through *= weight
            let strongest = through.max()
            if bounce > 2 {
                if dice.next() > strongest { return }
                through /= min(strongest, 1)
            }
            if strongest < 0.002 { return }
            (origin, direction) = (point + n * (dot(onward, n) > 0 ? 0.0005 : -0.0005), onward)
            bounce += 1
        }
    }

    private func add(_ light: Vec, _ bounce: Int, _ exposure: inout Exposure) {
        let brightest = light.max()
        let limit = bounce == 0 ? 60 : cap
        exposure.light += brightest > limit ? light * (limit / brightest) : light
    }

    private func note(_ surface: Surface, _ way: Float, _ exposure: inout Exposure) {
        exposure.albedo = surface.metal ? Vec(repeating: 1) : surface.albedo
        exposure.normal = surface.normal
        exposure.depth = way
    }

    /// Light that comes to a surface straight from sun and lamps.
    private func gather(
        _ s: Surface, _ point: Vec, _ view: Vec, _ through: Vec, _ bounce: Int, _ mirror: Bool, _ dice: inout Dice,
        _ exposure: inout Exposure
    ) {
        let n = s.normal, start = point + n * 0.001, diffuse = s.metal ? .zero : s.albedo
        if let day = scene.daylight {
            let (u, v) = dice.pair(), l = day.ray(u, v), nl = dot(n, l)
            let front = (diffuse * (1 - s.leak) / .pi + gloss(s, n, view, l)) * nl
            let lit = nl > 0 ? front : diffuse * (s.leak * -nl / .pi)
            if lit.max() > 0.0001 {
                let open = clearance(nl > 0 ? start : point - n * 0.001, l, .infinity)
                if open.max() > 0 { add(through * lit * day.sunlight * open, bounce, &exposure) }
            }
        }
        if !scene.lamps.isEmpty, diffuse != .zero || !mirror {
            add(through * lamplight(s, start, view, diffuse, mirror, &dice), bounce, &exposure)
        }
    }

    /// Where the path goes on, how much goes there, and whether it was scattered by the colour under the gloss.
    private func scatter(
        _ s: Surface, _ direction: Vec, _ cosine: Float, _ dice: inout Dice
    ) -> (onward: Vec, weight: Vec, diffuse: Bool) {
        let n = s.normal, (t, b) = tangents(n)
        let f = fresnel(cosine, s.f0) * (1 - 0.6 * s.rough), chance = s.f0 == 0 ? 0 : s.metal ? 1 : clamp(f, 0.04, 0.95)
        let shiny = s.metal || dice.next() < chance
        let (u, v) = dice.pair(), angle = 2 * Float.pi * v
        if shiny {
            let a = s.rough * s.rough, tilt = ((1 - u) / (1 + (a * a - 1) * u)).squareRoot()
            let side = (1 - tilt * tilt).squareRoot()
            let out = reflect(direction, t * (cos(angle) * side) + b * (sin(angle) * side) + n * tilt)
            guard dot(out, n) > 0 else { return (n, .zero, false) }
            return (out, s.metal ? s.albedo : Vec(repeating: f / chance), false)
        }
        let r = u.squareRoot(), out = unit(t * (r * cos(angle)) + b * (r * sin(angle)) + n * (1 - u).squareRoot())
        let weight = s.albedo * ((1 - f) / (1 - chance))
        if s.leak > 0, dice.next() < s.leak { return (out - n * (2 * dot(out, n)), weight, true) }
        return (out, weight, true)
    }

    /// One lamp of ten looked at, chosen by how much it might give.
    private func lamplight(
        _ s: Surface, _ p: Vec, _ view: Vec, _ diffuse: Vec, _ mirror: Bool, _ dice: inout Dice
    ) -> Vec {
        var chosen = 0, at = Vec.zero, weight: Float = 0, total: Float = 0
        let looks = 10
        for _ in 0..<looks {
            let i = min(Int(dice.next() * Float(scene.lamps.count)), scene.lamps.count - 1), lamp = scene.lamps[i]
            let q = lamp.corner + lamp.u * dice.next() + lamp.v * dice.next(), d = q - p, far = dot(d, d)
            let w =
                max(dot(s.normal, d), 0) * max(-dot(lamp.normal, d), 0) / (far * far) * lamp.area
                * luminance(lamp.radiance)
            total += w
            if w > 0, dice.next() * total < w { (chosen, at, weight) = (i, q, w) }
        }
        guard weight > 0 else { return .zero }
        let lamp = scene.lamps[chosen], d = at - p, far = length(d), l = d / far
        let open = clearance(p, l, far - 0.01)
        guard open.max() > 0 else { return .zero }
        let share = min(total * Float(scene.lamps.count) / Float(looks), 30)
        let lit = diffuse / .pi + (mirror ? .zero : gloss(s, s.normal, view, l))
        return lit * lamp.radiance / luminance(lamp.radiance) * open * share
    }

    /// How much light comes through: nothing past a solid thing, most of it past panes.
    private func clearance(_ from: Vec, _ direction: Vec, _ limit: Float) -> Vec {
        var open = Vec(repeating: 1), origin = from, left = limit
        for _ in 0..<5 {
            let hit = tree.hit(origin, direction, limit: left, any: true)
            guard hit.triangle >= 0 else { return open }
            let object = scene.objects[Int(scene.triangles[Int(tree.order[Int(hit.triangle)])].w)]
            guard object.material.isPane else { return .zero }
            open *= object.tint * 0.9
            origin += direction * (hit.t + 0.001)
            left -= hit.t + 0.001
        }
        return .zero
    }

    /// The sun's glint (GGX).
    private func gloss(_ s: Surface, _ n: Vec, _ v: Vec, _ l: Vec) -> Vec {
        guard s.f0 > 0, s.rough > 0.05 else { return .zero }
        let rough = max(s.rough, 0.09), a = rough * rough, h = unit(v + l)
        let nh = max(dot(n, h), 0), nv = max(dot(n, v), 0.02), nl = max(dot(n, l), 0.02)
        let d = nh * nh * (a * a - 1) + 1, k = a / 2
        let peak = a * a / (.pi * d * d), shadow = 1 / ((nl * (1 - k) + k) * (nv * (1 - k) + k))
        let f = fresnel(max(dot(h, v), 0), s.f0)
        return (s.metal ? s.albedo : Vec(repeating: f)) * (peak * shadow / 4)
    }

    private func fresnel(_ cosine: Float, _ f0: Float) -> Float {
        let m = 1 - cosine, m2 = m * m
        return f0 + (1 - f0) * m2 * m2 * m
    }

    private func surface(_ hit: Hit, _ point: Vec, _ direction: Vec, _ way: Float) -> Surface {
        let t = scene.triangles[Int(tree.order[Int(hit.triangle)])], object = scene.objects[Int(t.w)]
        let (a, b, c) = (Int(t.x), Int(t.y), Int(t.z))
        var flat = unit(cross(scene.points[b] - scene.points[a], scene.points[c] - scene.points[a]))
        var n = unit(scene.normals[a] * (1 - hit.u - hit.v) + scene.normals[b] * hit.u + scene.normals[c] * hit.v)
        if dot(flat, direction) > 0 { flat = -flat }
        if dot(n, flat) < 0 { n = -n }
        let place = Place(
            local: object.turn.back(point - object.origin), world: point, normal: object.turn.back(n), way: way)
        var surface = object.surface(at: place)
        surface.normal = unit(object.turn.out(surface.normal))
        if dot(surface.normal, direction) > -0.02 {
            surface.normal = unit(surface.normal - direction * (dot(surface.normal, direction) + 0.02))
        }
        return surface
    }
}
