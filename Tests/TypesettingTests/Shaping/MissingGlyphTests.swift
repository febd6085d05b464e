import Fonts
import Pages
import Testing

@testable import Typesetting

/// A character that the role's fonts lack is set in a substitute and reported; one that no font has is reported without a
/// face.
struct MissingGlyphTests {
    private func missingGlyphs(_ text: String, role: String) -> [MissingGlyph] {
        let typesetter = Typesetter(fonts: SampleFonts.book(), language: "zh-Hans")
        return typesetter.line(StyledText(text, role: role), style: .sample).missingGlyphs
    }

    @Test func substituted() throws {
        // Georgian, which DejaVu has and WenKai lacks.
        let missingGlyph = try #require(missingGlyphs("汉ა字", role: "kai").first)
        #expect(missingGlyph.role == "kai" && missingGlyph.face != nil)
        #expect(missingGlyphs("汉字", role: "kai").isEmpty)
    }

    @Test func missing() throws {
        let missingGlyph = try #require(missingGlyphs("汉\u{10FFFD}字", role: "song").first)
        #expect(missingGlyph.face == nil && missingGlyph.codePoint == "U+10FFFD")
    }

    /// Pages of a language use its own family, and with it the regional form of a character.
    @Test(arguments: [
        ("zh-Hans", "NotoSerifCJKsc-Regular"), ("zh-TW", "NotoSerifCJKtc-Regular"), ("zh-HK", "NotoSerifCJKhk-Regular"),
        ("ja", "NotoSerifCJKjp-Regular"), ("ko", "NotoSerifCJKkr-Regular"),
    ])
    func byLanguage(language: String, face: String) {
        let typesetter = Typesetter(fonts: SampleFonts.book(), language: language)
        let line = typesetter.line(StyledText("骨", role: "song"), style: .sample)
        #expect(typesetter.faces[line.lines[0].runs[0].face].name == face && line.missingGlyphs.isEmpty)
    }
}
