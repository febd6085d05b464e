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
/// planned, painted and finished as a PDF, on one core. Each edition is made in a process of its own, so that memory is its
/// own, too.
enum DailyBenchmark {
    private static let sizes = [1, 8, 16, 64]

    static func run(_ numbers: [Int]) throws {
        for pages in numbers.isEmpty ? sizes : numbers { try measure(pages) }
    }

    private static func measure(_ pages: Int) throws {
        let folder = try TemporaryFolder()
        let edition = try GeneratedDaily(seed: 1, pages: pages).edition(in: folder.path)
        let resources = Resources(layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
        let press = EditionPress(resources: resources, fonts: SampleFonts.open)
        let start = ProcessorTime.now
        let made = try press.make(edition)
        let planned = ProcessorTime.now
        let pdf = try PDFPrinter().print(made.value.document).value
        let printed = ProcessorTime.now
        let count = made.value.document.pages.count
        let errors = made.diagnostics.filter { $0.severity == .error }
        let lost = CopyAudit(articles: edition.allotment?.articles ?? [], made.value.document.pages)
        print(
            "\(count) pages for \(pages): \(milliseconds(planned - start, count)) ms a page made, "
                + "\(milliseconds(printed - planned, count)) printed, \(milliseconds(printed - start, 1)) in all; "
                + "\(pdf.count / 1024) kB; memory \(peakMegabytes) MB; \(errors.count) errors, "
                + "\(lost.faults.count) faults, \(lost.absent.count) stories absent")
        let phases = made.value.report.pages.flatMap(\.phases)
        let sums = Dictionary(phases.map { ($0.name, $0.seconds) }, uniquingKeysWith: +)
        print(
            "  of that, a page: "
                + sums.sorted { $0.key < $1.key }.map { "\($0) \(milliseconds($1, count)) ms" }.joined(separator: ", "))
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
