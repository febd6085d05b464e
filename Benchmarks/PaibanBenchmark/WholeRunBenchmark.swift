import Copy
import Concurrency
import Diagnostics
import Fonts
import GeneratedPages
import Glibc
import Pages
import Press
import Printing
import TestSupport

/// What the whole run costs beside plainly shaping and painting the same glyphs, in one process:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark whole
///
/// The run reads the copy, opens the fonts, sets, plans, paints and finishes the PDF with its photos; see `PlainPrint` for
/// what it is held against. Both are counted by the clock, the run on as many cores as there are, as the program takes
/// them, and in processor time: the least of some turns taken in alternation.
enum WholeRunBenchmark {
    private static let turns = 9

    static func run() throws {
        try compare("the sample edition", turns: turns) { try EditionReader().read(Checkout.seed).value }
        let folder = try TemporaryFolder()
        let daily = try GeneratedDaily(seed: 1, pages: 64).edition(in: folder.path)
        try compare("64 generated pages", turns: turns) { daily }
    }

    private static func compare(_ name: String, turns: Int, _ read: () throws -> Edition) throws {
        var whole = Phases(), plain = Cost.endless, bytes = (whole: 0, plain: 0)
        var glyphs = 0, pages = 0
        for _ in 0..<turns {
            var meter = Cost.Meter()
            var phases = Phases()
            let edition = try read()
            phases.read = meter.lap()
            let resources = Resources(
                edition: edition.folder, layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
            let made = try EditionPress(resources: resources, jobs: Cores.count).make(edition).value
            phases.make = meter.lap()
            let pdf = try PDFPrinter(jobs: Cores.count).print(made.document).value
            phases.print = meter.lap()
            whole = whole.least(phases)
            // The program's own run is over by then; here it must not cost what comes next.
            usleep(UInt32((DeferredRelease.delay + 0.3) * 1_000_000))
            let print = PlainPrint(of: made.document)
            (glyphs, pages, bytes.whole) = (print.glyphs, made.document.pages.count, pdf.count)
            _ = meter.lap()
            bytes.plain = print.print()
            plain = plain.least(meter.lap())
        }
        print("\(name): \(pages) pages, \(glyphs) glyphs, \(Cores.count) cores")
        tell("by the clock", whole, plain, \.clock)
        tell("in processor time", whole, plain, \.processor)
        print("  \(bytes.whole / 1024) kB; plain \(bytes.plain / 1024) kB")
    }

    private static func tell(_ what: String, _ whole: Phases, _ plain: Cost, _ time: KeyPath<Cost, Double>) {
        let phases = [whole.read, whole.make, whole.print].map { $0[keyPath: time] }
        let sum = phases.reduce(0, +)
        print(
            "  \(what): ratio \((sum / plain[keyPath: time] * 100).rounded() / 100); reading \(ms(phases[0])) ms, "
                + "making \(ms(phases[1])), printing \(ms(phases[2])), in all \(ms(sum)); "
                + "plainly shaped and painted \(ms(plain[keyPath: time]))")
    }

    private static func ms(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }

    private struct Phases {
        var read = Cost.endless
        var make = Cost.endless
        var print = Cost.endless

        func least(_ other: Phases) -> Phases {
            Phases(read: read.least(other.read), make: make.least(other.make), print: print.least(other.print))
        }
    }
}
