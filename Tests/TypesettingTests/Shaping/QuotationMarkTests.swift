import Layouts
import Testing

@testable import Typesetting

/// CLREQ 5.2: quotation marks kept, or changed by the style.
struct QuotationMarkTests {
    private func changed(_ text: String, _ quotes: TextStyle.Quotes, _ language: String) -> String {
        QuotationMarks(quotes, PunctuationStyle(language: language)).changed(StyledText(text, role: "song")).text
    }

    @Test func kept() { #expect(changed("“一‘二’”", .keep, "zh-Hant") == "“一‘二’”") }

    @Test func corners() {
        #expect(changed("“一‘二’”", .corner, "zh-Hant") == "「一『二』」")
        #expect(changed("“一‘二’”", .corner, "zh-Hans") == "『一「二」』")
        #expect(changed("「一『二』」", .curly, "zh-Hant") == "“一‘二’”")
    }

    @Test func apostropheStays() { #expect(changed("‘It’s’", .corner, "ja") == "『It’s』") }
}
