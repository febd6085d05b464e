import TestSupport
import Testing

/// The progress of a long run is shown on a terminal only.
@Suite(.waiting)
struct ProgressTests {
    private func edition(pages: Int) throws -> TemporaryFolder {
        let layout = """
            page: {size: A4}
            grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 52}
            headlines: {1: {font: hei-heavy, sizes: [22pt, 20pt]}}
            areas:
              picture: |
                1-52  | 1 1 1 1

            """
        let text = String(repeating: "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。", count: 60)
        let list = String(repeating: "  - {layout: small, copy: [copy/N.md]}\n", count: pages).split(separator: "\n")
        var files = ["layouts/small.yaml": layout, "edition.yaml": "pages:\n"]
        for (index, line) in list.enumerated() {
            files["edition.yaml"]! += line.replacing("N", with: "\(index)") + "\n"
            files["copy/\(index).md"] = "---\ntitle: 黄桃熟了\n---\n\n\(text)\n"
        }
        return try TemporaryFolder(files)
    }

    /// Runs the program with a terminal for both outputs.
    private func onTerminal(_ arguments: String, in folder: TemporaryFolder) throws -> ProgramRun {
        try ProgramRun("/usr/bin/script", ["-qec", "\(Checkout.program) \(arguments)", "/dev/null"], in: folder.path)
    }

    @Test func aTerminalShowsTheNumberOfPagesMade() throws {
        let folder = try edition(pages: 5)
        let run = try onTerminal("build . -o a.pdf --jobs 1", in: folder)
        #expect(run.status == 0, "\(run.output)")
        let counts = (1...4).map { "\r\($0) of 5 pages" }.joined()
        // The line is erased before anything else is printed.
        #expect(run.output.hasPrefix(counts + "\r\u{1B}[K"), "\(run.output)")
        #expect(run.output.matches(of: /of 5 pages/).count == 4)
    }

    @Test func aPipeGetsNoProgress() throws {
        let folder = try edition(pages: 5)
        let run = try ProgramRun(Checkout.program, ["build", ".", "-o", "a.pdf"], in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(!(run.output + run.errors).contains("of 5 pages") && !run.errors.contains("\u{1B}"))
    }

    @Test func aShortRunShowsNoProgress() throws {
        let folder = try edition(pages: 3)
        let run = try onTerminal("build . -o a.pdf", in: folder)
        #expect(run.status == 0 && !run.output.contains("of 3 pages") && !run.output.contains("\u{1B}"))
    }
}
