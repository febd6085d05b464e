import Foundation
import TestSupport
import Testing

/// Inputs are never outputs: every option that names an output, with every file of an edition, by every kind of name.
@Suite(.waiting)
struct OutputTableTests {
    /// An option that names an output.
    struct Option: Sendable, CustomTestStringConvertible {
        var name: String
        /// The endings that the command accepts; none for any.
        var endings: [String] = []
        var arguments: @Sendable (_ output: String) -> [String]

        var testDescription: String { name }
    }

    static let options = [
        Option(name: "build -o") { ["build", "day", "-o", $0] },
        Option(name: "build -o --force") { ["build", "day", "--force", "-o", $0] },
        Option(name: "build --report") { ["build", "day", "-o", "new.pdf", "--report", $0] },
        Option(name: "build --report --force") { ["build", "day", "-o", "new.pdf", "--force", "--report", $0] },
        Option(name: "build --dummy") { ["build", "day", "-o", "new.pdf", "--dummy", $0] },
        Option(name: "build --dummy --force") { ["build", "day", "-o", "new.pdf", "--force", "--dummy", $0] },
        Option(name: "serve --dummy") { ["serve", "day", "--port", "0", "--dummy", $0] },
        Option(name: "preview -o", endings: ["png", "svg", "pdf"]) { ["preview", "day", "-o", $0] },
        Option(name: "preview -o --force", endings: ["png"]) { ["preview", "day", "--force", "-o", $0] },
        Option(name: "galley -o", endings: ["pdf", "png"]) { ["galley", "day/copy/one.md", "-o", $0] },
        Option(name: "layouts show -o", endings: ["svg", "pdf"]) {
            ["layouts", "show", "day/layouts/small.yaml", "-o", $0]
        },
    ]

    static let inputs = [
        "edition.yaml", "copy/one.md", "copy/empty.txt", "news/two.md", "photos/a.png", "photos/unused.pdf",
        "layouts/small.yaml", "layouts/plate.png", "layouts/parts/plate.svg", "fonts/roles.yaml", "fonts/own.ttf",
    ]

    /// A name for an input, by a spelling or a link.
    struct Naming: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// Makes the name in the folder of the edition's folder.
        var name: @Sendable (_ input: String, _ ending: String, _ folder: TemporaryFolder) throws -> String
    }

    static let namings = [
        Naming(testDescription: "plain") { input, _, _ in "day/" + input },
        Naming(testDescription: "spelling") { input, _, _ in "./day/../day//./" + input },
        Naming(testDescription: "absolute") { input, _, folder in folder.path("day/" + input) },
        Naming(testDescription: "through a linked folder") { input, _, folder in
            try FileManager.default.createSymbolicLink(atPath: folder.path("other"), withDestinationPath: "day")
            return "other/" + input
        },
        Naming(testDescription: "symbolic link") { input, ending, folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("link.\(ending)"), withDestinationPath: "day/" + input)
            return "link.\(ending)"
        },
        Naming(testDescription: "link to a link") { input, ending, folder in
            try FileManager.default.createSymbolicLink(atPath: folder.path("a"), withDestinationPath: "day/" + input)
            try FileManager.default.createSymbolicLink(atPath: folder.path("b.\(ending)"), withDestinationPath: "a")
            return "b.\(ending)"
        },
        Naming(testDescription: "hard link") { input, ending, folder in
            try FileManager.default.linkItem(atPath: folder.path("day/" + input), toPath: folder.path("hard.\(ending)"))
            return "hard.\(ending)"
        },
    ]

    static let layout = """
        page: {size: A4}
        grid: {columns: 2, measure: 24字, gutter: 1.5字, leading: 13pt, rows: 54}
        furniture:
          m: {columns: 1, rows: 1-3, parts: [{image: plate.png}, {image: "parts/plate.svg"}]}

        """

    static func edition() throws -> TemporaryFolder {
        let text = String(repeating: "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。", count: 30)
        let folder = try TemporaryFolder([
            "day/edition.yaml": "date: 2023-06-21\npages: [{layout: small, copy: [copy, news/two.md]}]\n",
            "day/copy/one.md": "---\ntitle: 黄桃熟了\n---\n\n\(text)\n", "day/copy/empty.txt": "",
            "day/news/two.md": "---\ntitle: 大桥通车\n---\n\n\(text)\n",
            "day/layouts/small.yaml": layout, "day/photos/unused.pdf": "%PDF-1.7\n", "day/fonts/own.ttf": "no font",
            "day/layouts/parts/plate.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        ])
        try folder.write(TinyPNG(width: 1, height: 1) { _ in [0, 0, 0] }.bytes, to: "day/photos/a.png")
        try folder.copy(folder.path("day/photos/a.png"), to: "day/layouts/plate.png")
        try folder.copy(Checkout.folder + "/fonts/roles.yaml", to: "day/fonts/roles.yaml")
        return folder
    }

    private func contents(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: try folder.files.map { ($0, try folder.bytes(of: $0)) })
    }

    /// Runs a command and expects an error about the output, and that no file has changed.
    private func expectRefusal(_ option: Option, _ input: String, _ naming: Naming, _ ending: String) throws {
        let folder = try Self.edition()
        let name = try naming.name(input, ending, folder)
        // A command that wants another ending does not get as far as this.
        guard option.endings.isEmpty || option.endings.contains(where: name.hasSuffix) else { return }
        let before = try contents(folder)
        let run = try ProgramRun(
            "/usr/bin/timeout", ["20", Checkout.program] + option.arguments(name), in: folder.path)
        let what = "\(option.name) \(name) for \(input): \(run.errors)"
        #expect(run.status == 1, "\(what)")
        #expect(run.errors.contains(": error: ") && run.errors.contains("hint: "), "\(what)")
        #expect(try contents(folder) == before, "\(what)")
    }

    @Test(.slow, arguments: options) func noOptionReplacesAnInput(_ option: Option) throws {
        for input in Self.inputs {
            for naming in Self.namings {
                for ending in option.endings.isEmpty ? ["pdf"] : option.endings {
                    try expectRefusal(option, input, naming, ending)
                }
            }
        }
    }

    /// A part of the table: each option once, with one input and one kind of name after the other.
    @Test func noOptionReplacesAnInputOfASelection() throws {
        for (index, option) in Self.options.enumerated() {
            try expectRefusal(
                option, Self.inputs[index % Self.inputs.count], Self.namings[6 - index % 3],
                option.endings.first ?? "pdf")
        }
    }

    // MARK: Patterns, default names, profiles

    private func expectUnchanged(
        _ folder: TemporaryFolder, status: Int32 = 1, _ arguments: String..., saying words: String
    ) throws {
        let before = try contents(folder)
        let run = try ProgramRun(Checkout.program, arguments, in: folder.path)
        #expect(run.status == status && run.errors.contains(words), "\(arguments): \(run.errors)")
        #expect(try contents(folder) == before, "\(arguments)")
    }

    @Test func patternsAreExpandedBeforeTheCheck() throws {
        for pages in ["[{layout: small, copy: [copy, news]}]", "auto\nlayouts: {front: small}\ncopy: [copy, news]"] {
            let folder = try Self.edition()
            try folder.write("date: 2023-06-21\npages: \(pages)\n", to: "day/edition.yaml")
            try FileManager.default.linkItem(
                atPath: folder.path("day/photos/unused.pdf"), toPath: folder.path("x01.pdf"))
            try expectUnchanged(
                folder, "build", "day", "-o", "x{page}.pdf", saying: "x01.pdf: error: this file is a picture")
            try expectUnchanged(
                folder, "build", "day", "-o", "x{page}.pdf", "--force", saying: "x01.pdf: error: this file is a picture"
            )
        }
        let folder = try Self.edition()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("20230621.pdf"), withDestinationPath: "day/copy/one.md")
        try expectUnchanged(
            folder, "build", "day", "-o", "{date}.pdf", saying: "20230621.pdf: error: this file is copy")
    }

    @Test func galleysDefaultNameIsNotItsText() throws {
        let folder = try Self.edition()
        try folder.write("%PDF- 是正文\n", to: "text.pdf")
        try expectUnchanged(folder, "galley", "text.pdf", saying: "this file is the text itself")
        try expectUnchanged(folder, "galley", "text.pdf", "--force", saying: "this file is the text itself")
        // The default name of day/photos/unused is a file of the edition, too.
        try folder.write("正文\n", to: "day/photos/unused.txt")
        try expectUnchanged(folder, "galley", "day/photos/unused.txt", saying: "a picture of the edition")
        // The later pages of a PNG have names of their own.
        try folder.write(String(repeating: "沿江村的黄桃熟了。\n", count: 900), to: "day/copy/long.txt")
        try FileManager.default.linkItem(atPath: folder.path("day/photos/a.png"), toPath: folder.path("long-2.png"))
        try expectUnchanged(
            folder, "galley", "day/copy/long.txt", "-o", "long.png", "--dpi", "36",
            saying: "long-2.png: error: this file is a picture of the edition")
    }

    @Test func theProfileAndAnotherEditionsFilesAreInputs() throws {
        let folder = try Self.edition()
        try folder.write("%PDF-", to: "press.icc")
        try expectUnchanged(
            folder, "build", "day", "--press", "--profile", "press.icc", "-o", "press.icc", "--force",
            saying: "this file is the press's profile")
        try folder.write("pages: [{layout: a}]\n", to: "other/edition.yaml")
        try folder.write("%PDF-", to: "other/photos/a.pdf")
        for name in ["other/edition.yaml", "other/photos/a.pdf"] {
            try expectUnchanged(folder, "build", "day", "-o", name, "--force", saying: "error: this file is ")
        }
        try expectUnchanged(folder, "build", "day", "--dummy", "other/edition.yaml", saying: "error: this file is ")
    }

    @Test func twoOutputsAreTwoFiles() throws {
        let folder = try Self.edition()
        try FileManager.default.createSymbolicLink(atPath: folder.path("dangling.pdf"), withDestinationPath: "a.json")
        try expectUnchanged(
            folder, "build", "day", "-o", "a.pdf", "--report", "./a.pdf", saying: "-o and --report name the same file")
        try expectUnchanged(
            folder, "build", "day", "-o", "dangling.pdf", "--report", "a.json", saying: "name the same file")
        try expectUnchanged(
            folder, "build", "day", "-o", "a{page}.pdf", "--dummy", "a01.pdf",
            saying: "-o and --dummy name the same file")
        try folder.write("%PDF-", to: "p01.pdf")
        try FileManager.default.linkItem(atPath: folder.path("p01.pdf"), toPath: folder.path("p02.pdf"))
        try folder.write("pages: [{layout: small, copy: [copy]}, {layout: small}]\n", to: "day/edition.yaml")
        try expectUnchanged(folder, "build", "day", "-o", "p{page}.pdf", saying: "-o names the same file twice")
    }

    // MARK: Files that the program did not write

    @Test(arguments: [
        ("-o", "notes.pdf", "not a PDF"), ("-o", "notes.pdf", ""),
        ("--report", "package.json", #"{"pages": [{"title": 1}]}"#),
        ("--report", "list.json", "[1]"), ("--dummy", "notes.yaml", "# 备忘\n"), ("--dummy", "notes.yaml", "a: 1\n"),
    ]) func whatIsReplacedLooksLikeWhatIsWritten(_ option: String, _ name: String, _ text: String) throws {
        let folder = try Self.edition()
        try folder.write(text, to: name)
        let rest = option == "-o" ? [] : ["-o", "new.pdf"]
        let run = try ProgramRun(
            Checkout.program, ["build", "day", "--proof", option, name] + rest, in: folder.path)
        if text.isEmpty {
            #expect(try folder.bytes(of: name).starts(with: "%PDF-".utf8), "an empty file has nothing to lose")
            return
        }
        #expect(
            run.status == 1 && run.errors.hasPrefix("\(name): error: the file that is there is not "), "\(run.errors)")
        #expect(try folder.text(of: name) == text)
        #expect(!folder.has("new.pdf"))
        if option == "--dummy" { return }
        let forced = try ProgramRun(
            Checkout.program, ["build", "day", "--proof", "--force", option, name] + rest, in: folder.path)
        #expect(!forced.errors.contains(name), "\(forced.errors)")
        #expect(try folder.bytes(of: name) != Array(text.utf8))
    }

    @Test func everyOutputIsReplacedByItsOwnKind() throws {
        let folder = try Self.edition()
        for _ in 0..<2 {
            for arguments in [
                ["build", "day", "--proof", "-o", "a.pdf", "--report", "a.json", "--dummy", "day/dummy.yaml"],
                ["preview", "day", "-o", "a.png"], ["preview", "day", "-o", "a.svg"],
                ["preview", "day", "-o", "b.pdf"],
                ["galley", "day/copy/one.md", "-o", "c.pdf"], ["layouts", "show", "bulletin", "-o", "d.svg"],
                ["build", "day", "--proof", "-o", "/dev/null", "--report", "/dev/null"],
            ] {
                let run = try ProgramRun(Checkout.program, arguments, in: folder.path)
                #expect(!run.errors.contains("never replace") && !run.errors.contains("not replaced"), "\(run.errors)")
            }
        }
        for name in ["a.pdf", "a.json", "day/dummy.yaml", "a.png", "a.svg", "b.pdf", "c.pdf", "d.svg"] {
            #expect(folder.has(name), "\(name)")
        }
    }

    @Test func newFilesDoNotBecomePartOfAnEdition() throws {
        let folder = try Self.edition()
        let name = "day/photos/new.pdf"
        try expectUnchanged(folder, "build", "day", "-o", name, saying: "would be among the photos of an edition")
        try expectUnchanged(
            folder, "build", "day", "-o", "day", saying: "day: error: the file cannot be written: this is a folder")
    }
}
