import Copy
import Diagnostics
import Fonts
import GeneratedPages
import Pages
import Press
import Printing
import TestSupport

/// What the whole run costs beside plainly shaping and painting the same glyphs, in one process:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark whole
///
/// The run reads the copy, opens the fonts, sets, plans, paints and finishes the PDF with its photos; see `PlainPrint` for
/// what it is held against. Both are counted in processor time, the least of some turns taken in alternation.
enum WholeRunBenchmark {
    private static let turns = 9

    static func run() throws {
        try compare("the sample edition", turns: turns) { try EditionReader().read(Checkout.seed).value }
        let folder = try TemporaryFolder()
        let daily = try GeneratedDaily(seed: 1, pages: 64).edition(in: folder.path)
        try compare("64 generated pages", turns: 3) { daily }
    }

    private static func compare(_ name: String, turns: Int, _ read: () throws -> Edition) throws {
        var whole = Phases(), plain = Double.infinity, bytes = (whole: 0, plain: 0)
        var glyphs = 0, pages = 0
        for _ in 0..<turns {
            var clock = Phases.Clock()
            var phases = Phases()
            let edition = try read()
            phases.read = clock.lap()
            let resources = Resources(edition: edition.folder, layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
            let made = try EditionPress(resources: resources).make(edition).value
            phases.make = clock.lap()
            let pdf = try PDFPrinter().print(made.document).value
            phases.print = clock.lap()
            if phases.sum < whole.sum { whole = phases }
            let print = PlainPrint(of: made.document)
            (glyphs, pages, bytes.whole) = (print.glyphs, made.document.pages.count, pdf.count)
            _ = clock.lap()
            bytes.plain = print.print()
            plain = min(plain, clock.lap())
        }
        print("\(name): \(pages) pages, \(glyphs) glyphs")
        print("  whole run \(ms(whole.sum)) ms: reading \(ms(whole.read)), making \(ms(whole.make)), printing \(ms(whole.print)); \(bytes.whole / 1024) kB")
        print("  plainly shaped and painted \(ms(plain)) ms, \(bytes.plain / 1024) kB")
        print("  ratio \((whole.sum / plain * 100).rounded() / 100)")
    }

    private static func ms(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }

    private struct Phases {
        var read = Double.infinity
        var make = 0.0
        var print = 0.0
        var sum: Double { read + make + print }

        struct Clock {
            private var last = ProcessorTime.now

            /// Seconds since the lap before.
            mutating func lap() -> Double {
                defer { last = ProcessorTime.now }
                return ProcessorTime.now - last
            }
        }
    }
}
