import Glibc

/// Draws the photographs of the sample edition: `SeedPhotos FOLDER [WIDTH [SAMPLES [NAME]]]`. No camera was there and no
/// one's rights are touched; the same program draws the same pictures.
@main
struct SeedPhotos {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else {
            say("usage: SeedPhotos FOLDER [WIDTH [SAMPLES [NAME]]]")
            exit(2)
        }
        let width = arguments.count > 2 ? Int(arguments[2]) ?? 2000 : 2000
        let samples = arguments.count > 3 ? Int(arguments[3]) : nil
        for sitting in [Sitting.station, .workshop] where arguments.count < 5 || arguments[4] == sitting.name {
            let scene = sitting.scene(), tracer = Tracer(scene)
            say("\(sitting.name): \(scene.triangles.count) triangles")
            let height = Int(Float(width) / scene.camera.aspect)
            let film = await Film.expose(tracer, width: width, height: height, samples: samples ?? sitting.samples)
            let picture = sitting.development.print(film.denoised(passes: sitting.passes, trust: sitting.trust))
            try picture.writeJPEG(to: "\(arguments[1])/\(sitting.name).jpg", atMost: 440_000)
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
