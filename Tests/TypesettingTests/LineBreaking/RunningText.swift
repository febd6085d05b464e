/// Generates newspaper prose: sentences from templates with names, numbers, units, quotations, Latin and marks of all
/// kinds. The same seed gives the same text.
struct RunningText {
    private var state: UInt64

    init(seed: UInt64 = 20_230_621) { state = seed }

    /// Paragraphs with at least `characters` characters in total.
    static func paragraphs(characters: Int, seed: UInt64 = 20_230_621) -> [String] {
        var text = RunningText(seed: seed)
        var paragraphs: [String] = []
        var count = 0
        while count < characters {
            let paragraph = text.paragraph()
            count += paragraph.unicodeScalars.count
            paragraphs.append(paragraph)
        }
        return paragraphs
    }

    mutating func paragraph() -> String {
        var text = ""
        if one(in: 6) { text += "本报讯（记者 \(pick(Self.names))）" }
        for _ in 0...below(6) { text += sentence() }
        return text
    }

    private mutating func sentence() -> String {
        var text = clause()
        for _ in 0..<below(4) {
            text += pick(["，", "，", "，", "，", "，", "，", "，", "、", "、", "、", "、", "；", "：", "，“", "——"]) + clause()
        }
        if text.filter({ $0 == "“" }).count > text.filter({ $0 == "”" }).count {
            text += "。”"
        } else {
            text += pick(Self.ends)
        }
        return text
    }

    private mutating func clause() -> String {
        // Five clauses of six are plain: a mark at about every tenth character and a figure or Latin word at every
        // eightieth, as in the news of the sample edition.
        switch below(72) {
        case 0: "\(below(12) + 1)月\(below(28) + 1)日，" + han(6...14)
        case 1: "“\(han(2...5))”" + han(4...10)
        case 2: han(2...6) + "《\(han(3...8))》" + han(2...6)
        case 3: han(3...8) + "\(below(9000) + 100)" + pick(["万元", "人次", "亩", "公里", "户", "吨"])
        case 4: "增长\(below(90)).\(below(10))%，" + han(4...9)
        case 5: han(3...8) + pick(Self.latin) + han(3...9)
        case 6: han(2...5) + "（\(han(3...9))）" + han(2...8)
        case 7: pick(["卡尔·马克思", "阿卜杜拉·买买提", "让-雅克·卢梭"]) + han(3...9)
        case 8: "￥\(below(900) + 1),000的" + han(3...8)
        case 9: han(4...9) + "“\(han(2...4))”“\(han(2...4))”“\(han(2...4))”" + han(2...6)
        case 10: han(3...7) + "\(below(40) - 10)℃～\(below(20) + 11)℃" + han(2...5)
        case 11: "20\(below(14) + 10)年" + han(8...20)
        default: han(4...16)
        }
    }

    private mutating func han(_ range: ClosedRange<Int>) -> String {
        var text = ""
        for _ in 0..<(range.lowerBound + below(range.count)) { text.append(pick(Self.characters)) }
        return text
    }

    private mutating func below(_ count: Int) -> Int {
        // Knuth's linear congruences; the upper bits are the random ones.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }

    private mutating func one(in count: Int) -> Bool { below(count) == 0 }
    private mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    private static let characters = Array(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    )
    private static let latin = [
        "GDP", "5G", "AI", "WTO", "iPhone", "A4", "Wi-Fi", "COVID-19", "LED", "App", "ChatGPT", "Internet", "C919",
        "New York Times", "B2B", "PM2.5", "8GW", "km/h", "T-shirt", "QQ",
    ]
    private static let names = ["杨安迪", "贺奎", "袁菲", "廖秋平", "唐平"]
    private static let ends = ["。", "。", "。", "。", "。", "。", "。", "。", "！", "？", "……", "？！", "。", "。", "。"]
}
