import Glibc

/// Sun and sky. The sun is a small far disc, so shadows soften with distance; the sky carries thin cloud.
struct Daylight {
    /// Towards the sun, and what it sends (irradiance on a surface square to it).
    var sun: Vec, sunlight: Vec
    var zenith: Vec, horizon: Vec
    var cloudiness: Float
    /// The tangent of the sun's half angle; a little haze makes it more than nature's 0.0047.
    var spread: Float = 0.009

    func sky(_ d: Vec) -> Vec {
        let height = max(d.y, 0)
        var colour = mix(horizon, zenith, 1 - pow(1 - height, 3.2))
        let glow = max(dot(d, sun), 0)
        colour += Vec(1, 0.9, 0.75) * (0.35 * pow(glow, 6) + 0.8 * pow(glow, 60))
        if d.y > 0.01 {
            let plane = Vec(d.x, 0, d.z) / (d.y + 0.18)
            let c = cloud(plane * 1.7 + Vec(3.7, 0, 1.2), octaves: 6)
            let cover = smoothstep(0.62 - cloudiness * 0.3, 0.86 - cloudiness * 0.2, c) * smoothstep(0.01, 0.14, d.y)
            let bright = mix(Vec(1.5, 1.47, 1.45), Vec(1.0, 1.02, 1.08), smoothstep(0.55, 0.95, c))
            colour = mix(colour, bright, cover * 0.85)
        }
        return d.y < 0 ? mix(horizon, Vec(0.28, 0.27, 0.25), min(-d.y * 8, 1)) : colour
    }

    @inline(__always) func ray(_ u: Float, _ v: Float) -> Vec {
        let (s, t) = tangents(sun), r = u.squareRoot() * spread, a = 2 * Float.pi * v
        return unit(sun + (s * cos(a) + t * sin(a)) * r)
    }
}

/// A camera held level; `shift` moves the picture up like a view camera's front, so uprights stay upright.
struct Camera {
    var position: Vec
    /// Degrees to the right of straight ahead (-z).
    var heading: Float
    /// Width of the picture at one metre.
    var width: Float
    var shift: Float
    var aspect: Float
    var focus: Float, aperture: Float

    func ray(_ x: Float, _ y: Float, lens: (Float, Float)) -> (origin: Vec, direction: Vec) {
        let turn = Turn(-heading)
        let target = Vec((x - 0.5) * width, (0.5 - y) * width / aspect + shift, -1) * focus
        let r = lens.0.squareRoot() * aperture, a = 2 * Float.pi * lens.1
        let eye = Vec(cos(a) * r, sin(a) * r, 0)
        return (position + turn.out(eye), unit(turn.out(target - eye)))
    }
}
