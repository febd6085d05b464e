import Copy
import Concurrency
import Diagnostics
import GeneratedPages
import Glibc
import Makeup
import Pages
import Press
import Printing
import TestSupport

/// The time for an edition, by its number of pages:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark daily
///
/// The copy is generated for a number of tabloid pages, and the program allots them (`pages: auto`). The stories are
/// read from memory, typeset, planned, composed and printed as a PDF, on all cores. Memory is the peak of the process
/// so far, so the numbers of pages increase.
enum DailyBenchmark {
    private static let sizes = [1, 8, 16, 64]

    static func run(_ numbers: [Int]) throws {
        // An unmeasured run, which reads fonts and dictionaries from the disk.
        _ = try Day(1)
        var last: Day?
        for pages in numbers.isEmpty ? sizes : numbers {
            let day = try Day(pages)
            day.report(after: last)
            last = day
        }
    }

    /// An edition, made and printed.
    private struct Day {
        let edition: Edition
        let made: Reported<ComposedEdition>
        let bytes: Int
        let making: Timing
        let printing: Timing

        var count: Int { made.value.document.pages.count }

        init(_ pages: Int) throws {
            let folder = try TemporaryFolder()
            edition = try GeneratedDaily(seed: 1, pages: pages).edition(in: folder.path)
            let resources = Resources(layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
            let press = EditionPress(resources: resources, fonts: SampleFonts.open, jobs: Cores.count)
            var stopwatch = Timing.Stopwatch()
            made = try press.make(edition)
            making = stopwatch.lap()
            bytes = try PDFPrinter(jobs: Cores.count).print(made.value.document).value.count
            printing = stopwatch.lap()
            usleep(UInt32((DeferredRelease.delay + 0.3) * 1_000_000))
        }

        /// - Parameter last: an edition with fewer pages.
        func report(after last: Day?) {
            let cost = Int(made.value.report.pages.reduce(0) { $0 + $1.cost }) / count
            let errors = made.diagnostics.filter { $0.severity == .error }
            let lost = CopyAudit(edition, made.value.document.pages)
            print(
                "\(count) pages: \(bytes / 1024) kB; memory \(peakMegabytes) MB; \(cost) units a page; "
                    + "\(errors.count) errors, \(lost.faults.count) faults, \(lost.absent.count) stories absent")
            report("by the clock", after: last, \.clock)
            report("in processor time", after: last, \.processor)
            if CommandLine.arguments.contains("-v") {
                for line in made.diagnostics { print("  \(line.severity.rawValue): \(line.message)") }
                for page in made.value.report.pages { print(page.summary) }
            }
        }

        private func report(_ what: String, after last: Day?, _ time: KeyPath<Timing, Double>) {
            let sum = making[keyPath: time] + printing[keyPath: time]
            let each = last.map { last in
                (sum - last.making[keyPath: time] - last.printing[keyPath: time]) / Double(max(1, count - last.count))
            }
            print(
                "  \(what): \(milliseconds(sum)) ms, made \(milliseconds(making[keyPath: time])), printed "
                    + "\(milliseconds(printing[keyPath: time]))"
                    + (each.map { "; \(milliseconds($0)) for each page more" } ?? ""))
        }
    }

    private static var usage: rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage
    }

    private static var peakMegabytes: Int { usage.ru_maxrss / 1024 }

    private static func milliseconds(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }
}
