/// Placeholder text that resembles local news: paragraphs and titles of any length.
public struct InventedCopy: Sendable {
    private let words: InventedWords
    /// The random source.
    public var chance: SeededRandom

    /// Creates a generator of placeholder text.
    public init(chance: SeededRandom, words: InventedWords = .simplified) {
        self.chance = chance
        self.words = words
    }

    /// A paragraph of about a number of characters.
    public mutating func paragraph(_ characters: Int) -> String {
        var text = ""
        while text.count < characters {
            if chance.isTrue(0.5) { text += chance.pick(words.openings) + "，" }
            text += chance.pick(words.subjects) + chance.pick(words.actions) + chance.pick(words.ends)
            text += chance.isTrue(0.1) ? "！" : "。"
            if chance.isTrue(0.12) { text += "“\(chance.pick(words.actions))，我们心里有底。”\(chance.pick(words.subjects))说。" }
        }
        // Cut to length, with a full stop at the end.
        guard text.count > characters else { return text }
        var cut = text.prefix(max(4, characters - 1))
        while let last = cut.last, "，。！“”、：".contains(last) { cut.removeLast() }
        return cut + "。"
    }

    /// A title of about a number of characters; long ones have two clauses.
    public mutating func title(_ characters: Int) -> String {
        var text = ""
        while text.count < characters {
            if text.count > 10, !text.contains("　"), chance.isTrue(0.35) { text += "　" }
            text += chance.pick(words.titleWords)
        }
        return text
    }
}

/// The phrases of placeholder text in one language.
public struct InventedWords: Sendable {
    var openings: [String]
    var subjects: [String]
    var actions: [String]
    var ends: [String]
    var titleWords: [String]

    /// Simplified Chinese.
    public static let simplified = InventedWords(
        openings: ["昨日上午", "连日来", "据了解", "今年以来", "截至目前", "清晨六点半", "在村口的大榕树下", "入夏以后"],
        subjects: ["合作社", "镇政府", "沿江村的村民", "项目负责人李群", "区水利局", "老街的商户们", "小学的孩子们", "施工队"],
        actions: [
            "把新采的黄桃装箱过秤", "沿着河堤查看了每一处闸口", "为产业发展打下了基础", "投入资金1.2亿元用于道路改造",
            "邀请专家到田间讲课", "把闲置的仓库改成了书屋", "完成了全部管网的铺设", "组织志愿者清理河道", "让八十多户人家搬进了新居",
            "与高校签订了合作协议",
        ],
        ends: ["，预计年底完工", "，群众都说好", "，比去年同期增长15.8%", "，受到一致好评", "，下一步还将继续推进", ""],
        titleWords: [
            "黄桃", "合作社", "大桥", "通车", "河长", "治水", "老街", "新颜", "春耕", "课堂", "村口", "书屋", "社区", "夜校", "产业", "振兴", "电商",
            "带货",
            "丰收", "开工", "改造", "见成效", "进乡村", "暖民心", "迎新生", "忙起来", "走出去", "再升级",
        ])

    /// Traditional Chinese.
    public static let traditional = InventedWords(
        openings: ["昨日上午", "連日來", "據了解", "今年以來", "截至目前", "清晨六點半"],
        subjects: ["合作社", "鎮公所", "沿江村的村民", "計畫負責人李群", "水利署", "老街的商家", "小學的孩子們"],
        actions: [
            "把新採的黃桃裝箱過秤", "沿著河堤查看了每一處閘口", "為產業發展打下了基礎", "投入資金1.2億元用於道路改造", "邀請專家到田間講課",
            "把閒置的倉庫改成了書屋",
        ],
        ends: ["，預計年底完工", "，居民都說好", "，比去年同期增長15.8%", ""],
        titleWords: [
            "黃桃", "合作社", "大橋", "通車", "治水", "老街", "新貌", "課堂", "書屋", "社區", "夜校", "產業", "豐收", "開工", "見成效", "動起來",
        ])

    /// Japanese.
    public static let japanese = InventedWords(
        openings: ["昨日午前", "このほど", "調べによると", "今年に入って", "朝六時半ごろ"],
        subjects: ["町の商工会は", "市役所は", "川沿いの村の人々は", "担当の田中さんは", "小学校の児童たちは"],
        actions: [
            "新しい桃を箱に詰めて出荷した", "堤防の水門をひとつずつ点検した", "古い倉庫を図書室に改装した", "専門家を畑に招いて講習会を開いた",
            "道路の整備に1.2億円を投じた",
        ],
        ends: ["", "と話している", "、年末に完成する見込みだ", "、住民に好評だという"],
        titleWords: ["桃の収穫", "はじまる", "新しい橋", "開通", "川を守る", "商店街", "にぎわう", "図書室", "オープン", "児童", "ボランティア"])

    /// Sentences of Han characters and Latin words, and of Latin words alone.
    public static let mixed = InventedWords(
        openings: ["On Tuesday", "In recent weeks", "据 Reuters 报道", "As of 2023", "截至 6 月 30 日"],
        subjects: [" the Ministry of Transport", " OpenAI 公司", " the county council", " TCP/IP 工作组", " Dr. Li Qun"],
        actions: [
            " announced a 1.2 billion yuan infrastructure programme", " published its report on internationalization",
            " 与 University of Cambridge 签订了合作协议", " 发布了 iPhone 15 Pro Max 评测",
            " inspected the embankments along the Yangtze",
        ],
        ends: [" in the first quarter", "，比去年同期增长15.8%", ""],
        titleWords: [
            "AI", "新时代", "5G", "智慧城市", "Cambridge", "合作", "NBA", "总决赛", "OpenAI", "发布", "GDP", "增长", "Wi-Fi 7",
        ])
}
