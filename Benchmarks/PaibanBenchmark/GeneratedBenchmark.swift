import Diagnostics
import GeneratedPages
import Makeup
import Pages
import Press
import Printing

/// Makes generated editions and reports the faults of their pages:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark generated 0 48
///
/// With --all, each seed is made in every form and with every character, not only in the forms that most editions have.
/// With -v, each page's dummy is printed, too. With --print FOLDER, the pages are written there as PDF; their photos
/// have no pixels.
enum GeneratedBenchmark {
    static func run(_ seeds: Range<Int>) throws {
        var pages = 0, filled = 0, reported = 0, unfilled = 0, faulty = 0
        var times: [Double] = []
        let isAll = CommandLine.arguments.contains("--all")
        let editions = isAll ? seeds.flatMap(GeneratedEdition.every) : GeneratedEdition.editions(seeds)
        for edition in editions {
            let start = ContinuousClock.now
            let result = try GeneratedResult(edition)
            let time = start.duration(to: .now).components
            times.append(Double(time.seconds) + Double(time.attoseconds) * 1e-18)
            pages += result.made.document.pages.count
            if result.isReported { reported += 1 } else if result.flaws.isEmpty { filled += 1 } else { unfilled += 1 }
            if !result.faults.isEmpty { faulty += 1 }
            let reports = result.made.report.pages
            let counts = reports.map { "\($0.stories.count)" }.joined(separator: "+")
            let white = reports.map { "\(($0.whiteShare * 1000).rounded() / 10)" }.joined(separator: "+")
            print(
                "\(edition): \(counts) stories, \(white) % white, \((times.last! * 1000).rounded()) ms"
                    + (result.isReported ? ", reported" : ""))
            if CommandLine.arguments.contains("-v") {
                for dummy in result.made.dummies { print(dummy) }
                for page in result.made.report.pages { print(page.summary) }
            }
            if let option = CommandLine.arguments.firstIndex(of: "--print") {
                let pdf = try PDFPrinter().print(result.made.document).value
                try OutputFile(CommandLine.arguments[option + 1] + "/\(edition).pdf").write(pdf)
            }
            for fault in result.faults { print("  FAULT \(fault)") }
            for flaw in result.flaws { print("  \(result.isReported ? "(flaw)" : "FLAW") \(flaw)") }
            for line in result.diagnostics where !line.message.contains("photo") {
                print("  \(line.severity.rawValue): \(line.message); \(line.hints.joined(separator: "; "))")
            }
        }
        times.sort()
        print(
            "\(editions.count) editions, \(pages) pages: \(filled) without a flaw, \(unfilled) with flaws, \(reported) with a report of too much or too little, \(faulty) with faults; median \((times[times.count / 2] * 1000).rounded()) ms, at most \((times.last! * 1000).rounded()) ms"
        )
    }
}
