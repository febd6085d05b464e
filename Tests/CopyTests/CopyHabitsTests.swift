import Testing

@testable import Copy

@Suite struct CopyHabitsTests {
    private func habits(_ text: String) -> CopyHabits {
        var lines: [RawLine] = []
        var gap = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let line = RawLine(String(line), number: index + 1, gap: gap) {
                lines.append(line)
                gap = 0
            } else {
                gap += 1
            }
        }
        return CopyHabits(lines)
    }

    /// A paragraph in two pieces, of which only the first is indented.
    private static let cut =
        "　　清晨六点半，合作社的村民们把新采的黄桃装箱过秤，送往外地的车已经等在村口\n的大榕树下，司机说今年的收成比去年好，路也修到了果园的门口，不用再肩挑背扛。\n"

    @Test func cutParagraphsTakeNothingFromTheHabitOfIndents() {
        #expect(habits("黄桃熟了\n" + String(repeating: Self.cut, count: 4)).indentsParagraphs)
        #expect(!habits("黄桃熟了\n" + String(repeating: Self.cut, count: 4).replacing("　　", with: "")).indentsParagraphs)
    }

    @Test func linesOfOneHeadingStandTight() {
        #expect(habits("三年变样\n烟火气回来\n\n如今，老街有了新故事。\n\n大家都来了。").setsTight)
        #expect(!habits("三年变样\n\n烟火气回来\n\n如今，老街有了新故事。\n\n大家都来了。").setsTight)
    }
}
