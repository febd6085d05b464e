import Copy
import Diagnostics
import Fonts
import Foundation
import Pages
import Press
import Printing
import TestSupport
import Testing

/// A newsroom's own fonts in the edition's fonts/ folder: a TTF and an OTF that no machine has.
struct OwnFontsTests {
    /// A font file with another family name of the same length, in ASCII and in UTF-16, as names are stored.
    private func renamed(_ bytes: [UInt8], from old: String, to new: String) -> [UInt8] {
        precondition(old.utf8.count == new.utf8.count)
        func wide(_ text: String) -> Data { Data(text.utf8.flatMap { [0, $0] }) }
        var data = Data(bytes)
        for (from, to) in [(Data(old.utf8), Data(new.utf8)), (wide(old), wide(new))] {
            var start = data.startIndex
            while let found = data.range(of: from, in: start..<data.endIndex) {
                data.replaceSubrange(found, with: to)
                start = found.upperBound
            }
        }
        return [UInt8](data)
    }

    /// One face of a collection as a font file of its own, because Debian's OpenType fonts come in collections only.
    /// The table directory goes first, the tables after it.
    private func face(_ index: Int, of collection: [UInt8]) -> [UInt8] {
        func number(_ at: Int) -> Int { collection[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        func bytes(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        let directory = number(12 + 4 * index)
        let count = Int(collection[directory + 4]) << 8 | Int(collection[directory + 5])
        var head = Array(collection[directory..<directory + 12])
        var tables: [UInt8] = []
        for record in 0..<count {
            let at = directory + 12 + 16 * record
            let offset = number(at + 8), length = number(at + 12)
            head += Array(collection[at..<at + 8]) + bytes(12 + 16 * count + tables.count) + bytes(length)
            tables += collection[offset..<offset + length]
            tables += Array(repeating: 0, count: (4 - length % 4) % 4)
        }
        return head + tables
    }

    private func bytes(_ file: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) }

    @Test func aTTFAndAnOTFAreFoundAndPrinted() throws {
        let sample = try SampleFonts.open()
        let kai = try #require(sample.face(of: "kai"))
        let hei = try #require(sample.face(of: "hei-heavy"))
        #expect(kai.file.hasSuffix(".ttf"))
        let ttf = renamed(try bytes(kai.file), from: "LXGW WenKai", to: "Jiangjin Ka")
        let otf = renamed(
            face(hei.index, of: try bytes(hei.file)), from: "Noto Sans CJK SC", to: "Jiangjin Hei Own")
        #expect(otf.starts(with: Array("OTTO".utf8)))

        let roles = try String(contentsOfFile: Checkout.folder + "/fonts/roles.yaml", encoding: .utf8)
            .replacing("\nkai:\n", with: "\nkai:\n  - Jiangjin Ka\n")
            .replacing("\nhei-heavy:\n", with: "\nhei-heavy:\n  - \"Jiangjin Hei Own:heavy\"\n")
        let edition = try SampleEdition(["fonts/roles.yaml": roles])
        try edition.folder.write(ttf, to: "fonts/own.ttf")
        try edition.folder.write(otf, to: "fonts/own.otf")

        let read = try EditionReader().read(edition.folder.path)
        let resources = Resources(edition: read.value.folder, program: Checkout.program)
        let fonts = try resources.openFonts()
        let list = FontList(fonts)
        #expect(list.entries.first { $0.role == "kai" }?.face?.file == edition.folder.path("fonts/own.ttf"))
        #expect(list.entries.first { $0.role == "hei-heavy" }?.face?.file == edition.folder.path("fonts/own.otf"))
        #expect(list.diagnostics.isEmpty)

        let composed = try EditionPress(resources: resources) { try resources.openFonts() }.make(read.value)
        #expect(composed.diagnostics.filter { $0.severity == .error }.isEmpty)
        let pdf = edition.folder.path("own.pdf")
        try OutputFile(pdf).write(PDFPrinter().print(composed.value.document).value)
        let files = Set(
            composed.value.document.pages.flatMap { page in page.glyphRuns.map { page.faces[$0.face].file } })
        #expect(files.contains(edition.folder.path("fonts/own.otf")))
        let text = try ProgramRun("/usr/bin/env", ["pdftotext", "-raw", pdf, "-"]).output
        #expect(text.contains("黄桃熟了"))
    }

    @Test func everyLanguagesRoleIsListed() throws {
        let list = FontList(try SampleFonts.open())
        let names = list.entries.map(\.role)
        #expect(names.contains("song") && names.contains("song@zh-hant") && names.contains("hei-heavy@ja"))
        let hant = try #require(list.entries.first { $0.role == "song@zh-hant" })
        #expect(hant.face?.name == "NotoSerifCJKtc-Regular")
    }

    @Test func aRoleWithoutAFontIsAnErrorAndOneLanguagesAWarning() throws {
        let folder = try TemporaryFolder([
            "roles.yaml": "song: [Noto Serif CJK SC]\nhei: [No Such Hei]\nsong@ja: [No Such Song]\n"
        ])
        let resources = Resources(program: Checkout.program)
        let list = try FontCheckList(TextFile(folder.path("roles.yaml")), resources).diagnostics()
        #expect(
            list.lines == [
                "error: no font for the role “hei”: none of No Such Hei is installed",
                "warning: no font for the role “song@ja”: none of No Such Song is installed",
            ])
    }
}
