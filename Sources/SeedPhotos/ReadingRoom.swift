import Glibc

extension Sitting {
    /// A reading room on a bright forenoon.
    static let reading = Sitting(
        name: "reading", scene: ReadingRoom.scene, samples: 8, passes: 4, trust: 4.5,
        development: Development(
            exposure: 1.9, balance: Vec(1.03, 1.0, 0.97), contrast: 0.7, saturation: 1.1, bloom: 0.06, grain: 0.006))
}

/// Windows at the left, shelves at the right and at the end.
private enum ReadingRoom {
    private static let left: Float = -5, right: Float = 5.2, end: Float = -15, high: Float = 3.6

    @Sendable static func scene() -> Scene {
        var scene = Scene(
            camera: Camera(
                position: Vec(0.3, 1.95, 1.4), heading: -1, width: 0.80, shift: -0.085, aspect: 1.5, focus: 7,
                aperture: 0.006),
            daylight: nil, sight: 600, haze: Vec(0.7, 0.72, 0.74))
        walls(&scene)
        windows(&scene)
        shelves(&scene)
        for row in 0..<4 {
            let z = -3.6 - Float(row) * 2.7
            table(&scene, Vec(-2.4, 0, z))
            table(&scene, Vec(1.5, 0, z))
        }
        readers(&scene)
        return scene
    }

    private static func walls(_ scene: inout Scene) {
        scene.add(.concrete, tint: Vec(0.50, 0.47, 0.42)) {
            $0.quad(Vec(left, 0, 4), Vec(right, 0, 4), Vec(right, 0, end), Vec(left, 0, end))
        }
        scene.add(.plaster, tint: Vec(0.84, 0.82, 0.77)) {
            $0.quad(Vec(left, high, end), Vec(right, high, end), Vec(right, high, 4), Vec(left, high, 4))
            $0.quad(Vec(left, 0, end), Vec(right, 0, end), Vec(right, high, end), Vec(left, high, end))
            $0.quad(Vec(left, 0, 4), Vec(left, 0, end), Vec(left, high, end), Vec(left, high, 4))
            $0.quad(Vec(right, 0, end), Vec(right, 0, 4), Vec(right, high, 4), Vec(right, high, end))
            $0.quad(Vec(left, 0, 4), Vec(left, high, 4), Vec(right, high, 4), Vec(right, 0, 4))
        }
        for row in 0..<5 {
            for x: Float in [-2.4, 1.5] {
                scene.add(
                    Lamp(
                        corner: Vec(x - 0.6, high - 0.5, -1.5 - Float(row) * 2.7), u: Vec(1.2, 0, 0),
                        v: Vec(0, 0, 0.16),
                        radiance: Vec(9, 8.2, 6.8)))
            }
        }
    }

    private static func windows(_ scene: inout Scene) {
        var frames = Mesh()
        for k in 0..<5 {
            let z = 1.6 - Float(k) * 3.4
            scene.add(
                Lamp(
                    corner: Vec(left + 0.03, 0.95, z), u: Vec(0, 0, -2.5), v: Vec(0, 2.2, 0),
                    radiance: Vec(6.2, 6.5, 6.8)))
            for i in 0...3 {
                let at = z - Float(i) * 2.5 / 3
                frames.block(Vec(left, 0.9, at - 0.04), Vec(left + 0.12, 3.2, at + 0.04))
            }
            for y: Float in [0.9, 2.4, 3.15] { frames.block(Vec(left, y, z - 2.5), Vec(left + 0.12, y + 0.08, z)) }
            frames.block(Vec(left, 0.8, z - 2.6), Vec(left + 0.3, 0.9, z + 0.1))
        }
        scene.add(frames, .paint, tint: Vec(0.62, 0.6, 0.56))
    }

    private static func shelves(_ scene: inout Scene) {
        var wood = Mesh(), books = Mesh()
        func bookcase(_ a: Vec, _ b: Vec) {
            books.block(a, b)
            let along = b - a, wide = abs(along.x) > abs(along.z), span = wide ? along.x : along.z
            for k in 0...Int(abs(span) / 1.0) {
                let p =
                    wide
                    ? Vec(a.x + Float(k) * (span > 0 ? 1 : -1), 0, 0) : Vec(0, 0, a.z + Float(k) * (span > 0 ? 1 : -1))
                if wide {
                    wood.block(Vec(p.x - 0.02, 0, min(a.z, b.z) - 0.02), Vec(p.x + 0.02, 2.56, max(a.z, b.z) + 0.03))
                } else {
                    wood.block(Vec(min(a.x, b.x) - 0.03, 0, p.z - 0.02), Vec(max(a.x, b.x) + 0.02, 2.56, p.z + 0.02))
                }
            }
            for k in 0...7 {
                let y = Float(k) * 0.36
                wood.block(
                    pmin(a, b) * Vec(1, 0, 1) + Vec(-0.02, y - 0.015, -0.02),
                    pmax(a, b) * Vec(1, 0, 1) + Vec(0.02, y + 0.02, 0.02))
            }
        }
        bookcase(Vec(right - 0.32, 0, -0.5), Vec(right, 2.5, end + 0.2))
        bookcase(Vec(left + 0.4, 0, end), Vec(right - 0.4, 2.5, end + 0.32))
        scene.add(books, .books, seed: 4)
        scene.add(wood, .timber, tint: Vec(0.42, 0.26, 0.13), seed: 2)
    }

    /// A reading table, closed in front, with a lamp, an open book and a pile.
    private static func table(_ scene: inout Scene, _ at: Vec) {
        scene.add(.paint, tint: Vec(0.58, 0.40, 0.23), at: at) {
            $0.block(Vec(-1.35, 0.72, -0.45), Vec(1.35, 0.77, 0.45))
            $0.block(Vec(-1.3, 0, 0.32), Vec(1.3, 0.72, 0.36))
            for x: Float in [-1.3, 1.24] { $0.block(Vec(x, 0, -0.4), Vec(x + 0.06, 0.72, 0.36)) }
        }
        var pages = Mesh(), covers = Mesh()
        for x: Float in [-0.66, 0.66] {
            for side: Float in [-1, 1] {
                pages.quad(
                    Vec(x, 0.785, -0.02), Vec(x, 0.785, -0.3), Vec(x + side * 0.2, 0.80, -0.3),
                    Vec(x + side * 0.2, 0.80, -0.02))
            }
        }
        for k in 0..<3 {
            let y = 0.77 + Float(k) * 0.04, slip = 0.02 * Float(k % 2)
            covers.block(Vec(-0.13 + slip, y, -0.1), Vec(0.12 + slip, y + 0.008, 0.09))
            covers.block(Vec(-0.13 + slip, y + 0.03, -0.1), Vec(0.12 + slip, y + 0.038, 0.09))
            pages.block(Vec(-0.12 + slip, y + 0.008, -0.1), Vec(0.11 + slip, y + 0.03, 0.085))
        }
        scene.add(pages, .paper, at: at, tint: Vec(0.8, 0.79, 0.75))
        scene.add(
            covers, .paint, at: at,
            tint: fraction(scatter(UInt32(at.x + 10 - at.z))) < 0.5 ? Vec(0.45, 0.08, 0.06) : Vec(0.07, 0.2, 0.3))
    }

    private static func readers(_ scene: inout Scene) {
        var chance = Chance(6)
        for row in 0..<4 {
            for (x, seat) in [(Float(-3.06), 0), (-1.74, 1), (0.84, 2), (2.16, 3)] where (row * 4 + seat * 3) % 5 != 1 {
                let child = chance.next() < 0.45
                var reader = Figure(
                    elbow: (78, 74), raise: (22, 26), lean: 8, bow: 34, height: child ? 1.36 : chance.between(1.6, 1.74)
                )
                reader.shirt = chance.pick([
                    Vec(0.72, 0.70, 0.66), Vec(0.16, 0.26, 0.45), Vec(0.62, 0.2, 0.16), Vec(0.68, 0.56, 0.22),
                    Vec(0.22, 0.36, 0.30),
                    Vec(0.66, 0.42, 0.44),
                ])
                (reader.sleeves, reader.features) = (chance.next() < 0.4, row < 2)
                // Who sits shows above the table's edge.
                let sunk: Float = child ? -0.22 : -0.42
                reader.stand(
                    in: &scene, at: Vec(x, sunk, -3.6 - Float(row) * 2.7 - 0.72), turn: chance.between(-8, 8),
                    cell: row < 2 ? 0.009 : 0.014)
            }
        }
        for (x, z, turn) in [(Float(4.2), Float(-4.6), Float(92)), (4.1, -9.2, 75), (0.2, -14.0, 180)] {
            var seeker = Figure(elbow: (70, 30), raise: (60, 10), lean: 0, height: 1.64)
            seeker.shirt = chance.pick([Vec(0.60, 0.58, 0.54), Vec(0.20, 0.30, 0.42)])
            seeker.longHair = z < -5
            seeker.stand(in: &scene, at: Vec(x, 0, z), turn: turn, cell: 0.011)
        }
    }
}
