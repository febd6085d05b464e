/// Chinese that reads like local news and says nothing: sentences and titles of any length.
public struct InventedCopy: Sendable {
    private static let openings = ["昨日上午", "连日来", "据了解", "今年以来", "截至目前", "清晨六点半", "在村口的大榕树下", "入夏以后"]
    private static let subjects = ["合作社", "镇政府", "沿江村的村民", "项目负责人李群", "区水利局", "老街的商户们", "小学的孩子们", "施工队"]
    private static let actions = [
        "把新采的黄桃装箱过秤", "沿着河堤查看了每一处闸口", "为产业发展打下了基础", "投入资金1.2亿元用于道路改造",
        "邀请专家到田间讲课", "把闲置的仓库改成了书屋", "完成了全部管网的铺设", "组织志愿者清理河道", "让八十多户人家搬进了新居",
        "与高校签订了合作协议",
    ]
    private static let ends = ["，预计年底完工", "，群众都说好", "，比去年同期增长15.8%", "，受到一致好评", "，下一步还将继续推进", ""]
    private static let titleWords = [
        "黄桃", "合作社", "大桥", "通车", "河长", "治水", "老街", "新颜", "春耕", "课堂", "村口", "书屋", "社区", "夜校", "产业", "振兴", "电商", "带货",
        "丰收", "开工", "改造", "见成效", "进乡村", "暖民心", "迎新生", "忙起来", "走出去", "再升级",
    ]

    public var chance: Chance

    public init(chance: Chance) { self.chance = chance }

    /// One paragraph of about so many characters.
    public mutating func paragraph(_ characters: Int) -> String {
        var text = ""
        while text.count < characters {
            if chance.isTrue(0.5) { text += chance.pick(Self.openings) + "，" }
            text += chance.pick(Self.subjects) + chance.pick(Self.actions) + chance.pick(Self.ends)
            text += chance.isTrue(0.1) ? "！" : "。"
            if chance.isTrue(0.12) { text += "“\(chance.pick(Self.actions))，我们心里有底。”\(chance.pick(Self.subjects))说。" }
        }
        // Cut to length, with a stop at the end.
        guard text.count > characters else { return text }
        var cut = text.prefix(max(4, characters - 1))
        while let last = cut.last, "，。！“”、：".contains(last) { cut.removeLast() }
        return cut + "。"
    }

    /// A title of about so many characters; long ones are of two clauses.
    public mutating func title(_ characters: Int) -> String {
        var text = ""
        while text.count < characters {
            if text.count > 10, !text.contains("　"), chance.isTrue(0.35) { text += "　" }
            text += chance.pick(Self.titleWords)
        }
        return text
    }
}
