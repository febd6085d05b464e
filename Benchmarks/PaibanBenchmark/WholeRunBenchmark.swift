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

/// The time of a whole run, compared with only shaping and painting the same glyphs in one process:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark whole
///
/// A run reads the copy, opens the fonts, typesets, plans, composes, and prints the PDF with its photos; `PlainPrint`
/// is the comparison. Times are measured on the clock, with all cores, and as processor time. The result is the minimum
/// of several alternating turns.
enum WholeRunBenchmark {
    private static let turns = 9

    static func run() throws {
        try compare("the sample edition", turns: turns) { try EditionReader().read(Checkout.seed).value }
        let folder = try TemporaryFolder()
        let daily = try GeneratedDaily(seed: 1, pages: 64).edition(in: folder.path)
        try compare("64 generated pages", turns: turns) { daily }
    }

    private static func compare(_ name: String, turns: Int, _ read: () throws -> Edition) throws {
        var whole = Phases(), plain = Timing.infinite, bytes = (whole: 0, plain: 0)
        var glyphs = 0, pages = 0
        for _ in 0..<turns {
            var stopwatch = Timing.Stopwatch()
            var phases = Phases()
            let edition = try read()
            phases.read = stopwatch.lap()
            let resources = Resources(
                edition: edition.folder, layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
            let made = try EditionPress(resources: resources, jobs: Cores.count).make(edition).value
            phases.make = stopwatch.lap()
            let pdf = try PDFPrinter(jobs: Cores.count).print(made.document).value
            phases.print = stopwatch.lap()
            whole = whole.min(phases)
            // The program ends here. The release of memory must not count in the next measurement.
            usleep(UInt32((DeferredRelease.delay + 0.3) * 1_000_000))
            let print = PlainPrint(of: made.document)
            (glyphs, pages, bytes.whole) = (print.glyphs, made.document.pages.count, pdf.count)
            _ = stopwatch.lap()
            bytes.plain = print.print()
            plain = plain.min(stopwatch.lap())
        }
        print("\(name): \(pages) pages, \(glyphs) glyphs, \(Cores.count) cores")
        report("by the clock", whole, plain, \.clock)
        report("in processor time", whole, plain, \.processor)
        print("  \(bytes.whole / 1024) kB; plain \(bytes.plain / 1024) kB")
    }

    private static func report(_ what: String, _ whole: Phases, _ plain: Timing, _ time: KeyPath<Timing, Double>) {
        let phases = [whole.read, whole.make, whole.print].map { $0[keyPath: time] }
        let sum = phases.reduce(0, +)
        print(
            "  \(what): ratio \((sum / plain[keyPath: time] * 100).rounded() / 100); reading \(ms(phases[0])) ms, "
                + "making \(ms(phases[1])), printing \(ms(phases[2])), in all \(ms(sum)); "
                + "plainly shaped and painted \(ms(plain[keyPath: time]))")
    }

    private static func ms(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }

    private struct Phases {
        var read = Timing.infinite
        var make = Timing.infinite
        var print = Timing.infinite

        func min(_ other: Phases) -> Phases {
            Phases(read: read.min(other.read), make: make.min(other.make), print: print.min(other.print))
        }
    }
}
