import Glibc

/// Draws the photographs of the sample editions: `SeedPhotos SERIES FOLDER [LONG-SIDE [SAMPLES [NAME]]]`. No camera was
/// there and no one's rights are touched; the same program draws the same pictures.
@main
struct SeedPhotos {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2, let series = Series.all.first(where: { $0.name == arguments[1] }) else {
            let names = Series.all.map(\.name).joined(separator: "|")
            say("usage: SeedPhotos \(names) FOLDER [LONG-SIDE [SAMPLES [NAME]]]")
            exit(2)
        }
        let longSide = arguments.count > 3 ? Int(arguments[3]) ?? series.longSide : series.longSide
        let samples = arguments.count > 4 ? Int(arguments[4]) : nil
        for sitting in series.sittings where arguments.count < 6 || arguments[5] == sitting.name {
            let scene = sitting.scene(), tracer = Tracer(scene)
            say("\(sitting.name): \(scene.triangles.count) triangles")
            let aspect = scene.camera.aspect
            let width = aspect > 1 ? longSide : Int(Float(longSide) * aspect)
            let film = await Film.expose(
                tracer, width: width, height: Int(Float(width) / aspect), samples: samples ?? sitting.samples)
            let picture = sitting.development.print(film.denoised(passes: sitting.passes, trust: sitting.trust))
            try picture.writeJPEG(to: "\(arguments[2])/\(sitting.name).jpg", atMost: series.bytes)
        }
    }

    private static func say(_ words: String) { _ = (words + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) } }
}

/// One photograph: what stood before the camera, how long it was exposed and how it was developed.
struct Sitting: Sendable {
    var name: String
    var scene: @Sendable () -> Scene
    var samples: Int
    var passes = 3, trust: Float = 3
    var development: Development
}
