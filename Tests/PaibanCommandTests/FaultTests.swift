import Foundation
import TestSupport
import Testing

/// Faults of the environment: a full disk, missing fonts, a killed process, concurrent runs, unusual clocks and locales.
/// The program writes a complete file or none, and reports errors.
@Suite(.waiting)
struct FaultTests {
    private static let sentence = "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。"

    private func sample(_ files: [String: String] = [:]) throws -> TemporaryFolder {
        try TemporaryFolder(
            [
                "day/edition.yaml": "date: 2023-06-21\npages: [{layout: small, copy: [one.md]}]\n",
                "day/layouts/small.yaml": """
                page: {size: A4}
                grid: {columns: 2, measure: 24字, gutter: 1.5字, leading: 13pt, rows: 54}
                headlines:
                  1: {font: hei-heavy, sizes: [22pt], below: 1}
                furniture:
                  folio: {foot: {height: 4mm, below: 3mm}, parts: {text: '{date} {lunar} 第{page}版'}}
                areas:
                  picture: |
                    1-29  | 1 1

                """,
                "day/one.md": "---\ntitle: 黄桃熟了\n---\n\n\(String(repeating: Self.sentence, count: 32))\n",
            ].merging(files) { $1 })
    }

    private func build(_ folder: TemporaryFolder, _ more: String..., environment: [String: String] = [:]) throws
        -> ProgramRun
    {
        try ProgramRun(Checkout.program, ["build", "day"] + more, in: folder.path, environment: environment)
    }

    @Test func aFullDeviceIsAnError() throws {
        let run = try build(try sample(), "-o", "/dev/full")
        #expect(run.status == 1)
        #expect(run.errors == "/dev/full: error: the file cannot be written: No space left on device\n")
    }

    /// Killed at any moment, the program leaves the old file or a complete new one, and no other files.
    @Test(.slow) func aKilledRunLeavesNoPartialFile() throws {
        let folder = try sample()
        #expect(try build(folder).status == 0)
        let complete = try folder.bytes(of: "day.pdf")
        let files = folder.files
        for moment in 0..<12 {
            try folder.write("%PDF-yesterday's", to: "day.pdf")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Checkout.program)
            process.arguments = ["build", "day"]
            process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
            try process.run()
            usleep(UInt32(moment * 25_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let left = try folder.bytes(of: "day.pdf")
            #expect(left == complete || left == Array("%PDF-yesterday's".utf8))
            #expect(folder.files == files)
        }
    }

    /// A JPEG is decoded for a PDF only to find damage, in an eighth of its size. This one has 144 megabytes of pixels.
    @Test(.slow) func aLargeJPEGTakesLittleMemory() throws {
        let folder = try sample(["day/one.md": "---\ntitle: 黄桃熟了\nphotos: [{file: p.jpg, caption: 桃}]\n---\n\n黄桃。\n"])
        let peaks = try [10, 1500].map { blocks in
            let photo = TinyJPEG(columns: blocks, rows: blocks, colour: { _, _ in [255] }).bytes
            try folder.write(photo, to: "day/photos/p.jpg")
            let run = try LimitedRun(
                Checkout.program, ["build", folder.path("day"), "-o", folder.path("day.pdf")],
                messages: folder.path("messages"), seconds: 300)
            #expect(run.status == 0)
            #expect(try !folder.text(of: "messages").contains("p.jpg"))
            #expect(try folder.bytes(of: "day.pdf").firstRange(of: photo) != nil)
            return run.megabytes
        }
        #expect(peaks[0] > 10 && peaks[1] < peaks[0] + 70, "\(peaks)")
    }

    @Test func concurrentRunsLeaveOneCompleteFile() throws {
        let folder = try sample()
        #expect(try build(folder, "-o", "alone.pdf").status == 0)
        let runs = (0..<4).map { _ in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Checkout.program)
            process.arguments = ["build", "day"]
            process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
            return process
        }
        for run in runs { try run.run() }
        for run in runs {
            run.waitUntilExit()
            #expect(run.terminationStatus == 0)
        }
        #expect(try folder.bytes(of: "day.pdf") == folder.bytes(of: "alone.pdf"))
        #expect(folder.files.filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".tmp") } == ["alone.pdf", "day.pdf"])
    }

    @Test(
        .slow,
        arguments: [
            ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
            ["TZ": "America/Adak", "LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "C", "LANG": "C", "LANGUAGE": "ja"],
            ["LC_ALL": "xx_XX.UTF-8", "TZ": "nonsense"], ["SOURCE_DATE_EPOCH": "0"],
            ["HOME": "/proc/nowhere", "TMPDIR": "/proc/nowhere"],
            ["XDG_CACHE_HOME": "/proc/nowhere", "HOME": ""],
        ])
    func clockLocaleAndHomeDoNotMatter(_ environment: [String: String]) throws {
        let folder = try sample()
        #expect(try build(folder, "-o", "usual.pdf").status == 0)
        let run = try build(folder, "-o", "odd.pdf", environment: environment)
        #expect(run.status == 0 && run.errors == "", "\(run.errors)")
        #expect(try folder.bytes(of: "odd.pdf") == folder.bytes(of: "usual.pdf"))
    }

    @Test func aBrokenFontIsReportedAndReplaced() throws {
        let folder = try sample(["day/fonts/broken.ttf": "no font", "day/fonts/more/empty.OTF": ""])
        let run = try build(folder)
        #expect(run.status == 0)
        let warnings = run.errors.split(separator: "\n").filter { $0.contains("warning") }
        #expect(warnings.count == 2)
        #expect(warnings.allSatisfy { $0.hasSuffix("warning: the font file cannot be read and is ignored") })
        #expect(warnings[0].contains("day/fonts/broken.ttf:") && warnings[1].contains("day/fonts/more/empty.OTF:"))
        #expect(
            try ProgramRun(Checkout.program, ["fonts", "--fonts", "day/fonts"], in: folder.path).errors.contains(
                "broken.ttf: warning"))
    }

    @Test func rolesWithoutFontsAreErrors() throws {
        let roles = ["song", "song-heavy", "hei", "hei-heavy", "kai", "fangsong", "latin"]
        let folder = try sample(["day/fonts/roles.yaml": roles.map { "\($0): [No Such Face]\n" }.joined()])
        let run = try build(folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("error: ") && run.errors.contains("hei-heavy"), "\(run.errors)")
        #expect(!folder.has("day.pdf"))
    }

    @Test(arguments: [
        ("", "day/edition.yaml:1:1: error: the edition has no pages"),
        ("pages: []\n", "day/edition.yaml:1:1: error: the edition has no pages"),
        ("date: 2023-06-21\n", "day/edition.yaml:1:1: error: the edition has no pages"),
    ])
    func anEmptyEditionIsAnError(_ edition: String, _ message: String) throws {
        let folder = try sample(["day/edition.yaml": edition])
        let run = try build(folder)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix(message))
        #expect(!folder.has("day.pdf"))
    }

    @Test func anEmptyStoryIsAnError() throws {
        for copy in ["", "\n\n", "---\n---\n"] {
            let run = try build(try sample(["day/one.md": copy]))
            #expect(run.status == 1)
            #expect(run.errors.contains("one.md:1:1: error: the story has no title"))
        }
    }
}
