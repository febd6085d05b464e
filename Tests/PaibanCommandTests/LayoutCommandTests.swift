import Foundation
import TestSupport
import Testing

/// `paiban layouts` and `paiban check`.
@Suite(.waiting)
struct LayoutCommandTests {
    private func paiban(_ arguments: String..., in folder: TemporaryFolder? = nil) throws -> ProgramRun {
        try ProgramRun(Checkout.program, arguments, in: folder?.path)
    }

    @Test func listsLayoutsWithPageSizeAndColumns() throws {
        let folder = try TemporaryFolder([
            "layouts/ours.yaml": "title: 我们的\nextends: vertical-front\n",
            "layouts/wrong.yaml": "grid: {colums: 3}\n",
        ])
        let run = try paiban("layouts", in: folder)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("broadsheet-classic-front ") && $0.contains("390 × 545 mm  8 × 13字") })
        #expect(lines.contains { $0.hasPrefix("ours ") && $0.contains("10 × 14字 vertical") && $0.hasSuffix("我们的") })
        #expect(lines.contains { $0.hasPrefix("wrong ") && $0.hasSuffix("has errors; see “paiban check”") })
        #expect(run.status == 1)
        #expect(run.errors.contains("wrong.yaml:1:8: error: the grid has no key “colums”"))
    }

    @Test func drawsALayoutToAFile() throws {
        let folder = try TemporaryFolder(["own.yaml": "page: {size: A5}\ngrid: {columns: 2}\n"])
        let run = try paiban("layouts", "show", "broadsheet-front", "-o", "front.png", "--dpi", "20", in: folder)
        #expect(run.status == 0 && run.errors == "")
        #expect(try folder.bytes(of: "front.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(try paiban("layouts", "show", "own.yaml", "-o", "own.pdf", in: folder).status == 0)
        let text = try ProgramRun("/usr/bin/env", ["pdftotext", folder.path("own.pdf"), "-"]).output
        #expect(text.contains("148 × 210 mm"))
        #expect(try paiban("layouts", "show", "own.yaml", "-o", "own.gif", in: folder).status == 2)
        #expect(try paiban("layouts", "show", "nothing", in: folder).status == 1)
    }

    @Test func createsALayoutThatEditionsBesideItCanUse() throws {
        let folder = try TemporaryFolder()
        let run = try paiban("layouts", "new", "our-front", "--from", "bulletin", in: folder)
        #expect(run.status == 0 && run.output == "layouts/our-front.yaml\n")
        #expect(try paiban("check", "layouts/our-front.yaml", in: folder).status == 0)
        #expect(try paiban("layouts", in: folder).output.contains("our-front "))
        let again = try paiban("layouts", "new", "our-front", "--from", "bulletin", in: folder)
        #expect(again.status == 1)
        #expect(again.errors.hasPrefix("layouts/our-front.yaml: error: the file is there already"))
        #expect(try paiban("layouts", "new", "a/b", "--from", "bulletin", in: folder).status == 2)
    }

    @Test func checkReportsAllErrorsOfALayout() throws {
        let folder = try TemporaryFolder([
            "a.yaml": "page: {size: A7}\ngrid: {colums: 3}\nstyles:\n  body: {font: sung}\n",
            "b.yaml": "page: {size: A4}\n",
        ])
        let run = try paiban("check", "a.yaml", in: folder)
        #expect(run.status == 1 && run.output == "")
        let places = run.errors.split(separator: "\n").filter { $0.hasPrefix("a.yaml:") }.map {
            $0.split(separator: ":").prefix(3).joined(separator: ":")
        }
        #expect(places == ["a.yaml:1:14", "a.yaml:2:8", "a.yaml:4:16"])
        #expect(try paiban("check", "b.yaml", in: folder).status == 0)
        #expect(try paiban("check", "gone.yaml", in: folder).status == 1)
    }

    @Test func checksRolesAndEditions() throws {
        let folder = try TemporaryFolder([
            "type/roles.yaml": "song: [Noto Serif CJK SC]\nhei: [\"Noto Sans CJK SC:medum\"]\n",
            "day/edition.yaml": "pages:\n  - {layout: bulletn, copy: a.md}\n", "day/a.md": "---\ntitle: 桥\n---\n通车了。\n",
        ])
        let roles = try paiban("check", "type/roles.yaml", in: folder)
        #expect(roles.status == 1)
        #expect(roles.errors.contains("type/roles.yaml:2:7: error: “medum” is not a weight"))
        #expect(roles.errors.contains("did you mean “medium”?"))
        for edition in ["day", "day/edition.yaml"] {
            let run = try paiban("check", edition, in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("edition.yaml:2:14: error: there is no layout “bulletn”"))
        }
    }
}
