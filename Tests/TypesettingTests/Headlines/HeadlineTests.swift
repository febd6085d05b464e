import Layouts
import Pages
import Testing

@testable import Typesetting

/// Where titles of two lines break.
struct HeadlineBreakTests {
    private func lines(_ title: String, characters: Int) throws -> [String] {
        let size = Length.pt(20)
        var style = TextStyle(role: "hei", size: size, leading: size, align: .center)
        style.indent = 0
        let headline = HeadlineStyle(
            title: style, sizes: [size], maxLines: 2, kicker: style, deck: style, rowsAbove: 0, rowsBelow: 0)
        let settings = try SampleTypesetter.make().headlines(title, style: headline, width: size * Double(characters))
        return try #require(settings.first { $0.lines.count == 2 }).lines.map(\.text)
    }

    @Test("the dictionary lacks 河长 and takes it for two words")
    func twoLoneCharactersAreProbablyAWord() throws {
        #expect(try lines("产业丰收河长走出去", characters: 6) == ["产业丰收", "河长走出去"])
        #expect(try lines("老街丰收河长社区", characters: 6) == ["老街丰收", "河长社区"])
    }

    @Test("of two equally good divisions, the same one in every run")
    func theUpperLineIsTheLongerOneIfBothAreEquallyGood() throws {
        let broken = try lines("春耕丰收改造振兴夜校", characters: 7)
        #expect(broken == ["春耕丰收改造", "振兴夜校"])
    }
}

/// Short titles are opened over a wide measure (CLREQ 6.3.1.1); longer ones stay solid.
struct HeadlineOpeningTests {
    /// The em of white between two characters of a title that is far shorter than its width.
    private func opening(_ title: String) throws -> Double {
        let size = Length.pt(20)
        var style = TextStyle(role: "hei", size: size, leading: size, align: .center)
        style.indent = 0
        let headline = HeadlineStyle(
            title: style, sizes: [size], maxLines: 1, kicker: style, deck: style, rowsAbove: 0, rowsBelow: 0)
        let composed = try #require(
            try SampleTypesetter.make().headlines(title, style: headline, width: .pt(500)).first)
        return (composed.lines[0].width / size - Double(title.count)) / Double(title.count - 1)
    }

    @Test(arguments: [("简讯", 1.0), ("南窑村", 0.5), ("南窑的火", 0.25), ("外婆的渡口", 0), ("劳动课搬进田里", 0)])
    func onlyTheShortestOpen(_ title: String, _ em: Double) throws {
        #expect(abs(try opening(title) - em) < 0.01)
    }
}
