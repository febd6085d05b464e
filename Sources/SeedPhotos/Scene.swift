import Glibc

/// One mesh put in its place, with what it is made of.
struct Object {
    var material: Material
    var origin: Vec
    var turn: Turn
    var tint: Vec
    var accent: Vec
    var seed: Float
}

/// A bright rectangle: lamp, window or skylight.
struct Lamp {
    var corner: Vec, u: Vec, v: Vec
    var radiance: Vec
    var normal: Vec { unit(cross(u, v)) }
    var area: Float { length(cross(u, v)) }
}

/// Mist that lies in a valley: how far one sees in it (metres, where it is thickest), and how fast it thins upwards.
struct Mist {
    var level: Float, depth: Float, sight: Float

    /// How much of it light passes on its way, in parts of what takes 63 % of it.
    func thickness(_ a: Vec, _ b: Vec) -> Float {
        func density(_ y: Float) -> Float { exp(-max(y - level, 0) / depth) }
        // Banks: nowhere is mist even.
        let bank = 0.35 + 1.3 * cloud(Vec(b.x, b.y * 3, b.z) * (0.6 / depth), octaves: 3)
        return length(b - a) / sight * (density(a.y) + 4 * density((a.y + b.y) / 2) + density(b.y)) / 6 * bank
    }
}

/// What is in front of the lens.
struct Scene {
    var camera: Camera
    var daylight: Daylight?
    /// The air between: how far one sees (metres to 63 % haze) and its colour.
    var sight: Float, haze: Vec
    var mist: Mist?
    private(set) var objects: [Object] = []
    private(set) var lamps: [Lamp] = []
    private(set) var points: [Vec] = [], normals: [Vec] = []
    private(set) var triangles: [SIMD4<Int32>] = []

    init(camera: Camera, daylight: Daylight?, sight: Float, haze: Vec) {
        (self.camera, self.daylight, self.sight, self.haze) = (camera, daylight, sight, haze)
    }

    /// The share of light that comes through the air from one point to another.
    func clearness(_ a: Vec, _ b: Vec) -> Float {
        exp(-length(b - a) / sight - (mist?.thickness(a, b) ?? 0))
    }

    mutating func add(
        _ mesh: Mesh, _ material: Material, at origin: Vec = .zero, turn: Float = 0, scale: Float = 1,
        tint: Vec = Vec(repeating: 0.5), accent: Vec = Vec(repeating: 0.5), seed: Float = 0
    ) {
        let base = Int32(points.count), mark = Int32(objects.count)
        objects.append(
            Object(material: material, origin: origin, turn: Turn(turn), tint: tint, accent: accent, seed: seed))
        let placed = mesh.placed(origin, turn: turn, scale: scale)
        points += placed.points
        normals += placed.normals
        triangles += placed.triangles.map { SIMD4($0.x + base, $0.y + base, $0.z + base, mark) }
    }

    mutating func add(
        _ material: Material, tint: Vec = Vec(repeating: 0.5), at origin: Vec = .zero, turn: Float = 0,
        _ build: (inout Mesh) -> Void
    ) {
        var mesh = Mesh()
        build(&mesh)
        add(mesh, material, at: origin, turn: turn, tint: tint)
    }

    /// A lamp gives light, and is seen unless something else shows where the light comes from.
    mutating func add(_ lamp: Lamp, seen: Bool = true) {
        lamps.append(lamp)
        guard seen else { return }
        var mesh = Mesh()
        mesh.quad(lamp.corner, lamp.corner + lamp.u, lamp.corner + lamp.u + lamp.v, lamp.corner + lamp.v)
        add(mesh, .lamp, tint: lamp.radiance)
    }
}
