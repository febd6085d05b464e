import Layouts
import Pages
import Testing

@testable import Typesetting

/// For random text, all characters appear in order, and no line is wider than its measure.
struct RandomMixtureTests {
    @Test(arguments: 1...40) func noCharacterIsLost(seed: UInt64) {
        var random = Mixture(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let text = random.text()
        let measure = Double(3 + random.below(30))
        var style = TextStyle.sample
        style.indent = Double(random.below(3))
        style.strictGrid = random.below(4) == 0
        style.hangsMarks = random.below(4) == 0
        let typesetter = Typesetter(
            fonts: SampleFonts.book(), language: ["zh-Hans", "zh-Hant", "ja", "ko"][random.below(4)])
        let composed = typesetter.compose(StyledText(text, role: "song"), style: style, widths: [measure])
        var next = 0
        for (line, placed) in composed.lines {
            #expect(line.start == next && line.end > line.start)
            next = line.end
            let over = placed.inkWidth - measure
            // A hanging mark, and one piece that is wider than the line, may reach over the measure.
            let isSingle = line.end - line.start == 1
            #expect(
                over < 0.001 || placed.hangs && over < 1.001 || isSingle,
                "\(over) over \(measure) at \(line.start)…\(line.end) strict \(style.strictGrid): \(text)")
            #expect(zip(placed.x, placed.x.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 })
        }
        #expect(next == composed.shaped.cells.count)
        let paragraph = typesetter.paragraph(
            StyledText(text, role: "song"), style: style, measure: style.size * measure)
        #expect(paragraph.lines.map(\.text).joined() == text)
    }

    private struct Mixture {
        var state: UInt64

        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }

        mutating func text() -> String {
            var text = ""
            for _ in 0..<(20 + below(180)) {
                let pool = Self.pools[below(Self.pools.count)]
                for _ in 0...below(4) { text.unicodeScalars.append(pool[below(pool.count)]) }
            }
            return text
        }

        private static let pools: [[Unicode.Scalar]] = [
            "一二三四五六七八九十百千万国家发展新闻中心", "一二三四五六七八九十百千万国家发展新闻中心", "，。、；：？！", "“”‘’（）《》【】〔〕",
            "abcdefgXYZ", "0123456789.,-/%", "—…～·", " 　\u{A0}\u{200B}\u{2060}", "￥$№℃‰①②†", "あっーカャ々한국어", "𠮷𪚥㐀䶮",
            "()[]{}&@#*+=<>",
        ].map { Array($0.unicodeScalars) }
    }
}
