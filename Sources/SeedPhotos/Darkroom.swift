import Glibc

extension Film {
    /// Smooths the grain that few samples leave: wider and wider rings (à trous), each pixel taking from neighbours of
    /// the same surface and from brightness that differs no more than chance would make it. The texture is divided out
    /// before and multiplied in after, so it stays sharp.
    func denoised(passes: Int, trust: Float) -> Picture {
        let width = light.width, height = light.height
        var bright = zip(light.pixels, albedo.pixels).map { $0 / ($1 + 0.02) }
        var doubt = softened(self.doubt)
        let kernel: [Float] = [0.375, 0.25, 0.0625]
        for pass in 0..<passes {
            let step = 1 << pass
            var next = bright, nextDoubt = doubt
            for y in 0..<height {
                for x in 0..<width {
                    let i = y * width + x, here = luminance(bright[i]), n = normal.pixels[i], a = albedo.pixels[i]
                    let tolerance = 1 / (trust * doubt[i].squareRoot() + 0.002), reach = 1 / (0.01 * depth[i] + 0.02)
                    var sum = Vec.zero, sumDoubt: Float = 0, total: Float = 0
                    for dy in -2...2 {
                        for dx in -2...2 {
                            let u = x + dx * step, v = y + dy * step
                            guard u >= 0, v >= 0, u < width, v < height else { continue }
                            let j = v * width + u, da = albedo.pixels[j] - a, dn = normal.pixels[j] - n
                            let difference =
                                abs(luminance(bright[j]) - here) * tolerance + dot(dn, dn) * 12
                                + abs(depth[j] - depth[i]) * reach + dot(da, da) * 60
                            guard difference < 6 else { continue }
                            let w = kernel[abs(dx)] * kernel[abs(dy)] * exp(-difference)
                            sum += bright[j] * w
                            sumDoubt += doubt[j] * w * w
                            total += w
                        }
                    }
                    next[i] = sum / total
                    nextDoubt[i] = sumDoubt / (total * total)
                }
            }
            (bright, doubt) = (next, nextDoubt)
        }
        return Picture(width: width, height: height, pixels: zip(bright, albedo.pixels).map { $0 * ($1 + 0.02) })
    }

    private func softened(_ values: [Float]) -> [Float] {
        let width = light.width, height = light.height
        var soft = values
        for y in 0..<height {
            for x in 0..<width {
                var sum: Float = 0, n: Float = 0
                for v in max(y - 1, 0)...min(y + 1, height - 1) {
                    for u in max(x - 1, 0)...min(x + 1, width - 1) {
                        sum += values[v * width + u]
                        n += 1
                    }
                }
                soft[y * width + x] = sum / n
            }
        }
        return soft
    }
}

/// How the picture is developed.
struct Development: Sendable {
    var exposure: Float
    /// Multiplies red, green, blue: the white balance.
    var balance: Vec
    var contrast: Float
    var saturation: Float
    var bloom: Float
    var grain: Float

    func print(_ picture: Picture) -> Picture {
        var result = picture
        let glow = halo(picture)
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                let i = y * picture.width + x
                let dx = (Float(x) + 0.5) / Float(picture.width) - 0.5,
                    dy = (Float(y) + 0.5) / Float(picture.height) - 0.5
                var c = picture.pixels[i] * (1 - bloom) + glow[x, y] * bloom
                c *= exposure * balance * (1 - 0.45 * (dx * dx + dy * dy))
                c = Vec(filmic(c.x), filmic(c.y), filmic(c.z))
                let grey = luminance(c)
                c = Vec(repeating: grey) + (c - grey) * saturation
                let speck = fraction(scatter(UInt32(i))) + fraction(scatter(UInt32(i) &+ 0x51ED)) - 1
                c += speck * grain * (0.3 + grey * (1 - grey) * 2)
                result.pixels[i] = c
            }
        }
        return result.sharpened(0.25)
    }

    /// A film's curve: a soft shoulder to white (Hable), then contrast about middle grey, in sRGB's encoding.
    private func filmic(_ x: Float) -> Float {
        func curve(_ x: Float) -> Float {
            ((x * (0.15 * x + 0.05) + 0.004) / (x * (0.15 * x + 0.5) + 0.06)) - 0.02 / 0.3
        }
        let y = max(curve(max(x, 0) * 2) / curve(11.2), 0)
        let coded = y < 0.0031308 ? y * 12.92 : 1.055 * pow(y, 1 / 2.4) - 0.055
        return mix(coded, smoothstep(0, 1, coded), contrast)
    }

    /// The bright parts spread widely, as in any lens.
    private func halo(_ picture: Picture) -> Picture {
        let radius = max(picture.width / 60, 2)
        var wide = picture
        for _ in 0..<2 { wide = wide.smeared(radius, (1, 0)).smeared(radius, (0, 1)) }
        return wide
    }
}

extension Picture {
    /// A moving average along one direction.
    func smeared(_ radius: Int, _ d: (x: Int, y: Int)) -> Picture {
        var result = self
        let lines = d.x == 1 ? height : width, span = d.x == 1 ? width : height
        for line in 0..<lines {
            func at(_ k: Int) -> Vec { d.x == 1 ? self[k, line] : self[line, k] }
            var sum = Vec.zero
            for k in -radius...radius { sum += at(k) }
            for k in 0..<span {
                result.pixels[d.x == 1 ? line * width + k : k * width + line] = sum / Float(2 * radius + 1)
                sum += at(k + radius + 1) - at(k - radius)
            }
        }
        return result
    }

    func sharpened(_ amount: Float) -> Picture {
        let soft = smeared(1, (1, 0)).smeared(1, (0, 1))
        return Picture(width: width, height: height, pixels: zip(pixels, soft.pixels).map { $0 + ($0 - $1) * amount })
    }
}
