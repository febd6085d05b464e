/// A picture of linear light.
struct Picture: Sendable {
    var width: Int, height: Int
    var pixels: [Vec]
    subscript(x: Int, y: Int) -> Vec {
        pixels[min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)]
    }
}

/// What the exposures of a picture add up to.
struct Film: Sendable {
    var light: Picture, albedo: Picture, normal: Picture
    var depth: [Float]
    /// How uncertain each pixel's brightness still is: the variance of its mean.
    var doubt: [Float]

    /// Exposes `samples` times, rows shared out among tasks.
    static func expose(_ tracer: Tracer, width: Int, height: Int, samples: Int) async -> Film {
        struct Row: Sendable { var y: Int; var exposures: [Exposure]; var doubt: [Float] }
        var film = Film(width: width, height: height)
        await withTaskGroup(of: Row.self) { group in
            for y in 0..<height {
                group.addTask {
                    var row = Row(y: y, exposures: [], doubt: [])
                    for x in 0..<width {
                        var sum = Exposure(light: .zero, albedo: .zero, normal: .zero, depth: 0), squares: Float = 0
                        for sample in 0..<samples {
                            var dice = Dice(pixel: y * width + x, sample: sample)
                            let (dx, dy) = dice.pair()
                            let one = tracer.expose(
                                (Float(x) + dx) / Float(width), (Float(y) + dy) / Float(height), &dice)
                            // Compressed a little, so that one lamp seen at an edge does not outweigh its pixel.
                            sum.light += one.light / (1 + luminance(one.light) / 12)
                            sum.albedo += one.albedo
                            sum.normal += one.normal
                            sum.depth += one.depth
                            let brightness = luminance(one.light / (one.albedo + 0.02))
                            squares += brightness * brightness
                        }
                        let n = Float(samples)
                        let mean = Exposure(
                            light: sum.light / n, albedo: sum.albedo / n, normal: sum.normal / n, depth: sum.depth / n)
                        let brightness = luminance(mean.light / (mean.albedo + 0.02))
                        row.exposures.append(mean)
                        row.doubt.append(max(squares / n - brightness * brightness, 0) / n)
                    }
                    return row
                }
            }
            for await row in group {
                for (x, one) in row.exposures.enumerated() {
                    let i = row.y * width + x
                    film.light.pixels[i] = one.light
                    film.albedo.pixels[i] = one.albedo
                    film.normal.pixels[i] = one.normal
                    film.depth[i] = one.depth
                    film.doubt[i] = row.doubt[x]
                }
            }
        }
        return film
    }

    private init(width: Int, height: Int) {
        let blank = Picture(width: width, height: height, pixels: Array(repeating: .zero, count: width * height))
        (light, albedo, normal) = (blank, blank, blank)
        depth = Array(repeating: 0, count: width * height)
        doubt = depth
    }
}
