import Foundation
import Press
import Printing
import TestSupport

@testable import Desk

/// From a save to the new picture, by phase:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark serving
///
/// A word of the sample edition's one page is changed again and again. The picture is the whole page in a window of
/// 1440 × 900; a browser shows it some milliseconds later.
enum ServingBenchmark {
    private static let saves = 30
    private static let height = 816.0

    static func run() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        try FileManager.default.copyItem(atPath: Checkout.seed, toPath: folder.path)
        let copy = try folder.text(of: "copy/front.txt")
        let resources: @Sendable (String) -> Resources = {
            Resources(edition: $0, program: Checkout.folder + "/paiban")
        }
        let live = LiveEdition(folder.path, resources: resources, jobs: 1), pictures = PictureProvider()
        let watcher = FolderWatcher(WatchedFolder.folders(of: folder.path, resources))
        var changes = watcher.changes.makeAsyncIterator()
        await live.refresh()
        var seconds: [String: [Double]] = [:], order: [String] = []
        func note(_ phase: String, _ time: Double) {
            if seconds[phase] == nil { order.append(phase) }
            seconds[phase, default: []].append(time)
        }
        let clock = ContinuousClock()
        for number in 0..<saves {
            let start = clock.now
            try folder.write(
                number.isMultiple(of: 2) ? copy.replacing("龙舟", with: "龙船", maxReplacements: 1) : copy,
                to: "copy/front.txt")
            _ = await changes.next()
            let noticed = clock.now
            await live.refresh()
            let made = clock.now
            guard let page = live.state.pages.first, let version = live.version(page.picture) else {
                return print("no page was made:", live.state.problems.map(\.message).joined(separator: "; "))
            }
            let scale = height / page.height
            let view = ScreenPrinter.View(x: 0, y: 0, width: Int(page.width * scale), height: Int(height), scale: scale)
            _ = try await pictures.picture(of: version, view)
            let drawn = clock.now
            note("noticing", start.duration(to: noticed) / .seconds(1))
            for phase in live.state.phases { note(phase.name, phase.seconds) }
            note("drawing", made.duration(to: drawn) / .seconds(1))
            note("from save to picture", start.duration(to: drawn) / .seconds(1))
        }
        for phase in order {
            let times = seconds[phase]!.sorted()
            print("\(phase): \(milliseconds(times[times.count / 2])) ms, at most \(milliseconds(times.last!))")
        }
    }

    private static func milliseconds(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }
}
