import Foundation
import TestSupport
import Testing

/// The options for press and screen, and `paiban check`.
@Suite(.waiting)
struct PressCommandTests {
    private func paiban(_ arguments: String..., in folder: TemporaryFolder) throws -> ProgramRun {
        try ProgramRun(Checkout.program, arguments, in: folder.path)
    }

    /// An edition of one small page, a story and its photo.
    private func sample(rule: String = "0.5pt", photo: Bool = true) throws -> TemporaryFolder {
        let sentence = "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。"
        let photos = photo ? "photos: [{file: photos/a.jpg, caption: 黄桃熟了}]\n" : ""
        let folder = try TemporaryFolder([
            "day/edition.yaml":
                "paper: {name: 江边日报}\ndate: 2023-06-21\npages:\n  - {layout: small, copy: [copy/one.md]}\n",
            "day/layouts/small.yaml": """
            page: {size: A4, bleed: 3mm}
            grid: {columns: 2, measure: 24字, gutter: 1.5字, leading: 13pt, rows: 54}
            headlines:
              1: {font: hei-heavy, sizes: [22pt], below: 1}
            furniture:
              folio: {foot: {height: 4mm, below: 3mm}, parts: [{text: '第{page}版'}, {rule: single, thickness: \(rule)}]}
            areas:
              picture: |
                1-40  | 1 1

            """,
            "day/copy/one.md": "---\ntitle: 黄桃熟了\n\(photos)---\n\n\(String(repeating: sentence, count: 20))\n",
        ])
        if photo { try folder.copy(Checkout.seed + "/photos/station.jpg", to: "day/photos/a.jpg") }
        return folder
    }

    private func pdf(_ folder: TemporaryFolder, _ options: String...) throws -> PDFReader {
        let run = try ProgramRun(
            Checkout.program, ["build", "day", "-o", "a.pdf", "--proof"] + options, in: folder.path)
        #expect(!run.errors.contains("error:"), "\(run.errors)")
        return PDFReader(try folder.bytes(of: "a.pdf"))
    }

    @Test func buildMakesFilesForPressAndScreen() throws {
        let folder = try sample()
        let press = try pdf(folder, "--press", "--marks", "--photos", "cmyk")
        #expect(press.metadata.contains("PDF/X-4"))
        #expect(press.pictures.first?["ColorSpace"]?.name == "DeviceCMYK")
        #expect(press.pages[0]["TrimBox"]!.numbers[0] > press.pages[0]["BleedBox"]!.numbers[0])
        #expect(try pdf(folder, "--screen").isLinearised)
        let standard = try pdf(folder)
        #expect(!standard.isLinearised && standard.root["OutputIntents"] == nil)
    }

    /// The data of one photo are damaged, the other is no photo.
    @Test func aBrokenPhotoIsAnErrorForAPressAndAFrameInAProof() throws {
        let folder = try sample()
        let whole = try folder.bytes(of: "day/photos/a.jpg")
        var damaged = whole
        damaged.replaceSubrange(whole.count / 2..<whole.count / 2 + 2, with: [0xFF, 0xD9])
        for (bytes, words) in [(damaged, "cannot be decoded"), (Array(whole.prefix(100)), "is truncated")] {
            try folder.write(bytes, to: "day/photos/a.jpg")
            let press = try paiban("build", "day", "-o", "press.pdf", "--press", in: folder)
            #expect(press.status == 1)
            #expect(press.errors.contains("error: the photo") && press.errors.contains(words), "\(press.errors)")
            #expect(!folder.has("press.pdf"))
            for options in [[], ["--screen"]] {
                let run = try ProgramRun(
                    Checkout.program, ["build", "day", "-o", "a.pdf"] + options, in: folder.path)
                #expect(run.status == 0)
                #expect(run.errors.contains("warning: the photo") && run.errors.contains(words), "\(run.errors)")
            }
            let proof = try paiban("build", "day", "-o", "proof.pdf", "--press", "--proof", in: folder)
            #expect(proof.status == 1)
            #expect(PDFReader(try folder.bytes(of: "proof.pdf")).pictures.isEmpty)
        }
    }

    @Test func pressOptionsRequirePress() throws {
        let folder = try sample(photo: false)
        for (options, words) in [
            (["--marks"], "--marks requires --press"), (["--press", "--screen"], "contradict each other"),
            (["--screen", "--photos", "cmyk"], "--photos requires --press"),
            (["--press", "--photos", "sepia"], "--photos must be rgb or cmyk"),
        ] {
            let run = try ProgramRun(Checkout.program, ["build", "day"] + options, in: folder.path)
            #expect(run.status == 2)
            #expect(run.errors.contains(words), "\(run.errors)")
        }
        let run = try paiban("build", "day", "--press", "--profile", "none.icc", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("none.icc: error: the press's ICC profile is missing"))
        #expect(!folder.has("day.pdf"))
    }

    @Test func checkReportsWhatAPressWouldReject() throws {
        let folder = try sample(rule: "0.1pt")
        let run = try paiban("check", "day", in: folder)
        #expect(run.errors.contains("warning: page 1: a line is thinner than 0.25 pt (0.1 pt)"), "\(run.errors)")
        #expect(!folder.has("day.pdf"))
        let broken = try folder.bytes(of: "day/photos/a.jpg")
        try folder.write(Array(broken.prefix(9000)), to: "day/photos/a.jpg")
        let second = try paiban("check", "day", in: folder)
        #expect(second.status == 1)
        #expect(second.errors.contains("error: the photo is truncated"), "\(second.errors)")
    }

    @Test func checkReportsThatThereAreNoProblems() throws {
        let folder = try TemporaryFolder()
        let run = try paiban("check", Checkout.seed, in: folder)
        #expect(run.status == 0)
        #expect(run.output == "no problems found\n" && run.errors == "")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
