import Copy
import Diagnostics
import GeneratedPages
import Glibc
import Makeup
import Pages
import Press
import Printing
import TestSupport

/// What a page of a whole edition costs, by the number of its pages:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark daily
///
/// Its copy is generated, for so many tabloid pages, and shared out by the program (`pages: auto`): read from memory, set,
/// planned, painted and finished as a PDF, on one core. Memory is the most that the process has had so far, so the sizes
/// grow.
enum DailyBenchmark {
    private static let sizes = [1, 8, 16, 64]

    static func run(_ numbers: [Int]) throws {
        // Once unseen: the first run reads fonts and dictionaries from the disk.
        _ = try made(1)
        for pages in numbers.isEmpty ? sizes : numbers { try measure(pages) }
    }

    private static func made(_ pages: Int) throws -> (edition: Edition, made: Reported<MadeEdition>, seconds: Double) {
        let folder = try TemporaryFolder()
        let edition = try GeneratedDaily(seed: 1, pages: pages).edition(in: folder.path)
        let resources = Resources(layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
        let press = EditionPress(resources: resources, fonts: SampleFonts.open)
        let start = ProcessorTime.now
        let made = try press.make(edition)
        return (edition, made, ProcessorTime.now - start)
    }

    private static func measure(_ pages: Int) throws {
        let (edition, made, seconds) = try made(pages)
        let start = ProcessorTime.now
        let pdf = try PDFPrinter().print(made.value.document).value
        let printing = ProcessorTime.now - start
        let count = made.value.document.pages.count
        let errors = made.diagnostics.filter { $0.severity == .error }
        let lost = CopyAudit(edition, made.value.document.pages)
        print(
            "\(count) pages for \(pages): \(milliseconds(seconds, count)) ms a page made, "
                + "\(milliseconds(printing, count)) printed, \(milliseconds(seconds + printing, 1)) in all; "
                + "\(pdf.count / 1024) kB; memory \(peakMegabytes) MB; \(errors.count) errors, "
                + "\(lost.faults.count) faults, \(lost.absent.count) stories absent")
        if CommandLine.arguments.contains("-v") {
            for line in made.diagnostics { print("  \(line.severity.rawValue): \(line.message)") }
            for page in made.value.report.pages { print(page.summary) }
        }
    }

    private static var usage: rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage
    }

    private static var peakMegabytes: Int { usage.ru_maxrss / 1024 }

    private static func milliseconds(_ seconds: Double, _ pages: Int) -> Double {
        (seconds / Double(pages) * 10_000).rounded() / 10
    }
}
