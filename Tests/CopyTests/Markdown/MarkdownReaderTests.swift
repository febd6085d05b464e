import Diagnostics
import Testing

@testable import Copy

@Suite struct MarkdownReaderTests {
    @Test func aStoryIsReadWithAllItsParts() throws {
        let story = try readMarkdown(
            """
            ---
            title: |-
              让老街
              热起来
            kicker: 城市更新
            deck: ——城关镇更新记
            byline: 本报记者 王明
            rank: 1
            section: 要闻
            jump: 2
            photos:
              - file: street.jpg
                caption: 老街夜景
                credit: 李静 摄
                focus: [0.5, 0.25]
                after: 2
            ---
            本报讯（记者 王明）清晨，**老街**醒了。

            ## 旧貌换新颜
            ## 三年三个样

            三年前，这里还是[一片](https://example.com)棚户，
            真是*一言难尽*。

            ## 新故事

            > 日子好过了。

            1. 修路
            2. 架桥

            - 学校

            春风吹绿江南岸\\
            燕子归来寻旧巢
            """
        ).value
        #expect(
            dump(story) == """
                = 让老街⏎热起来
                kicker: 城市更新
                deck: ——城关镇更新记
                byline: 本报记者 王明
                rank: 1
                section: 要闻
                jump: 2
                photo after 2: street.jpg @0.5,0.25 | 老街夜景 | 李静 摄
                  本报讯（记者 王明）清晨，老街醒了。 {dateline 本报讯}{reporters （记者 王明）}{bold 老街}
                  ## 旧貌换新颜 / 三年三个样
                  三年前，这里还是一片棚户，真是一言难尽。 {emphasis 一言难尽}
                  ## 新故事
                  > 日子好过了。
                  [1.] 修路
                  [2.] 架桥
                  [•] 学校
                  春风吹绿江南岸⏎燕子归来寻旧巢

                """)
        #expect(story.id == "lead")
    }

    @Test func placesCountTheFrontMatter() throws {
        let story = try readMarkdown("---\ntitle: 大桥通车\nrank: 1\n---\n\n今天。\n\n## 两岸\n\n明天。").value
        #expect(story.place.line == 2)
        #expect(
            story.body.map { block in
                switch block {
                case .paragraph(let paragraph): paragraph.place.line
                case .subhead(_, let place): place.line
                default: 0
                }
            } == [6, 8, 10])
    }

    @Test func starsWorkBesideChineseMarks() throws {
        let story = try readMarkdown("# 题\n\n要牢固树立**“安全第一”**思想，*《红旗谱》*等。**本报讯**")
        #expect(dump(story.value).contains("要牢固树立“安全第一”思想，《红旗谱》等。本报讯 {bold “安全第一”}{emphasis 《红旗谱》}{bold 本报讯}"))
    }

    @Test func linesJoinWithoutABlankBetweenIdeographs() throws {
        let story = try readMarkdown("# 题\n\n清晨，\n老街醒了。\n\nThe bridge\nis open.").value
        #expect(
            story.body.map { dump(Article(id: "", title: "", body: [$0], place: story.place)) }.joined()
                == "= \n  清晨，老街醒了。\n= \n  The bridge is open.\n")
    }

    @Test func aHeadingOfTheFirstLevelIsATitleOnce() throws {
        #expect(try readMarkdown("# 大桥通车\n\n今天。").value.title == "大桥通车")
        #expect(errors(ofMarkdown: "---\ntitle: 甲\n---\n# 乙\n\n今天。").map(\.place?.line) == [4])
        #expect(errors(ofMarkdown: "# 甲\n\n今天。\n\n# 乙\n\n明天。").map(\.place?.line) == [5])
    }

    @Test func aStoryNeedsATitle() {
        #expect(errors(ofMarkdown: "今天。").map(\.message) == ["the story has no title"])
        #expect(errors(ofMarkdown: "---\ntitle: \"\"\n---\n今天。").isEmpty)
    }

    @Test func reportsAPictureInTheTextAtItsColumn() {
        let errors = errors(ofMarkdown: "---\ntitle: 甲\n---\n清晨，![街](street.jpg)醒了。")
        #expect(errors.map { [$0.place?.line, $0.place?.column] } == [[4, 4]])
        #expect(errors[0].hints == ["name it at the top: photos: [{file: street.jpg}]"])
    }

    @Test func printsCodeAndHTMLWithAWarning() throws {
        let story = try readMarkdown("# 题\n\n    四个空格\n\n<div>\n甲\n</div>\n\n乙 <b>丙</b>\n\n<!-- 编者按 -->\n\n---\n")
        #expect(dump(story.value).split(separator: "\n").dropFirst() == ["  四个空格", "  <div>⏎甲⏎</div>", "  乙 <b>丙</b>"])
        #expect(story.diagnostics.map(\.place?.line) == [3, 5, 13])
    }

    @Test func keepsMarksInAListInsideAQuotation() throws {
        let story = try readMarkdown("---\ntitle: 甲\n---\n\n> - 说得**好**\n").value
        guard case .quote(let quote) = story.body.first else { return #expect(Bool(false), "no quote") }
        #expect(quote.text == "• 说得好")
        #expect(quote.marks == [Paragraph.Mark(.bold, 4..<5)])
    }

    @Test func nestedListsAreFlat() throws {
        let story = try readMarkdown("# 题\n\n- 甲\n  1. 乙\n  2. 丙\n- 丁\n").value
        #expect(dump(story).split(separator: "\n").dropFirst() == ["  [•] 甲", "  [1.] 乙", "  [2.] 丙", "  [•] 丁"])
    }
}

@Suite struct PunctuationMaskTests {
    @Test func unmaskingRestoresTheText() {
        let text = "“甲”，《乙》：①２…—A.b*c\n"
        #expect(PunctuationMask.masking(text) != text)
        #expect(PunctuationMask.masking(text).utf8.count == text.utf8.count)
        #expect(PunctuationMask.unmasking(PunctuationMask.masking(text)) == text)
    }
}
