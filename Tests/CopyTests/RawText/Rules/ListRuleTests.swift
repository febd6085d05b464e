import Testing

@testable import Copy

@Suite struct ListRuleTests {
    private func body(_ text: String) -> [String] {
        dump(readRaw("放假通知\n\n现将有关事项通知如下：\n\n" + text).articles).split(separator: "\n").dropFirst(2).map(String.init)
    }

    @Test func numbersInOrderMakeAList() {
        #expect(body("1. 放假三天。\n\n2. 做好值班。\n\n3. 及时报告。") == ["  [1.] 放假三天。", "  [2.] 做好值班。", "  [3.] 及时报告。"])
        #expect(body("（一）放假三天\n（二）做好值班\n") == ["  [（一）] 放假三天", "  [（二）] 做好值班"])
        #expect(body("①放假三天；\n②做好值班。") == ["  [①] 放假三天；", "  [②] 做好值班。"])
        #expect(body("九、放假三天。\n十、做好值班。\n十一、及时报告。").count == 3)
    }

    @Test func bulletsMakeAList() {
        #expect(body("● 放假三天\n\n● 做好值班") == ["  [●] 放假三天", "  [●] 做好值班"])
    }

    @Test func aTriangleIsABulletOrRefersToAPicture() {
        #expect(body("▲县总工会开展活动。\n\n▲县图书馆开放。").first == "  [▲] 县总工会开展活动。")
        let read = readRaw("图片新闻\n\n▲游客在赏荷。\n")
        #expect(read.articles[0].photos.map(\.caption) == ["▲游客在赏荷。"])
    }

    @Test func aSingleNumberMakesNoList() {
        #expect(body("1. 放假三天，请各单位周知。") == ["  1. 放假三天，请各单位周知。"])
    }

    @Test(arguments: ["1.1万公里", "3、4月份", "2023年", "5·12", "-12℃", "一是要抓", "1.", "10000. 甲"])
    func numbersInTextAreNoMarkers(_ text: String) {
        #expect(ListMarker(Array(text.unicodeScalars)[...])?.number == nil)
    }

    @Test func itemsAreNotJoined() {
        #expect(body("1. 苹果\n\n2. 梨\n\n3. 桃\n\n以上水果由县供销社提供。").count == 4)
    }

    @Test func anItemBetweenTwoMayBeginWithAFigure() {
        let articles = readRaw("招聘启事\n\n条件如下：\n\n1.本科以上学历；\n\n2.35周岁以下；\n\n3.有经验者优先。").articles
        #expect(dump(articles).contains("  [2.] 35周岁以下；\n  [3.] 有经验者优先。"))
    }

    @Test func figuresAreNotItems() {
        let body = readRaw("产量\n\n本报讯 今年产量如下：\n\n1.2万吨黄桃。\n\n2.5万吨大米。\n\n3.6万吨柑橘。").articles[0].body
        #expect(body.map(\.text).suffix(3) == ["1.2万吨黄桃。", "2.5万吨大米。", "3.6万吨柑橘。"])
    }
}
