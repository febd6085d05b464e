import Pages
import Testing

@testable import Printing

struct ContentRewriterTests {
    private let red = Ink(
        screen: .init(red: 0.8, green: 0.1, blue: 0.1), press: .init(cyan: 0, magenta: 1, yellow: 0.9, black: 0.05))

    /// The lines of rewritten content. Ink 0 is black, 1 grey, 2 red, 3 paper.
    private func rewrite(
        _ content: String, _ output: OutputProfile = .standard, _ pieces: [PageTags.Piece] = []
    ) throws -> [String] {
        let inks = InkMarkers()
        for ink in [.black, .black(0.6), red, .paper] { _ = inks.marker(for: ink) }
        var tree = StructureTree()
        _ = tree.add("P", to: tree.beginPage())
        let rewriter = ContentRewriter(
            inks: inks.table, colours: ContentColours(output: output), pieces: pieces, tree: tree)
        let result = try rewriter.rewrite(Array(content.utf8))
        return String(decoding: result.content, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private let colours = "0 0 0.501 rg 0.0001 0 0.501 RG 0.0002 0 0.501 rg"

    @Test func standardOutputHasGreyAndCMYK() throws {
        #expect(try rewrite(colours) == ["0 g", "0.4 G", "0 1 0.9 0.05 k"])
    }

    @Test func pressOutputHasCMYKOnly() throws {
        #expect(
            try rewrite(colours, .press(PressOptions()))
                == ["0 0 0 1 k", "/O01 gs", "0 0 0 0.6 K", "0 1 0.9 0.05 k", "/O00 gs"])
    }

    @Test func screenOutputHasRGB() throws {
        #expect(try rewrite(colours, .screen) == ["0 g", "0.4 G", "0.8 0.1 0.1 rg"])
    }

    /// Overprinting ends with solid black, and Q restores the state.
    @Test func onlySolidBlackOverprints() throws {
        let lines = try rewrite("0 0 0.501 rg q 0.0003 0 0.501 rg Q 0 0 0.501 rg", .press(PressOptions()))
        #expect(
            lines == ["0 0 0 1 k", "/O01 gs", "q", "0 0 0 0 k", "/O00 gs", "Q"])
    }

    @Test func contentWithoutAPieceIsAnArtifact() throws {
        #expect(
            try rewrite("q 1 2 3 4 re f Q BT (a)Tj ET")
                == [
                    "q", "/Artifact BMC", "1 2 3 4 re", "f", "EMC", "Q", "/Artifact BMC", "BT", "(a)Tj", "ET", "EMC",
                ])
    }

    @Test func marksPiecesWithTheirElements() throws {
        let pieces = [
            PageTags.Piece(owner: .artifact), .init(owner: .element(2)), .init(owner: .element(2), actualText: "字"),
        ]
        let content = "0 0 0.501 rg 0 0 m f 0 0.0001 0.501 rg 0 0.0002 0.501 rg BT ET 0 0 0.501 RG 0 0 m S"
        #expect(
            try rewrite(content, .standard, pieces) == [
                "0 g", "/Artifact BMC", "0 0 m", "f", "EMC", "/Span <</MCID 0 /ActualText <FEFF5B57>>> BDC", "BT", "ET",
                "EMC", "0 G", "/Artifact BMC", "0 0 m", "S", "EMC",
            ])
    }

    @Test func imagesHaveTagsInsteadOfMarkers() throws {
        let pieces = [
            PageTags.Piece(owner: .element(2)), .init(owner: .element(2), isImage: true), .init(owner: .artifact),
        ]
        let content =
            "0 0 0.501 rg BT ET /P <</MCID 0>> BDC q 0 0.0002 0.501 rg /x5 Do Q EMC 0 0.0002 0.501 rg 0 0 m f"
        #expect(
            try rewrite(content, .standard, pieces) == [
                "0 g", "/P <</MCID 0>> BDC", "BT", "ET", "EMC", "q", "/P <</MCID 1>> BDC", "/x5 Do", "Q", "EMC",
                "/Artifact BMC", "0 0 m", "f", "EMC",
            ])
    }

    @Test func aPieceEndsBeforeItsGraphicsState() throws {
        let pieces = [PageTags.Piece(owner: .element(2), actualText: "a")]
        #expect(
            try rewrite("q 1 0 0 -1 0 9 cm 0 0 0.501 rg BT ET Q", .standard, pieces) == [
                "q", "1 0 0 -1 0 9 cm", "0 g", "/Span <</MCID 0 /ActualText (a)>> BDC", "BT", "ET", "EMC", "Q",
            ])
    }

    /// After a drawing's colour space or pattern, the colour must be set again.
    @Test func setsAColourAgainAfterAPattern() throws {
        #expect(
            try rewrite("0 0 0.501 rg /Pattern cs /p5 scn 0 0 0.501 rg") == ["0 g", "/Pattern cs", "/p5 scn", "0 g"])
    }

    @Test func theActualTextOfAnArtifactIsInASpan() throws {
        #expect(
            try rewrite("0 0 0.501 rg BT ET", .standard, [.init(owner: .artifact, actualText: "a")])
                == ["0 g", "/Artifact BMC", "/Span <</ActualText (a)>> BDC", "BT", "ET", "EMC", "EMC"])
    }

    /// Cairo writes ActualText for a glyph whose text differs from its font's: é for e and an accent.
    @Test func keepsActualTextThatCairoWrites() throws {
        let content = "0 0 0.501 rg BT /Span << /ActualText <feff00650301> >> BDC (a)Tj EMC (b)Tj ET"
        #expect(
            try rewrite(content, .standard, [.init(owner: .element(2))]) == [
                "0 g", "/P <</MCID 0>> BDC", "BT", "/Span << /ActualText <feff00650301> >> BDC", "(a)Tj", "EMC",
                "(b)Tj", "ET",
                "EMC",
            ])
    }

    /// A drawing has colours without markers. Grey becomes black ink alone.
    @Test func convertsColoursOfDrawings() throws {
        #expect(try rewrite("0.5 0 0 rg 0.4 0.4 0.4 RG") == ["0 1 1 0.5 k", "0.4 G"])
        #expect(try rewrite("0.5 0 0 rg", .screen) == ["0.5 0 0 rg"])
    }

    @Test(arguments: ["0.5 0 rg", "/P <</MCID 7>> BDC", "/Span <<>> BDC"])
    func rejectsUnexpectedContent(_ content: String) {
        #expect(throws: ContentRewriter.UnexpectedContent.self) { try rewrite(content) }
    }

    @Test func encodesThousandsOfInks() {
        let markers = InkMarkers()
        let inks = (0..<2500).map { Ink.black(Double($0) / 2500) }
        let colours = inks.map { markers.marker(for: $0) }
        #expect(Set(colours).count == 2500)
        for (ink, colour) in zip(inks, colours) {
            #expect(markers.table.ink(red: colour.red, green: colour.green, blue: colour.blue).ink == ink)
        }
    }

    @Test(arguments: [0, 1, 9_999, 10_000, 79_999])
    func encodesTheNumbersOfPieces(_ piece: Int) {
        let markers = InkMarkers()
        for ink in [.black, red] {
            let colour = markers.marker(for: ink, piece: piece)
            let (decoded, number) = markers.table.ink(red: colour.red, green: colour.green, blue: colour.blue)
            #expect(decoded == ink && number == piece)
        }
        #expect(markers.marker(for: red, piece: 80_000) == red.screen)
    }
}
