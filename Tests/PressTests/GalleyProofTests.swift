import Diagnostics
import Fonts
import Foundation
import Pages
import Printing
import TestSupport
import Testing
import Typesetting

@testable import Press

/// Galley proofs: the paragraph as numbers, the page and the printed file agree.
struct GalleyProofTests {
    private let text = "“一季度”GDP同比增长4.5%，居民消费价格（CPI）上涨1.3%，恢复向好；但仍须努力，不可松懈。"

    private func fonts() throws -> FontBook {
        try SampleFonts.open(FontRoles(parsing: "song: [Noto Serif CJK SC]", file: "roles.yaml"))
    }

    private func proof(_ kind: GalleyProof.Kind = .body, measure: Double = 13) -> GalleyProof {
        GalleyProof(
            measure: measure, indent: 2, size: .pt(10), role: "song", language: "zh-Hans",
            profile: CompositionProfile(),
            kind: kind)
    }

    @Test func pageAgreesWithNumbers() throws {
        let fonts = try fonts()
        let lines = proof().lines(of: [text], fonts: fonts)[0]
        let page = proof().document(of: [text], title: "a.txt", fonts: fonts).value.pages[0]
        let baselines = Dictionary(grouping: page.glyphRuns) { ($0.origin.y.points * 100).rounded() }
        let rows = baselines.keys.sorted().map { baselines[$0]! }
        #expect(rows.map { $0.map(\.text).joined() } == lines.map(\.text))
        for (row, line) in zip(rows, lines) {
            let column = page.glyphRuns.map(\.origin.x.points).min()! - (lines.map { $0.x[0] }.min()! * 10)
            let first = row[0].origin.x.points - column
            // The glyph of an opening mark begins half an em before its ink; other glyphs begin at the edge of their
            // box.
            #expect(abs(first - line.x[0] * 10) < 0.01)
        }
    }

    /// The words that pdftotext reads are where the paragraph placed them, within a hundredth of an em.
    @Test func printedFileAgreesWithPage() throws {
        let document = proof().document(of: [text], title: "a.txt", fonts: try fonts()).value
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("galley-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("a.pdf").path
        try OutputFile(file).write(PDFPrinter().print(document).value)
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["pdftotext", "-bbox-layout", file, "-"]
        process.standardOutput = pipe
        try process.run()
        let read = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let words = read.matches(of: #/<word xMin="([\d.]+)"[^>]*>([^<]*)</#)
        #expect(words.map { String($0.2) }.joined() == text)
        // The first words of the lines begin at the left edges of the lines' first runs.
        let edges = Set(words.map { (Double($0.1)! * 10).rounded() })
        let starts = Dictionary(grouping: document.pages[0].glyphRuns) { $0.origin.y.points }.values
            .map { $0.map { $0.origin.x.points + $0.glyphs[0].x }.min()! }
        for start in starts { #expect(edges.contains { abs($0 - start * 10) <= 1 }, "\(start)") }
    }

    @Test func headlineThatDoesNotFit() throws {
        let fonts = try fonts()
        let fits = proof(.headline).document(of: ["区领导调研龙舟文化节"], title: "a.txt", fonts: fonts)
        #expect(fits.diagnostics.isEmpty)
        let narrow = proof(.headline, measure: 1).document(of: ["区领导调研龙舟文化节"], title: "a.txt", fonts: fonts)
        #expect(narrow.diagnostics.first?.message.contains("does not fit") == true)
    }

    @Test func missingCharacter() throws {
        let composed = proof().document(of: ["汉", "汉\u{10FFFD}字"], title: "a.txt", fonts: try fonts())
        #expect(composed.diagnostics.map(\.message).first?.contains("U+10FFFD") == true)
        #expect(composed.diagnostics.first?.place?.line == 2)
    }
}
