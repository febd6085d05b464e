import Diagnostics
import Testing

@testable import Copy

/// Random copy from lines of all forms. Whatever the result is, no word may be lost, and imported stories must read
/// back equal.
@Suite struct RandomCopyTests {
    /// A generator with a fixed sequence for each seed (SplitMix64).
    struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let forms = [
        "大桥通车", "我县推进农田水利项目建设", "——城关镇更新记", "记者 王明 通讯员 李静", "□ 张敏", "王明", "江边晨雾 记者 王明 摄", "老城墙（资料图片）",
        "记者 李静 摄", "图为码头。", "本报讯（记者 王明）6月20日，会议召开。", "新华社北京6月20日电 会议召开，要求抓好", "会议强调，要压实责任，", "落实各项工作。",
        "他说：“先修路。", "再架桥。”", "”的要求，必须落实。", "1. 放假三天。", "2. 做好值班", "一、总体要求", "（一）放假", "①甲", "②乙", "• 丙", "春风吹绿江南岸",
        "燕子归来寻旧巢，",
        "1.1万公里", "彰显速度", "近年来，全县各地认真贯彻落实上级决策部署，坚持稳中求进，各项工作都取得了新的进展。", "*甲* _乙_ #丙 <丁> [戊](己) &amp;", "# 庚", "> 辛",
        "- 壬", "---癸",
        "（完）", "真好啊！", "短评", "边吃边谈；", "GDP growth", "2023", "推动高质量发展\u{3000}再上台阶", "“引号标题”", "他这样回答：",
    ]

    private static func copy(_ seed: Int) -> String {
        var generator = SeededGenerator(state: UInt64(seed))
        let separators = [["\n"], ["\n\n"], ["\n", "\n\n", "\n\n\n\n"]].randomElement(using: &generator)!
        return (0..<Int.random(in: 1...24, using: &generator)).map { _ in
            (Int.random(in: 0..<8, using: &generator) == 0 ? "　　" : "") + forms.randomElement(using: &generator)!
                + separators.randomElement(using: &generator)!
        }.joined()
    }

    private static func words(of articles: [Article]) -> [Character] {
        var text = ""
        for article in articles {
            for part in [article.title, article.kicker, article.deck, article.byline] { text += part ?? "" }
            for photo in article.photos { text += photo.caption + (photo.credit ?? "") }
            for block in article.body { text += block.text }
        }
        return text.filter { !$0.isWhitespace }.sorted()
    }

    @Test func losesNoWordWithoutAWarning() {
        for seed in 0..<400 {
            let copy = Self.copy(seed)
            let read = readRaw(copy)
            if read.warnings.contains(where: { $0.message.hasPrefix("this story is left out") }) { continue }
            let expected = copy.filter { !$0.isWhitespace }.sorted()
            #expect(Self.words(of: read.articles) == expected, "seed \(seed):\n\(copy)\n→ \(dump(read.articles))")
        }
    }

    @Test func importedCopyReadsBackEqual() throws {
        for seed in 0..<400 {
            for article in readRaw(Self.copy(seed)).articles {
                let again = try readMarkdown(MarkdownWriter().text(of: article)).value
                #expect(dump(again) == dump(article), "seed \(seed): \(MarkdownWriter().text(of: article))")
            }
        }
    }
}
