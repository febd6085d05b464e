import Testing

@testable import Copy

struct LegacyCodePointsTests {
    @Test func koreanDuplicatesAreUnified() {
        #expect(LegacyCodePoints.replaced(in: "\u{F90A}江\u{F900}\u{FA0B}") == "金江豈廓")
        // Swift takes equivalent characters for equal; the scalars tell.
        #expect(LegacyCodePoints.replaced(in: "\u{F90A}").unicodeScalars.first == "\u{91D1}")
    }

    /// 神 with its old radical is how somebody is called; 﨎 is a unified ideograph in spite of its place.
    @Test func otherCompatibilityIdeographsStay() {
        for scalar in ["\u{FA19}", "\u{FA0E}", "\u{FAD9}", "\u{2F800}", "\u{FA0C}"] as [Unicode.Scalar] {
            #expect(LegacyCodePoints.replaced(in: "江" + String(scalar)).unicodeScalars.last == scalar)
        }
    }

    @Test func marksForVerticalLinesAreMarks() {
        #expect(LegacyCodePoints.replaced(in: "江\u{E78D}边\u{E78E}") == "江，边。")
    }

    @Test func privateCharactersOfAHouseStay() {
        #expect(LegacyCodePoints.replaced(in: "\u{E000}\u{E815}\u{E865}\u{F8FF}") == "\u{E000}\u{E815}\u{E865}\u{F8FF}")
    }
}
