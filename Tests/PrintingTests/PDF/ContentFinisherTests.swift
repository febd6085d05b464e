import Pages
import Testing

@testable import Printing

struct ContentFinisherTests {
    private let red = Ink(
        screen: .init(red: 0.8, green: 0.1, blue: 0.1), press: .init(cyan: 0, magenta: 1, yellow: 0.9, black: 0.05))

    /// A page's content finished, each operation on its line; ink 0 is black, 1 a grey, 2 red, 3 paper.
    private func finish(
        _ content: String, _ form: OutputProfile = .standard, _ pieces: [PageTags.Piece] = []
    ) throws -> [String] {
        let inks = InkMarkers()
        for ink in [.black, .black(0.6), red, .paper] { _ = inks.stand(for: ink) }
        var tree = StructureTree()
        _ = tree.add("P", to: tree.beginPage())
        let finisher = ContentFinisher(
            inks: inks.list, colours: ContentColours(form: form), pieces: pieces, tree: tree)
        let finished = try finisher.finish(Array(content.utf8))
        return String(decoding: finished.content, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private let colours = "0 0 0.501 rg 0.0001 0 0.501 RG 0.0002 0 0.501 rg"

    @Test func greyIsOneInkAndColoursAreTheirPlates() throws {
        #expect(try finish(colours) == ["0 g", "0.4 G", "0 1 0.9 0.05 k"])
    }

    @Test func aPressGetsEverythingInItsInks() throws {
        #expect(
            try finish(colours, .press(PressSheet()))
                == ["0 0 0 1 k", "/O01 gs", "0 0 0 0.6 K", "0 1 0.9 0.05 k", "/O00 gs"])
    }

    @Test func aScreenGetsLight() throws {
        #expect(try finish(colours, .screen) == ["0 g", "0.4 G", "0.8 0.1 0.1 rg"])
    }

    /// White and red must not shine through each other because black came before them, and after Q all is as it was.
    @Test func onlySolidBlackOverprints() throws {
        let lines = try finish("0 0 0.501 rg q 0.0003 0 0.501 rg Q 0 0 0.501 rg", .press(PressSheet()))
        #expect(
            lines == ["0 0 0 1 k", "/O01 gs", "q", "0 0 0 0 k", "/O00 gs", "Q"])
    }

    @Test func inkOfNobodyIsAnArtifact() throws {
        #expect(
            try finish("q 1 2 3 4 re f Q BT (a)Tj ET")
                == [
                    "q", "/Artifact BMC", "1 2 3 4 re", "f", "EMC", "Q", "/Artifact BMC", "BT", "(a)Tj", "ET", "EMC",
                ])
    }

    @Test func piecesBelongToTheirElements() throws {
        let pieces = [
            PageTags.Piece(owner: .artifact), .init(owner: .element(2)), .init(owner: .element(2), text: "字"),
        ]
        let content = "0 0 0.501 rg 0 0 m f 0 0.0001 0.501 rg 0 0.0002 0.501 rg BT ET 0 0 0.501 RG 0 0 m S"
        #expect(
            try finish(content, .standard, pieces) == [
                "0 g", "/Artifact BMC", "0 0 m", "f", "EMC", "/Span <</MCID 0 /ActualText <FEFF5B57>>> BDC", "BT", "ET",
                "EMC", "0 G", "/Artifact BMC", "0 0 m", "S", "EMC",
            ])
    }

    @Test func picturesHaveTagsAndColoursInThemAreTheirOwn() throws {
        let pieces = [
            PageTags.Piece(owner: .element(2)), .init(owner: .element(2), isPicture: true), .init(owner: .artifact),
        ]
        let content =
            "0 0 0.501 rg BT ET /P <</MCID 0>> BDC q 0 0.0002 0.501 rg /x5 Do Q EMC 0 0.0002 0.501 rg 0 0 m f"
        #expect(
            try finish(content, .standard, pieces) == [
                "0 g", "/P <</MCID 0>> BDC", "BT", "ET", "EMC", "q", "/P <</MCID 1>> BDC", "/x5 Do", "Q", "EMC",
                "/Artifact BMC", "0 0 m", "f", "EMC",
            ])
    }

    @Test func aPieceEndsWhereItsStateDoes() throws {
        let pieces = [PageTags.Piece(owner: .element(2), text: "a")]
        #expect(
            try finish("q 1 0 0 -1 0 9 cm 0 0 0.501 rg BT ET Q", .standard, pieces) == [
                "q", "1 0 0 -1 0 9 cm", "0 g", "/Span <</MCID 0 /ActualText (a)>> BDC", "BT", "ET", "EMC", "Q",
            ])
    }

    /// Patterns and colour spaces of a drawing leave no colour of ours in force.
    @Test func aColourIsNamedAgainBehindAPattern() throws {
        #expect(
            try finish("0 0 0.501 rg /Pattern cs /p5 scn 0 0 0.501 rg") == ["0 g", "/Pattern cs", "/p5 scn", "0 g"])
    }

    @Test func aTextBesideAnArtifactIsInASpan() throws {
        #expect(
            try finish("0 0 0.501 rg BT ET", .standard, [.init(owner: .artifact, text: "a")])
                == ["0 g", "/Artifact BMC", "/Span <</ActualText (a)>> BDC", "BT", "ET", "EMC", "EMC"])
    }

    /// Cairo itself says what a glyph means that its font calls otherwise: é for e and an accent.
    @Test func textsThatCairoWritesStayInsideTheirPiece() throws {
        let content = "0 0 0.501 rg BT /Span << /ActualText <feff00650301> >> BDC (a)Tj EMC (b)Tj ET"
        #expect(
            try finish(content, .standard, [.init(owner: .element(2))]) == [
                "0 g", "/P <</MCID 0>> BDC", "BT", "/Span << /ActualText <feff00650301> >> BDC", "(a)Tj", "EMC",
                "(b)Tj", "ET",
                "EMC",
            ])
    }

    /// A drawing brings colours of its own; grey in it is black ink alone.
    @Test func coloursOfDrawingsArePartedToo() throws {
        #expect(try finish("0.5 0 0 rg 0.4 0.4 0.4 RG") == ["0 1 1 0.5 k", "0.4 G"])
        #expect(try finish("0.5 0 0 rg", .screen) == ["0.5 0 0 rg"])
    }

    @Test(arguments: ["0.5 0 rg", "/P <</MCID 7>> BDC", "/Span <<>> BDC"])
    func whatCannotBeIsAnError(_ content: String) {
        #expect(throws: ContentFinisher.Unexpected.self) { try finish(content) }
    }

    @Test func thousandsOfInksAreToldApart() {
        let numbers = InkMarkers()
        let inks = (0..<2500).map { Ink.black(Double($0) / 2500) }
        let stands = inks.map { numbers.stand(for: $0) }
        #expect(Set(stands).count == 2500)
        for (ink, stand) in zip(inks, stands) {
            #expect(numbers.list.ink(red: stand.red, green: stand.green, blue: stand.blue).ink == ink)
        }
    }

    @Test(arguments: [0, 1, 9_999, 10_000, 79_999])
    func inksCarryTheNumbersOfTheirPieces(_ piece: Int) {
        let numbers = InkMarkers()
        for ink in [.black, red] {
            let stand = numbers.stand(for: ink, piece: piece)
            let (found, number) = numbers.list.ink(red: stand.red, green: stand.green, blue: stand.blue)
            #expect(found == ink && number == piece)
        }
        #expect(numbers.stand(for: red, piece: 80_000) == red.screen)
    }
}
