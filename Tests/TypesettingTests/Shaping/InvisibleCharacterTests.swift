import Testing

@testable import Typesetting

/// Characters without a width, and those of several code points, are one cell with their base.
struct InvisibleCharacterTests {
    @Test(arguments: [
        "汉\u{200B}", "汉\u{2060}", "葛\u{E0100}", "e\u{301}", "が", "か\u{3099}", "\u{1F1E8}\u{1F1F3}",
        "\u{1F468}\u{200D}\u{1F469}",
    ])
    func oneCell(text: String) {
        let cells = UnbreakableTests.cells("字" + text + "字")
        #expect(cells.count == 3 || text.unicodeScalars.contains("\u{200D}"), "\(cells.map(\.scalar))")
        #expect(cells.map { $0.utf8.count }.reduce(0, +) == ("字" + text + "字").utf8.count)
    }

    /// They take no width.
    @Test func noWidth() {
        #expect(Proof("汉\u{200B}字").x(of: "字").isAbout(1) && Proof("汉\u{FE00}字").x(of: "字").isAbout(1))
    }
}
