import Glibc

/// The station itself: a glazed hall between two towers of stone, a canopy before it, its name on the roof.
enum StationBuilding {
    private static let front: Float = -36

    static func put(in scene: inout Scene) {
        towers(&scene)
        hall(&scene)
        inside(&scene)
        canopy(&scene)
        name(&scene)
    }

    private static func towers(_ scene: inout Scene) {
        scene.add(.stone, tint: Vec(0.56, 0.50, 0.42)) {
            for x: Float in [-25, 13] {
                // Walls round tall slots of glass.
                $0.block(Vec(x, 0, front - 16), Vec(x + 11, 12.6, front - 0.6))
                for k in 0..<5 {
                    $0.block(Vec(x + Float(k) * 2.5, 0, front - 0.6), Vec(x + Float(k) * 2.5 + 1, 12.6, front))
                }
                for y: Float in [0, 4.1, 8.0, 11.4] {
                    $0.block(Vec(x, y, front - 0.6), Vec(x + 11, y + (y == 0 ? 1 : 1.1), front - 0.02))
                }
                $0.block(Vec(x - 0.15, 12.6, front - 16), Vec(x + 11.15, 12.95, front + 0.2))
            }
            $0.block(Vec(-30, 0, front - 14), Vec(-25, 7, front - 1))
        }
        scene.add(.dark, tint: Vec(0.02, 0.028, 0.03)) {
            for x: Float in [-25, 13] { $0.block(Vec(x + 0.5, 1, front - 0.62), Vec(x + 10.5, 11.4, front - 0.45)) }
        }
        scene.add(.steel, tint: Vec(0.3, 0.31, 0.32)) {
            for x: Float in [-25, 13] {
                for k in 0..<4 {
                    let left = x + Float(k) * 2.5 + 1
                    $0.block(Vec(left + 0.7, 1, front - 0.5), Vec(left + 0.77, 11.4, front - 0.4))
                    for y: Float in [2.6, 6.4, 9.9] {
                        $0.block(Vec(left, y, front - 0.5), Vec(left + 1.5, y + 0.06, front - 0.4))
                    }
                }
            }
            // Air conditioners, as everywhere.
            for x: Float in [-23.7, 19.9] { $0.block(Vec(x, 4.3, front), Vec(x + 0.9, 4.95, front + 0.4)) }
        }
    }

    private static func hall(_ scene: inout Scene) {
        var panes = Mesh(), frame = Mesh()
        panes.quad(Vec(-14, 0.3, 0), Vec(13, 0.3, 0), Vec(13, 9.6, 0), Vec(-14, 9.6, 0))
        scene.add(panes, .glazing, at: Vec(0, 0, front), tint: Vec(0.74, 0.84, 0.82), seed: 3)
        for k in 0...18 {
            frame.block(
                Vec(-14.04 + Float(k) * 1.5, 0.3, front - 0.05), Vec(-13.96 + Float(k) * 1.5, 9.6, front + 0.12))
        }
        for k in 1...4 {
            frame.block(Vec(-14, Float(k) * 2.2 - 0.03, front - 0.05), Vec(13, Float(k) * 2.2 + 0.04, front + 0.1))
        }
        for x: Float in [-5, -3.5, -2, 1, 2.5, 4] {  // door leaves
            frame.block(Vec(x - 0.06, 0.3, front), Vec(x + 0.06, 2.6, front + 0.14))
            frame.tube(Vec(x + 0.2, 1.1, front + 0.2), Vec(x + 0.2, 1.6, front + 0.2), 0.02)
        }
        scene.add(frame, .steel, tint: Vec(0.42, 0.43, 0.44))
        scene.add(.steel, tint: Vec(0.62, 0.63, 0.64)) {
            $0.block(Vec(-15.2, 9.6, front - 16), Vec(14.2, 10.5, front + 2.4))
        }
        scene.add(.concrete, tint: Vec(0.46, 0.45, 0.43)) {  // steps
            $0.block(Vec(-14, 0, front - 15), Vec(13, 0.3, front + 7.2))
            $0.block(Vec(-14, 0, front + 7.2), Vec(13, 0.15, front + 7.6))
        }
    }

    private static func inside(_ scene: inout Scene) {
        var wall = Mesh()
        wall.quad(Vec(-14, 0, 0), Vec(13, 0, 0), Vec(13, 9.5, 0), Vec(-14, 9.5, 0))
        scene.add(wall, .interior, at: Vec(0, 0.3, front - 12), tint: Vec(0.62, 0.58, 0.52))
        scene.add(.plaster, tint: Vec(0.7, 0.69, 0.66)) {
            $0.block(Vec(-14, 9.4, front - 12), Vec(13, 9.6, front - 0.1))
            $0.block(Vec(-14.1, 0, front - 12), Vec(-14, 9.6, front - 0.1))
            $0.block(Vec(13, 0, front - 12), Vec(13.1, 9.6, front - 0.1))
            for x: Float in [-9, -3.5, 2.5, 8] {
                $0.tube(Vec(x, 0.3, front - 5), Vec(x, 9.4, front - 5), 0.35, sides: 24)
            }
        }
        scene.add(.lightbox, tint: Vec(2.6, 2.5, 2.3)) {
            for k in 0..<9 {
                for row in 0..<3 {
                    $0.block(
                        Vec(-12.6 + Float(k) * 3, 9.3, front - 2.4 - Float(row) * 3.6),
                        Vec(-11.2 + Float(k) * 3, 9.38, front - 2.1 - Float(row) * 3.6))
                }
            }
        }
        scene.add(.paint, tint: Vec(0.12, 0.2, 0.35)) {  // rows of seats
            for k in 0..<6 {
                for row in 0..<2 {
                    let x = -12 + Float(k) * 4.1, z = front - 3 - Float(row) * 2.4
                    $0.block(Vec(x, 0.7, z), Vec(x + 2.6, 0.76, z + 0.5))
                    $0.block(Vec(x, 0.76, z), Vec(x + 2.6, 1.15, z + 0.06))
                }
            }
        }
    }

    private static func canopy(_ scene: inout Scene) {
        scene.add(.brushed, tint: Vec(0.6, 0.61, 0.62)) {
            for k in 0..<5 {
                $0.tube(
                    Vec(-11 + Float(k) * 5.25, 0.3, front + 6), Vec(-11 + Float(k) * 5.25, 4.9, front + 6), 0.2,
                    sides: 32)
            }
        }
        scene.add(.paint, tint: Vec(0.72, 0.72, 0.71)) {
            $0.block(Vec(-13, 5.0, front), Vec(12, 5.12, front + 7.2))
            for k in 0..<11 {
                $0.block(Vec(-12.5 + Float(k) * 2.4, 4.75, front), Vec(-12.35 + Float(k) * 2.4, 5.0, front + 7))
            }
        }
        scene.add(.paint, tint: Vec(0.03, 0.13, 0.36)) {
            $0.block(Vec(-13.1, 4.8, front + 7.2), Vec(12.1, 5.55, front + 7.35))
        }
        var board = Mesh(), frame = Mesh()
        board.quad(Vec(-4, -0.32, 0), Vec(4, -0.32, 0), Vec(4, 0.32, 0), Vec(-4, 0.32, 0))
        scene.add(board, .board, at: Vec(-0.5, 3.85, front + 6.9), tint: Vec(7, 0.5, 0.25))
        frame.block(Vec(-4.65, 3.45, front + 6.6), Vec(3.65, 4.25, front + 6.88))
        frame.block(Vec(-4, 4.25, front + 6.7), Vec(-3.9, 4.8, front + 6.8))
        frame.block(Vec(3, 4.25, front + 6.7), Vec(3.1, 4.8, front + 6.8))
        scene.add(frame, .paint, tint: Vec(0.03, 0.03, 0.035))
        scene.add(.lightbox, tint: Vec(3, 2.9, 2.7)) {
            for k in 0..<10 {
                $0.block(Vec(-11.4 + Float(k) * 2.4, 4.97, front + 3.4), Vec(-10.9 + Float(k) * 2.4, 4.99, front + 3.9))
            }
        }
    }

    /// 客运中心, each character's strokes as lines on a grid of ten by ten, y downward.
    private static let strokes = [
        "5,0 5.4,1.1|1,3.2 1.2,1.6 9,1.6 8.4,3|4.4,2.4 2,5.2|3.6,3.4 7,3.4 5.4,5.2 1,7.2|3.4,4.6 6,6 9.4,7|3,7.2 3,10|3,7.2 7.4,7.2 7.4,10|3,9.6 7.4,9.6",
        "4.6,1.4 8.8,1.4|3.8,4 9.6,4|6.2,4 4.6,7 8.4,6.6|7.6,5.2 9,7.6|1.2,1 2.4,2.2|0.6,4 2.4,4 2.4,7.6 0.6,9.4|2.2,8.2 4,9.6 9.8,9.6",
        "1.4,2.4 1.4,6.6|1.4,2.4 8.6,2.4 8.6,6.6|1.4,6.2 8.6,6.2|5,0 5,10",
        "1.6,5 0.8,8|3.2,3.4 3.4,8.4 4.4,9.4 7.2,9.4 7.8,7.4|4.6,1.8 5.8,4|7.8,4 9.2,6.6",
    ]

    private static func name(_ scene: inout Scene) {
        let size: Float = 0.27, foot: Float = 11.0, z = front + 1.6
        scene.add(.paint, tint: Vec(0.66, 0.02, 0.02)) { mesh in
            for (k, character) in strokes.enumerated() {
                let left = -7.6 + Float(k) * 4.0
                for stroke in character.split(separator: "|") {
                    let points = stroke.split(separator: " ").map { pair in
                        let xy = pair.split(separator: ",").map { Float($0)! }
                        return Vec(left + xy[0] * size, foot + (10 - xy[1]) * size, z)
                    }
                    for (a, b) in zip(points, points.dropFirst()) { mesh.append(bar(a, b)) }
                }
            }
        }
        scene.add(.steel, tint: Vec(0.3, 0.3, 0.3)) {
            for y: Float in [10.8, 12.2, 13.5] { $0.tube(Vec(-8.4, y, z - 0.25), Vec(8.2, y, z - 0.25), 0.04) }
            for k in 0..<12 {
                let x = -8.2 + Float(k) * 1.48
                $0.tube(Vec(x, 10.4, z - 0.25), Vec(x, 13.6, z - 0.25), 0.035)
                $0.tube(Vec(x, 10.4, z - 1.8), Vec(x, 13.2, z - 0.25), 0.03)
            }
        }
    }

    private static func bar(_ a: Vec, _ b: Vec) -> Mesh {
        let along = unit(b - a), across = Vec(-along.y, along.x, 0) * 0.17, depth = Vec(0, 0, 0.11), end = along * 0.12
        var mesh = Mesh()
        let ring = [a - end - across, b + end - across, b + end + across, a - end + across]
        mesh.quad(ring[0] + depth, ring[1] + depth, ring[2] + depth, ring[3] + depth)
        for i in 0..<4 {
            mesh.quad(ring[i] - depth, ring[(i + 1) % 4] - depth, ring[(i + 1) % 4] + depth, ring[i] + depth)
        }
        return mesh
    }
}
