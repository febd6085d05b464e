import Diagnostics
import Testing

struct ReporterTests {
    private func place(_ line: Int, _ file: String = "a.md") -> SourcePlace {
        SourcePlace(file: file, line: line, column: 1, excerpt: "line \(line)")
    }

    @Test func keepsFewEqualFaultsApart() {
        let reporter = Reporter()
        for line in 1...Reporter.mostEqual { reporter.error(at: place(line), "a fault") }
        #expect(reporter.diagnostics.map(\.place?.line) == Array(1...Reporter.mostEqual))
        #expect(reporter.diagnostics.allSatisfy { $0.message == "a fault" })
    }

    @Test func countsManyEqualFaults() {
        let reporter = Reporter()
        reporter.warning(at: place(1), "another")
        for line in 1...5000 {
            reporter.error(at: place(line), "a fault", hints: "hint \(line)")
            reporter.error(at: place(line), "a fault", hints: "hint \(line)")
        }
        reporter.error(at: place(1, "b.md"), "a fault")
        reporter.warning(at: place(1), "a fault")
        #expect(
            reporter.diagnostics.map(\.message) == [
                "another", "a fault (5000 times; the first is here)", "a fault", "a fault",
            ])
        #expect(reporter.diagnostics[1].place == place(1))
        #expect(reporter.diagnostics[1].hints == ["hint 1"])
    }

    /// The diagnostics of one step are reported again by the next.
    @Test func addsCountsOfSeveralSteps() {
        let first = (1...30).map { Diagnostic.error(at: place($0), "a fault") }
        let second = (101...140).map { Diagnostic.error(at: place($0), "a fault") }
        let all = (first.condensed + second.condensed + [.error(at: place(200), "a fault")]).condensed
        #expect(all.map(\.message) == ["a fault (71 times; the first is here)"])
        #expect(all.condensed == all)
    }

    @Test func countsManySimilarFaults() {
        let reporter = Reporter()
        for number in 1...5000 {
            reporter.error(at: place(number), "there is no file “x\(number).md” in line \(number)")
        }
        reporter.error(at: place(1), "there is no photo “x.md”")
        let diagnostics = reporter.diagnostics
        #expect(diagnostics.count == Reporter.mostSimilar + 2)
        #expect(diagnostics.dropLast(2).map(\.place?.line) == Array(1...Reporter.mostSimilar))
        #expect(diagnostics[200].message == "there is no file “x201.md” in line 201 (and 4799 more faults like this)")
        #expect(diagnostics[201].message == "there is no photo “x.md”")
        #expect(diagnostics.condensed == diagnostics)
        let more = (0..<10).map { Diagnostic.error(at: place(1), "there is no file “y\($0).md” in line 1") }
        #expect((diagnostics + more).condensed[200].message.contains("and 4809 more"))
    }

    /// A line of a megabyte that ten thousand diagnostics show.
    @Test func rendersManyFaultsOfALongLine() {
        let line = String(repeating: "图", count: 300_000)
        var renderer = DiagnosticRenderer()
        var bytes = 0
        for column in 1...10_000 {
            let place = SourcePlace(file: "a.md", line: 1, column: column, excerpt: line)
            bytes += renderer.rendered(.error(at: place, "fault \(column)")).utf8.count
        }
        #expect(bytes < 10_000 * 500)
    }

    @Test func controlsNoTerminal() {
        let place = SourcePlace(file: "a\u{1B}[2J.md", line: 1, column: 2, excerpt: "b\u{7}c")
        #expect(
            Diagnostic.error(at: place, "fault\u{9B}", hints: "hint\u{8}").rendered
                == "a\u{FFFD}[2J.md:1:2: error: fault\u{FFFD}\nb\u{FFFD}c\n ^\nhint: hint\u{FFFD}\n")
    }
}
