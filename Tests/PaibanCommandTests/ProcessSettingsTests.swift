import Foundation
import TestSupport
import Testing

/// The environment does not change a page, and limits do not end the run.
@Suite(.waiting)
struct ProcessSettingsTests {
    private static let words = String(repeating: "沿江村的黄桃熟了，first Office afflict 合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。", count: 20)

    /// A page with Latin words, and a drawing whose colour depends on the reader's language.
    private func sample() throws -> TemporaryFolder {
        try TemporaryFolder([
            "day/edition.yaml": "date: 2023-06-21\npages: [{layout: small, copy: [copy/a.md]}]\n",
            "day/copy/a.md": "---\ntitle: 黄桃熟了\n---\n\n\(Self.words)\n",
            "day/layouts/small.yaml": """
            page: {size: A4}
            grid: {columns: 2, measure: 24字, gutter: 1.5字, leading: 13pt, rows: 54}
            furniture:
              m: {columns: 1-2, rows: 1-3, parts: [{image: plate.svg}]}

            """,
            "day/layouts/plate.svg": """
            <svg xmlns="http://www.w3.org/2000/svg" width="40" height="4"><switch>
            <rect systemLanguage="de" width="40" height="4" fill="red"/><rect width="9" height="4" fill="blue"/>
            </switch></svg>
            """,
        ])
    }

    @Test(
        .slow,
        arguments: [
            ["HB_SHAPER_LIST": "fallback"], ["FC_LANG": "ja", "FONTCONFIG_SYSROOT": "/nowhere", "FC_DEBUG": "1024"],
            ["FONTCONFIG_FILE": "/dev/null", "FONTCONFIG_PATH": "/nowhere"],
            ["PANGO_LANGUAGE": "ja:ko", "PANGOCAIRO_BACKEND": "none"], ["CAIRO_DEBUG_PDF": "1"],
            ["GDK_PIXBUF_MODULE_FILE": "/dev/null"], ["FREETYPE_PROPERTIES": "cff:no-stem-darkening=0"],
            ["RSVG_LOG": "1", "RUST_BACKTRACE": "full"], ["G_DEBUG": "fatal-warnings", "G_MESSAGES_DEBUG": "all"],
            ["GIO_EXTRA_MODULES": "/nowhere", "GIO_USE_VFS": "none"], ["PIXMAN_DISABLE": "fast sse2 ssse3 mmx"],
            ["TJ_PROGRESSIVE": "1", "TJ_OPTIMIZE": "1", "TJ_RESTART": "1"], ["ICU_DATA": "/nowhere"],
            ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"], ["XDG_DATA_DIRS": "/nowhere"],
        ])
    func variablesOfTheLibrariesDoNotMatter(_ environment: [String: String]) throws {
        let folder = try sample()
        var messages: [String] = []
        for (name, environment) in [("usual", [:]), ("odd", environment)] {
            for arguments in [
                ["build", "day", "--proof", "--press", "--photos", "cmyk", "-o", "\(name).pdf"],
                ["preview", "day", "-o", "\(name).png"],
            ] {
                let run = try ProgramRun(Checkout.program, arguments, in: folder.path, environment: environment)
                #expect(run.output == "")
                messages.append(run.errors)
            }
        }
        #expect(messages[0] == messages[2] && messages[1] == messages[3])
        for ending in ["pdf", "png"] {
            #expect(try folder.bytes(of: "usual.\(ending)") == folder.bytes(of: "odd.\(ending)"), "\(environment)")
        }
    }

    @Test func theDrawingsLanguageIsNotTheUsers() throws {
        let folder = try sample()
        for (name, language) in [("usual", "C"), ("german", "de_DE.UTF-8")] {
            _ = try ProgramRun(
                Checkout.program, ["preview", "day", "-o", "\(name).svg"], in: folder.path,
                environment: ["LC_ALL": language, "LANG": language, "HB_SHAPER_LIST": name])
        }
        #expect(try folder.text(of: "usual.svg") == folder.text(of: "german.svg"))
    }

    /// The signal SIGXFSZ would end the program, and leave half a file of an output that is written in place.
    @Test func aLimitToTheSizeOfFilesIsAnError() throws {
        let folder = try sample()
        for arguments in [
            "build day --proof -o a.pdf", "preview day -o a.png", "build day -o b.pdf --proof --report a.json",
        ] {
            let run = try ProgramRun(
                "/bin/sh", ["-c", "ulimit -f 1; exec \"$0\" \(arguments)", Checkout.program], in: folder.path,
                environment: ["XDG_CACHE_HOME": NSTemporaryDirectory() + "paiban-tests"])
            #expect(run.status == 1 && run.errors.contains("error: the file cannot be written: "), "\(run.errors)")
        }
        #expect(!folder.files.contains { !$0.hasPrefix("day/") && !$0.hasSuffix(".json") }, "\(folder.files)")
    }

    @Test func aPipeThatNobodyReadsIsAnError() throws {
        let folder = try sample()
        mkfifo(folder.path("pipe"), 0o600)
        let run = try ProgramRun(
            "/usr/bin/timeout", ["30", Checkout.program, "build", "day", "--proof", "-o", "pipe"], in: folder.path)
        #expect(run.status == 1 && run.errors.contains("pipe: error: the pipe cannot be written"), "\(run.errors)")
    }

    // MARK: Names

    @Test func noDayFollowsTheLast() throws {
        let folder = try TemporaryFolder([
            "9999-12-31/edition.yaml": "date: 9999-12-31\nissue: 1\npages: [{layout: bulletin, copy: [copy]}]\n",
            "issue/edition.yaml": "date: 2023-06-21\nissue: \(Int.max)\npages: []\n",
        ])
        let run = try ProgramRun(Checkout.program, ["new", "next", "--from", "9999-12-31"], in: folder.path)
        #expect(run.status == 1 && run.errors.contains("error: no day that can be written follows 9999-12-31"))
        #expect(!folder.has("next"))
        let issue = try ProgramRun(Checkout.program, ["new", "next", "--from", "issue"], in: folder.path)
        #expect(issue.status == 1 && issue.errors.contains("error: no number follows"), "\(issue.errors)")
        let dated = try ProgramRun(
            Checkout.program, ["new", "next", "--from", "9999-12-31", "--date", "2024-01-02"], in: folder.path)
        #expect(dated.status == 0, "\(dated.errors)")
        #expect(try folder.text(of: "next/edition.yaml").hasPrefix("date: 2024-01-02\nissue: 2\n"))
    }

    @Test(arguments: ["a\nb", "a\u{2028}b", "a\tb", "..", "a/b", ""]) func aLayoutsNameIsOneLine(_ name: String) throws
    {
        let folder = try TemporaryFolder()
        let run = try ProgramRun(
            Checkout.program, ["layouts", "new", name, "--from", "bulletin"], in: folder.path)
        #expect(run.status == 2 && folder.files.isEmpty, "\(run.errors)")
    }

    /// A line end in the name of the raw copy would end the comment that names it.
    @Test func aFilesNameStaysInItsComment() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Checkout.seed + "/copy/front.txt", to: "a\nb: c.txt")
        #expect(try ProgramRun(Checkout.program, ["import", "a\nb: c.txt", "-o", "day"], in: folder.path).status == 0)
        #expect(try folder.text(of: "day/edition.yaml").hasPrefix("# Made from a b: c.txt. "))
        let read = try ProgramRun(Checkout.program, ["check", "day"], in: folder.path)
        #expect(!read.errors.contains("error"), "\(read.errors)")
    }
}
