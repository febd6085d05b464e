import Pages
import Testing

@testable import Typesetting

/// CLREQ 6.3.2.1, 6.3.2.2, 5.4.1: forms of marks in vertical lines and where their blanks lie.
@Suite struct VerticalMarkTests {
    @Test func marksHaveTheFacesVerticalForms() throws {
        for mark in ["，", "。", "、", "：", "（", "》", "……", "～"] {
            let down = try SampleTypesetter.vertical("国\(mark)家"),
                across = try SampleTypesetter.horizontal([.init("国\(mark)家", role: "song")])
            let ids = (down.runs.flatMap(\.glyphs).map(\.id), across.runs.flatMap(\.glyphs).map(\.id))
            #expect(ids.0[0] == ids.1[0])
            #expect(ids.0[1] != ids.1[1], "\(mark)")
        }
    }

    /// Features are applied piece by piece, so marks after a rotated word must have their forms too.
    @Test func formsApplyAfterRotatedWords() throws {
        let plain = try SampleTypesetter.vertical("元，").runs[0].glyphs[1].id
        let mixed = try SampleTypesetter.vertical("达12.5亿元，")
        #expect(mixed.runs.last?.glyphs.last?.id == plain)
    }

    @Test func closingMarksHaveTheirBlankBelow() throws {
        #expect(try SampleTypesetter.vertical("中，国").places.map(\.y).isClose(to: [8.8, 18.8, 28.8]))
        // Two in a row take an em and a half.
        #expect(try SampleTypesetter.vertical("中》，国").places.map(\.y).isClose(to: [8.8, 18.8, 23.8, 33.8]))
    }

    @Test func openingMarksHaveTheirBlankAbove() throws {
        #expect(try SampleTypesetter.vertical("中（国").places.map(\.y).isClose(to: [8.8, 18.8, 28.8]))
        // A line's start loses the blank: the em box begins half an em above the line.
        #expect(try SampleTypesetter.vertical("（国").places.map(\.y).isClose(to: [3.8, 13.8]))
    }

    @Test func tallMarksKeepTheirEm() throws {
        for mark in ["？", "！", "；", "："] {
            let line = try SampleTypesetter.vertical("中\(mark)")
            #expect(line.width.isClose(to: .pt(20)), "\(mark)")
        }
        #expect(try SampleTypesetter.vertical("中。").width.isClose(to: .pt(15)))
    }

    @Test(arguments: ["song", "kai", "hei-heavy"]) func dashesRunDownTheAxis(role: String) throws {
        let line = try SampleTypesetter.vertical("国——家", role: role)
        #expect(line.places.last!.y.isClose(to: 38.8))
        // One glyph of two em, or two rotated ones: the face of kai has no upright form.
        #expect(line.runs.contains { $0.turn == .clockwise } == (role == "kai"))
        #expect(line.text == "国——家")
    }
}

extension Double {
    func isClose(to other: Double, within tolerance: Double = 0.01) -> Bool { abs(self - other) <= tolerance }
}
