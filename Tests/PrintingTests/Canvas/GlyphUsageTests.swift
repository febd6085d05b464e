import Pages
import Testing

@testable import Printing

struct GlyphUsageTests {
    private let song = FontFace(file: "/song", index: 0, name: "Song").key
    private let hei = FontFace(file: "/hei", index: 0, name: "Hei").key

    private func run(_ face: FaceKey, _ size: Double, _ glyphs: [UInt32], _ text: String = "字") -> GlyphRun {
        GlyphRun(
            face: face, size: .pt(size), origin: .zero, glyphs: glyphs.map { Glyph(id: $0, x: 0) }, text: text)
    }

    private func usage(_ runs: GlyphRun...) -> GlyphUsage { runs.reduce(into: GlyphUsage()) { $0.add($1) } }

    @Test func mergesTheGlyphsOfPages() {
        var all = usage(run(song, 9, [7, 64, 7]))
        all.add(usage(run(song, 9, [63]), run(hei, 20, [65_535])))
        #expect(all.faces[song]?.glyphs == [7, 63, 64])
        #expect(all.faces[hei]?.glyphs == [65_535])
    }

    /// The metrics that Cairo derives from the specimen are best for the most frequent size.
    @Test func samplesAFaceInItsMostFrequentSize() {
        var all = usage(run(song, 30, [1, 2, 3]), run(song, 9, [1, 2]), run(hei, 12, [5], ""))
        all.add(usage(run(song, 9, [3, 4])))
        let samples = all.sampleRuns(
            FaceTable([FontFace(file: "/song", index: 0, name: "Song"), FontFace(file: "/hei", index: 0, name: "Hei")]))
        #expect(samples.map(\.face) == [song] && samples.map(\.size) == [.pt(9)])
        #expect(samples.flatMap(\.glyphs).isEmpty, "the specimen adds them")
    }
}
