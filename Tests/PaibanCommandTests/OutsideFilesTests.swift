import Foundation
import TestSupport
import Testing

/// Nothing outside an edition and the folders that the user names is read, printed or quoted, and nothing that is not a
/// file is opened.
@Suite(.waiting)
struct OutsideFilesTests {
    private static let secret = "hunter2"

    private func sample(_ files: [String: String] = [:]) throws -> TemporaryFolder {
        let text = String(repeating: "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。", count: 20)
        let folder = try TemporaryFolder(
            [
                "day/edition.yaml": "pages: [{layout: small, copy: [copy/a.md]}]\n",
                "day/copy/a.md": "---\ntitle: 黄桃熟了\n---\n\n\(text)\n",
                "day/layouts/small.yaml": "page: {size: A4}\ngrid: {columns: 2}\n",
                "secret.yaml": "secret: \(Self.secret)\n", "secret/layout.yaml": "secret: \(Self.secret)\n",
                "paper/layouts/ours.yaml": "page: {size: A4}\ngrid: {columns: 3}\n",
            ].merging(files) { $1 })
        try folder.write(TinyPNG(width: 3, height: 2) { _ in Array(repeating: 0, count: 9) }.bytes, to: "outside.png")
        return folder
    }

    private func link(_ name: String, to target: String, in folder: TemporaryFolder) throws {
        try? FileManager.default.removeItem(atPath: folder.path(name))
        try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
    }

    private func build(_ folder: TemporaryFolder, _ more: String...) throws -> ProgramRun {
        try ProgramRun(
            "/usr/bin/timeout", ["20", Checkout.program, "build", "day", "-o", "a.pdf", "--proof"] + more,
            in: folder.path)
    }

    private func expectRefusal(_ folder: TemporaryFolder, _ words: String, _ more: String...) throws {
        for command in [["build", "day", "-o", "a.pdf", "--proof"], ["check", "day"]] {
            let run = try ProgramRun("/usr/bin/timeout", ["20", Checkout.program] + command + more, in: folder.path)
            #expect(run.status == 1 && run.errors.contains(words), "\(run.errors)")
            #expect(!run.errors.contains(Self.secret) && !run.output.contains(Self.secret), "\(run.errors)")
        }
        #expect(!folder.has("a.pdf"))
    }

    // MARK: Layouts

    @Test(arguments: [
        "../secret", "../../secret", "../../secret/layout", "/etc/passwd", "a/../../../secret", "~/secret",
    ])
    func layoutsThatClimbAreRefused(_ name: String) throws {
        let folder = try sample(["day/edition.yaml": "pages: [{layout: '\(name)', copy: [copy/a.md]}]\n"])
        try expectRefusal(folder, "edition.yaml:1:18: error: “\(name)” is not the name of a layout")
        let own = try sample(["day/layouts/small.yaml": "extends: '\(name)'\n"])
        try expectRefusal(own, "small.yaml:1:10: error: “\(name)” is not the name of a layout")
        let automatic = try sample(["day/edition.yaml": "pages: auto\nlayouts: {front: '\(name)'}\ncopy: [copy]\n"])
        try expectRefusal(automatic, "is not the name of a layout")
    }

    @Test func layoutsThatAreLinksOutAreRefused() throws {
        let folder = try sample()
        try link("day/layouts/small.yaml", to: "../../secret.yaml", in: folder)
        try expectRefusal(folder, "small.yaml: error: the layout file is a link that leads out")
        // A folder of layouts that is a link is no better.
        let linked = try sample(["secret/small.yaml": "secret: \(Self.secret)\n"])
        try link("day/layouts", to: "../secret", in: linked)
        try expectRefusal(linked, "the layout file is a link that leads out")
        // Neither is the parent of a layout, nor a file that is checked by itself.
        let parent = try sample(["day/layouts/small.yaml": "extends: other\n"])
        try link("day/layouts/other.yaml", to: "../../secret.yaml", in: parent)
        try expectRefusal(parent, "the layout file is a link that leads out")
        let run = try ProgramRun(Checkout.program, ["check", "../day/layouts/other.yaml"], in: parent.path("secret"))
        #expect(run.status == 1 && run.errors.contains("is a link that leads out"), "\(run.errors)")
        #expect(!run.errors.contains(Self.secret))
    }

    @Test func linksWithinTheEditionAndToNamedFoldersAreFollowed() throws {
        let folder = try sample()
        try link("day/layouts/small.yaml", to: "../../paper/layouts/ours.yaml", in: folder)
        #expect(try build(folder, "--layouts", "paper/layouts").status == 0)
        try folder.write("page: {size: A4}\n", to: "day/mine.yaml")
        try link("day/layouts/small.yaml", to: "../mine.yaml", in: folder)
        #expect(try build(folder).status == 0)
        try link("linked", to: "day", in: folder)
        let run = try ProgramRun(Checkout.program, ["build", "linked", "-o", "b.pdf", "--proof"], in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
    }

    // MARK: Pictures

    @Test(arguments: ["../../outside.png", "FOLDER/outside.png", "a/../../../outside.png"])
    func picturesOfFurnitureThatClimbAreRefused(_ name: String) throws {
        let folder = try sample()
        let name = name.replacing("FOLDER", with: folder.path)
        let furniture = "furniture: {m: {columns: 1, rows: 1-9, parts: [{image: '\(name)'}]}}\n"
        try folder.write("page: {size: A4}\n" + furniture, to: "day/layouts/small.yaml")
        try expectRefusal(folder, "small.yaml:2:56: error: the picture “\(name)” is not beside the layout file")
    }

    @Test func picturesOfFurnitureThatAreLinksOutAreRefused() throws {
        let furniture = "furniture: {m: {columns: 1, rows: 1-9, parts: [{image: a.png}]}}\n"
        let folder = try sample(["day/layouts/small.yaml": "page: {size: A4}\n" + furniture])
        try link("day/layouts/a.png", to: "../../outside.png", in: folder)
        // A proof is printed without the picture.
        let proof = try build(folder)
        #expect(proof.status == 1 && proof.errors.contains("a.png” is a link that leads out of the edition"))
        #expect(PDFReader(try folder.bytes(of: "a.pdf")).pictures.isEmpty)
        try folder.copy(folder.path("outside.png"), to: "day/photos/b.png")
        try link("day/layouts/a.png", to: "../photos/b.png", in: folder)
        #expect(try build(folder).status == 0)
        #expect(PDFReader(try folder.bytes(of: "a.pdf")).pictures.count == 1)
    }

    // MARK: edition.yaml, roles.yaml, fonts

    @Test func settingsThatAreLinksOutAreRefused() throws {
        let folder = try sample()
        try link("day/edition.yaml", to: "../secret.yaml", in: folder)
        try expectRefusal(folder, "day/edition.yaml: error: edition.yaml is a link that leads out")
        let next = try ProgramRun(Checkout.program, ["new", "next", "--from", "day"], in: folder.path)
        #expect(next.status == 1 && !next.errors.contains(Self.secret) && !folder.has("next"))
        let fonts = try sample(["day/fonts/a": ""])
        try link("day/fonts/roles.yaml", to: "../../secret.yaml", in: fonts)
        try expectRefusal(fonts, "day/fonts/roles.yaml: error: roles.yaml is a link that leads out")
    }

    @Test func aPapersFilesThatAreLinksOutAreNotCopied() throws {
        let folder = try sample()
        try link("day/layouts/passwd.yaml", to: "/etc/passwd", in: folder)
        mkfifo(folder.path("day/layouts/pipe"), 0o600)
        let run = try ProgramRun(
            "/usr/bin/timeout", ["20", Checkout.program, "new", "next", "--from", "day"], in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.errors.contains("passwd.yaml: warning: this is a link that leads out of the edition, and is not copied")
        )
        #expect(run.errors.contains("pipe: warning: this is a pipe, not a file, and is not copied"))
        #expect(folder.has("next/layouts/small.yaml") && !folder.has("next/layouts/passwd.yaml"))
    }

    // MARK: Pipes, sockets, loops

    @Test func pipesInAnEditionArePassedOver() throws {
        let folder = try sample(["day/fonts/deep/a": "", "day/photos/a.jpg": ""])
        for name in [
            "copy/b.md", "photos/b.jpg", "layouts/b.yaml", "fonts/b.ttf", "fonts/deep/c.otf", "fonts/roles.yaml",
        ] {
            mkfifo(folder.path("day/" + name), 0o600)
        }
        for name in ["loop", "loop2"] { try link("day/fonts/" + name, to: ".", in: folder) }
        try link("day/fonts/passwd.ttf", to: "/etc/passwd", in: folder)
        try folder.write("pages: [{layout: small, copy: [copy]}]\n", to: "day/edition.yaml")
        let run = try build(folder)
        #expect(run.status == 0 && folder.has("a.pdf"), "\(run.errors)")
        let warnings = run.errors.split(separator: "\n").filter { $0.contains(": warning: this ") }
        #expect(
            warnings.filter { $0.contains("is a pipe, not a file, and is passed over") }.count == 6, "\(run.errors)")
        #expect(warnings.filter { $0.contains("leads to a folder that is searched already") }.count == 2)
        #expect(warnings.filter { $0.contains("passwd.ttf") }.count == 1)
    }

    /// librsvg would open the pictures of a drawing itself, and wait.
    @Test(arguments: [
        "<image href='pipe' width='4' height='4'/>", "<image href='deep/pipe.png' width='4' height='4'/>",
        "<text><xi:include href='pipe' parse='text'/></text>",
    ])
    func drawingsDoNotWaitForPipes(_ reference: String) throws {
        let space = "xmlns='http://www.w3.org/2000/svg' xmlns:xi='http://www.w3.org/2001/XInclude'"
        let folder = try sample([
            "day/layouts/small.yaml":
                "page: {size: A4}\nfurniture: {m: {columns: 1, rows: 1-9, parts: [{image: a.svg}]}}\n",
            "day/layouts/a.svg": "<svg \(space) width='9' height='9'>\(reference)</svg>", "day/layouts/deep/a": "",
        ])
        for name in ["pipe", "deep/pipe.png"] { mkfifo(folder.path("day/layouts/" + name), 0o600) }
        let run = try build(folder)
        #expect(run.status == 1 && run.errors.contains("into the drawing"), "\(run.errors)")
    }

    /// A layout of the paper's that is a pipe is passed over, and the one that comes with the program is used.
    @Test func whatIsNamedAndIsAPipeIsAnError() throws {
        let folder = try sample(["day/edition.yaml": "pages: [{layout: small, copy: [copy/b.md]}]\n"])
        mkfifo(folder.path("day/copy/b.md"), 0o600)
        #expect(try build(folder).errors.contains("error: “copy/b.md” is a pipe, not a file"))
        for arguments in [
            ["build", "day/copy/b.md"], ["galley", "day/copy/b.md"], ["import", "day/copy/b.md", "-o", "new"],
            ["check", "day/copy/b.md"], ["build", "day", "--dummy", "day/copy/b.md"],
        ] {
            let run = try ProgramRun("/usr/bin/timeout", ["20", Checkout.program] + arguments, in: folder.path)
            #expect(run.status == 1 && run.errors.contains("is a pipe, not a file"), "\(arguments): \(run.errors)")
        }
        try folder.write("pages: [{layout: small, copy: [copy/a.md]}]\n", to: "day/edition.yaml")
        try? FileManager.default.removeItem(atPath: folder.path("day/layouts/small.yaml"))
        mkfifo(folder.path("day/layouts/small.yaml"), 0o600)
        let run = try build(folder)
        #expect(run.status == 1 && run.errors.contains("there is no layout “small”"), "\(run.errors)")
    }

    // MARK: Fonts that stay

    /// The first of two fonts with the same name is used, also when the folder must not be searched as a whole.
    @Test func fontsBesideAPipeTakePrecedence() throws {
        let folder = try sample(["day/fonts/a": ""])
        let list = try ProgramRun(Checkout.program, ["fonts", "--fonts", "day/fonts"], in: folder.path).output
        let line = try #require(list.split(separator: "\n").first { $0.hasPrefix("kai ") })
        let file = try #require(line.split(separator: " ").last.map(String.init))
        try folder.copy(file, to: "day/fonts/copied.ttf")
        mkfifo(folder.path("day/fonts/pipe.ttf"), 0o600)
        let run = try ProgramRun(Checkout.program, ["fonts", "--fonts", "day/fonts"], in: folder.path)
        #expect(run.status == 0 && run.errors.contains("pipe.ttf: warning: this is a pipe"), "\(run.errors)")
        let kai = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("kai ") })
        #expect(kai.hasSuffix("day/fonts/copied.ttf"), "\(kai)")
    }
}
