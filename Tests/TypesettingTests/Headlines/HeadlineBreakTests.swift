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
