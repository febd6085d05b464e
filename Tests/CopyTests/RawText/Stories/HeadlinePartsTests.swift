import Diagnostics
import Testing

@testable import Copy

@Suite struct HeadlinePartsTests {
    private static let dispatch = "本报讯（记者 王明）6月20日，会议召开。"

    private func headline(_ lines: String) -> [String?] {
        let article = readRaw(lines + "\n\n" + Self.dispatch + "\n\n会议强调，要抓好落实。\n\n县领导出席会议。").articles[0]
        return [article.kicker, article.title, article.deck]
    }

    @Test func oneLineIsTheTitle() { #expect(headline("大桥通车") == [nil, "大桥通车", nil]) }

    @Test func theLineAboveATitleIsItsKicker() {
        #expect(
            headline("在全县经济工作会议上的讲话引起热烈反响\n\n推动高质量发展再上台阶")
                == ["在全县经济工作会议上的讲话引起热烈反响", "推动高质量发展再上台阶", nil])
        #expect(headline("短评\n\n推动高质量发展再上台阶") == ["短评", "推动高质量发展再上台阶", nil])
    }

    @Test func theLongLineBelowATitleIsItsDeck() {
        #expect(
            headline("我县农业喜获丰收\n\n全县粮食总产量达到六十万吨 同比增长百分之三")
                == [nil, "我县农业喜获丰收", "全县粮食总产量达到六十万吨 同比增长百分之三"])
    }

    @Test func aDashMakesADeck() {
        #expect(headline("让老街热起来\n\n——城关镇更新记") == [nil, "让老街热起来", "——城关镇更新记"])
    }

    @Test func tightLinesOfOneLengthAreOneTitle() {
        #expect(headline("让党旗在基层\n一线高高飘扬") == [nil, "让党旗在基层\n一线高高飘扬", nil])
    }

    @Test func aKickerAboveATitleOfTwoLines() {
        #expect(
            headline("张伟在全县安全生产工作会议上强调\n坚决守住安全底线\n确保形势持续稳定") == ["张伟在全县安全生产工作会议上强调", "坚决守住安全底线\n确保形势持续稳定", nil])
    }

    @Test func threeLinesAreKickerTitleAndDeck() {
        #expect(headline("全县经济工作会议召开\n\n推动高质量发展\n\n张伟主持 李强讲话") == ["全县经济工作会议召开", "推动高质量发展", "张伟主持 李强讲话"])
    }

    @Test func warnsOfAGuess() {
        let read = readRaw("全县经济工作会议召开\n\n推动高质量发展再上台阶\n\n" + Self.dispatch)
        #expect(read.warnings.map(\.place?.line) == [3])
    }
}
