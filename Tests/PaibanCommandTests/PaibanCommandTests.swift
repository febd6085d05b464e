import Foundation
import TestSupport
import Testing

/// The built program: the files that it writes, its output and its exit status.
@Suite(.waiting)
struct PaibanCommandTests {
    static let subcommands = ["build", "preview", "serve", "new", "import", "check", "layouts", "fonts", "galley"]

    private func paiban(_ arguments: String..., in folder: TemporaryFolder? = nil) throws -> ProgramRun {
        try ProgramRun(Checkout.program, arguments, in: folder?.path)
    }

    /// A folder with a small edition of three pages in day/.
    private func sample(_ files: [String: String] = [:]) throws -> TemporaryFolder {
        func story(_ title: String) -> String {
            let sentence = "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。"
            return "---\ntitle: \(title)\n---\n\n\(String(repeating: sentence, count: 32))\n"
        }
        func page(_ story: String) -> String { "  - layout: small\n    copy: [copy/\(story).md]\n" }
        return try TemporaryFolder(
            [
                "day/edition.yaml": "pages:\n" + page("one") + page("two") + page("three"),
                "day/layouts/small.yaml": """
                page: {size: A4}
                grid: {columns: 2, measure: 24字, gutter: 1.5字, leading: 13pt, rows: 54}
                headlines:
                  1: {font: hei-heavy, sizes: [22pt], below: 1}
                furniture:
                  folio: {foot: {height: 4mm, below: 3mm}, parts: {text: '第{page}版'}}
                areas:
                  picture: |
                    1-29  | 1 1

                """,
                "day/copy/one.md": story("黄桃熟了"), "day/copy/two.md": story("大桥通车"), "day/copy/three.md": story("新路开工"),
            ].merging(files) { $1 })
    }

    private func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

    private func pages(of file: String) throws -> String? {
        let info = try ProgramRun("/usr/bin/env", ["pdfinfo", file]).output
        return info.split(separator: "\n").first { $0.hasPrefix("Pages:") }?.split(separator: " ").last.map(String.init)
    }

    // MARK: build

    @Test func buildNamesThePDFAfterTheEdition() throws {
        let folder = try sample()
        let run = try paiban("build", "day/", in: folder)
        #expect(run.status == 0)
        #expect(run.errors == "" && run.output == "", "nothing is printed on success")
        #expect(isPDF(try folder.bytes(of: "day.pdf")))
        #expect(try pages(of: folder.path("day.pdf")) == "3")
    }

    /// Cairo lists a picture once for each use on a page. qpdf warns of this, but not on the terminal.
    @Test func aPhotoShownTwiceOnAPageGivesNoWarning() throws {
        let edition = String(decoding: try Checkout.seedFile("edition.yaml"), as: UTF8.self)
        let folder = try TemporaryFolder(["edition.yaml": edition.replacing("workshop.jpg", with: "station.jpg")])
        for file in ["copy/front.txt", "photos/station.jpg"] {
            try folder.copy(Checkout.seed + "/" + file, to: file)
        }
        let run = try paiban("build", ".", "-o", "out.pdf", in: folder)
        #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    }

    @Test func buildInTheEditionsFolderNamesThePDFAfterIt() throws {
        let folder = try sample()
        let run = try ProgramRun(Checkout.program, ["build", "."], in: folder.path("day"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.has("day/day.pdf"))
    }

    @Test func outputNamesTheFile() throws {
        let folder = try sample()
        #expect(try paiban("build", "day", "-o", "out.pdf", in: folder).status == 0)
        #expect(folder.has("out.pdf") && !folder.has("day.pdf"))
    }

    @Test func pagesSelectsPages() throws {
        let folder = try sample()
        #expect(try paiban("build", "day", "--pages", "1,3", in: folder).status == 0)
        #expect(try pages(of: folder.path("day.pdf")) == "2")
        let beyond = try paiban("build", "day", "--pages", "2-4", in: folder)
        #expect(beyond.status == 1)
        #expect(beyond.errors == "error: there is no page 4: the edition has 3\n")
    }

    @Test func buildsRawCopyAsOnePage() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Checkout.seed + "/copy/front.txt", to: "front.txt")
        let run = try paiban("build", "front.txt", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(isPDF(try folder.bytes(of: "front.pdf")))
        // Raw copy has neither the paper's name nor a date, and two captions have no pictures.
        #expect(run.errors.contains("warning: the edition gives no {date}"))
        #expect(run.errors.contains("front.txt:"))
    }

    @Test func verboseDescribesThePages() throws {
        let run = try paiban("build", "day", "--verbose", "--pages", "1", in: try sample())
        #expect(run.output.contains("\n1  one  columns 1-2  rows 1-29  rank 1  22 pt in 1 line"))
        #expect(run.output.hasPrefix("1-29 | 1 1"))
    }

    @Test func twoRunsGiveTheSameBytes() throws {
        let folder = try sample()
        _ = try paiban("build", "day", "-o", "a.pdf", in: folder)
        _ = try paiban("build", "day", "-o", "b.pdf", in: folder)
        #expect(try folder.bytes(of: "a.pdf") == folder.bytes(of: "b.pdf"))
    }

    // MARK: errors

    @Test func errorsNameFileLineAndColumn() throws {
        let folder = try sample(["day/edition.yaml": "pages:\n  - layout: small\n    copy: [copy/oen.md]\n"])
        let run = try paiban("build", "day", in: folder)
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(
            run.errors == """
                day/edition.yaml:3:12: error: there is no file “copy/oen.md” in the edition
                    copy: [copy/oen.md]
                           ^
                hint: did you mean “copy/one.md”?

                """)
        #expect(!folder.has("day.pdf"))
    }

    @Test func anUnknownLayoutGetsASuggestion() throws {
        let folder = try sample(["day/edition.yaml": "pages:\n  - layout: smal\n    copy: [copy/one.md]\n"])
        let run = try paiban("build", "day", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("day/edition.yaml:2:13: error: there is no layout “smal”\n"))
        #expect(run.errors.contains("hint: did you mean “small”?\n"))
    }

    @Test func oversetTextIsPrintedOnlyWithProof() throws {
        let folder = try sample()
        try folder.write(
            try folder.text(of: "day/copy/one.md") + String(repeating: "还有很多话要说。", count: 60), to: "day/copy/one.md")
        let run = try paiban("build", "day", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("error: “黄桃熟了” is "))
        #expect(!folder.has("day.pdf"))
        let proof = try paiban("build", "day", "--proof", in: folder)
        #expect(proof.status == 1)
        #expect(folder.has("day.pdf"))
    }

    @Test func strictAllowsNoWarnings() throws {
        let folder = try sample()
        try folder.write(
            try folder.text(of: "day/layouts/small.yaml").replacing("第{page}版", with: "第{issue}期"),
            to: "day/layouts/small.yaml")
        #expect(try paiban("build", "day", "--strict", in: folder).status == 1)
        #expect(!folder.has("day.pdf"))
        let run = try paiban("build", "day", in: folder)
        #expect(run.status == 0)
        #expect(run.errors.contains("warning: the edition gives no {issue}"))
    }

    @Test(arguments: [
        ["biuld", "day"], ["--bogus"], ["build"], ["build", "day", "--pags", "1"], ["build", "day", "--pages", "3-1"],
        ["build", "day", "--strict", "--proof"], ["build", "day", "--layouts", "nowhere"],
        ["preview", "day", "--page", "0"],
        ["preview", "day", "--page", "one"], ["preview", "day", "-o", "a.gif"], ["preview", "day", "--dpi", "1"],
        ["import", "front.txt"], ["fonts", "--fonts", "nowhere"], ["galley", "a.txt", "--profile", "gb"],
    ])
    func wrongUsageHasStatusTwo(_ arguments: [String]) throws {
        let folder = try sample()
        let files = folder.files
        let run = try ProgramRun(Checkout.program, arguments, in: folder.path)
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("Error: "))
        #expect(folder.files == files)
    }

    @Test func anUnknownSubcommandGetsASuggestion() throws {
        #expect(try paiban("biuld").errors.hasPrefix("Error: there is no subcommand “biuld”; did you mean “build”?\n"))
    }

    // MARK: complete files or none

    @Test func aFailedWriteLeavesNoFiles() throws {
        let folder = try sample(["out.pdf/keep.txt": "a folder in place of the file"])
        let files = folder.files
        let run = try paiban("build", "day", "-o", "out.pdf", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("out.pdf: error: the file cannot be written: "))
        #expect(folder.files == files)
    }

    @Test(arguments: ["day.pdf", "day-1.png", "new"])
    func aReadOnlyFolderIsUnchanged(_ target: String) throws {
        let folder = try sample(["locked/keep.txt": ""])
        try folder.copy(Checkout.seed + "/copy/front.txt", to: "front.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path("locked"))
        defer {
            try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("locked"))
        }
        let arguments =
            switch target {
            case "day.pdf": ["build", "day", "-o", "locked/" + target]
            case "new": ["import", "front.txt", "-o", "locked/" + target]
            default: ["preview", "day", "-o", "locked/" + target]
            }
        let files = folder.files
        let run = try ProgramRun.withoutPrivileges(Checkout.program, arguments, in: folder.path)
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.errors.hasPrefix("locked"))
        #expect(folder.files == files)
        #expect(!folder.has("locked/new"))
    }

    @Test func aFullDiskLeavesOnlyTheOldFile() throws {
        let folder = try sample(["day.pdf": "%PDF-yesterday's"])
        let files = folder.files
        // Writing more than eight blocks fails as on a full disk.
        let run = try ProgramRun(
            "/bin/sh", ["-c", "ulimit -f 8; exec \"$0\" build day", Checkout.program], in: folder.path,
            environment: ["XDG_CACHE_HOME": NSTemporaryDirectory() + "paiban-tests"])
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("day.pdf: error: the file cannot be written: "))
        #expect(try folder.text(of: "day.pdf") == "%PDF-yesterday's")
        #expect(folder.files == files)
    }

    // MARK: preview

    @Test func previewDrawsOnePageAsPNG() throws {
        let folder = try sample()
        let run = try paiban("preview", "day", "--page", "2", "--dpi", "72", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let png = try folder.bytes(of: "day-2.png")
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        // The size in the PNG header: A4 at 72 dpi is 595 by 842 pixels.
        #expect(Array(png[16..<24]) == [0, 0, 2, 83, 0, 0, 3, 74])
    }

    @Test func theExtensionDecidesThePreviewsFormat() throws {
        let folder = try sample()
        #expect(try paiban("preview", "day", "--page", "3", "-o", "a.svg", in: folder).status == 0)
        #expect(try folder.text(of: "a.svg").contains("<svg "))
        #expect(try paiban("preview", "day", "--page", "3", "-o", "a.PDF", in: folder).status == 0)
        #expect(isPDF(try folder.bytes(of: "a.PDF")))
        // Spaces are removed, because pdftotext may insert them into short titles, which are letterspaced.
        let text = try ProgramRun("/usr/bin/env", ["pdftotext", folder.path("a.PDF"), "-"]).output.filter { $0 != " " }
        #expect(text.contains("新路开工"))
        #expect(try pages(of: folder.path("a.PDF")) == "1")
    }

    @Test func previewOfAMissingPageIsAnError() throws {
        let run = try paiban("preview", "day", "--page", "4", in: try sample())
        #expect(run.status == 1)
        #expect(run.errors == "error: there is no page 4: the edition has 3\n")
    }

    // MARK: import

    @Test func importCreatesAnEditionAndNeverOverwrites() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Checkout.seed + "/copy/front.txt", to: "front.txt")
        let run = try paiban("import", "front.txt", "-o", "day", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.files == (1...9).map { "day/copy/front-\($0).md" } + ["day/edition.yaml", "front.txt"])
        #expect(folder.has("day/photos"))

        try folder.write("changed by hand\n", to: "day/copy/front-1.md")
        let again = try paiban("import", "front.txt", "-o", "day", in: folder)
        #expect(again.status == 1)
        #expect(again.errors.hasPrefix("day/edition.yaml: error: the file is there already and is not overwritten\n"))
        #expect(try folder.text(of: "day/copy/front-1.md") == "changed by hand\n")
    }

    @Test func anImportedEditionCanBeBuilt() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Checkout.seed + "/copy/front.txt", to: "front.txt")
        #expect(try paiban("import", "front.txt", "-o", "day", in: folder).status == 0)
        let run = try paiban("build", "day", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.has("day.pdf"))
    }

    @Test func importOfAMissingFileIsAnError() throws {
        let run = try paiban("import", "gone.txt", "-o", "day")
        #expect(run.status == 1)
        #expect(run.errors == "error: the file gone.txt cannot be read\nhint: is the name right?\n")
    }

    // MARK: fonts, galley, help

    @Test func fontsListsTheFaceOfEveryRole() throws {
        let run = try paiban("fonts")
        #expect(run.status == 0)
        let roles = run.output.split(separator: "\n").map { $0.split(separator: " ")[0] }
        let plain = roles.filter { !$0.contains("@") }
        #expect(plain == ["fangsong", "hei", "hei-heavy", "kai", "latin", "song", "song-heavy"])
        #expect(roles.contains("song@zh-hant"))
        #expect(run.output.contains("/usr/share/fonts/"))
    }

    @Test func aRoleWithoutAFontIsAnError() throws {
        let folder = try TemporaryFolder(["type/roles.yaml": "song: [Noto Serif CJK SC]\nbiaosong: [No Such Face]\n"])
        let run = try paiban("fonts", "--fonts", "type", in: folder)
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("biaosong  –\nsong      NotoSerifCJKsc-Regular  "))
        #expect(
            run.errors.hasPrefix("error: no font for the role “biaosong”: none of No Such Face is installed\nhint: "))
    }

    @Test func galleyPrintsAProofOrCharacterPositions() throws {
        let folder = try TemporaryFolder(["a.txt": "沿江村的黄桃熟了，合作社里正忙。\n大桥通车\n"])
        let run = try paiban("galley", "a.txt", "--measure", "10", in: folder)
        #expect(run.status == 0 && run.output == "", "\(run.errors)")
        #expect(isPDF(try folder.bytes(of: "a.pdf")))
        let json = try paiban("galley", "a.txt", "--measure", "12", "--indent", "0", "--json", in: folder).output
        #expect(json.hasPrefix("{\"measure\": 12, \"paragraphs\": [\n{\"lines\": [{\"text\": \"沿江村的"))
        let wrong = try paiban("galley", "a.txt", "--role", "sung", in: folder)
        #expect(wrong.status == 1)
        #expect(wrong.errors.hasPrefix("error: the role “sung” is unknown or has no font\nhint: roles: "))
    }

    @Test func versionIsTheNewestOfTheChangelogOrInDevelopment() throws {
        let run = try paiban("--version")
        #expect(run.status == 0)
        let version = run.output.split(separator: "\n").joined()
        let changelog = try String(contentsOfFile: Checkout.folder + "/CHANGELOG.md", encoding: .utf8)
        let newest = try #require(changelog.split(separator: "\n").first { $0.hasPrefix("## [") })
        #expect(version.hasSuffix("-dev") ? newest == "## [Unreleased]" : newest.contains("[\(version)]"))
    }

    @Test func helpAndReadmeNameEverySubcommand() throws {
        let help = try paiban("--help")
        #expect(help.status == 0)
        let readme = try String(contentsOfFile: Checkout.folder + "/README.md", encoding: .utf8)
        let documented = Set(readme.matches(of: /`paiban ([a-z]+)/).map { String($0.1) })
        #expect(documented.subtracting(["help"]) == Set(Self.subcommands))
        for name in Self.subcommands {
            #expect(help.output.contains("\n  \(name) "))
            let own = try paiban(name, "--help")
            #expect(own.status == 0)
            #expect(own.output.contains("USAGE: paiban \(name) "))
        }
    }
}
