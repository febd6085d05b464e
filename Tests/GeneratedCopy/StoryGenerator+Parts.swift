/// The parts of stories: names, titles, paragraphs, captions.
extension StoryGenerator {
    static let names = [
        "王明", "李静", "张敏", "赵志强", "刘洋", "陈晓红", "周磊", "吴海燕", "郑凯", "孙丽", "欧阳明", "何一凡", "谢婷", "唐平", "许文", "罗建国", "冯雪",
        "邓超群",
    ]

    mutating func name() -> String { chance.pick(Self.names) }

    mutating func byline() -> String {
        chance.pick([
            "记者 \(name())", "本报记者 \(name()) 通讯员 \(name())", "□ 本报记者 \(name())", "文/\(name()) 图/\(name())",
            "\(name()) 文/图", "□\(name())", "作者：\(name())", "见习记者 \(name())", "本报记者 \(name()) \(name()) 文/图",
        ])
    }

    /// A title of a length in characters; long ones are sometimes on two lines.
    mutating func title(_ length: ClosedRange<Int>) -> [String] {
        let count = chance.number(in: length)
        let text = words(count...count)
        guard count > 13, chance.isTrue(0.15) else { return [text] }
        let middle = text.index(text.startIndex, offsetBy: text.count / 2)
        return [String(text[..<middle]), String(text[middle...])]
    }

    private static let titleWords = [
        "我县", "城关镇", "沿江村", "区水利局", "实验小学", "志愿者", "合作社", "老街", "大桥", "推进", "开展", "启动", "召开", "实现", "建成", "打造", "助力",
        "赋能",
        "夏粮", "黄桃", "校园", "社区", "河道", "产业", "安全", "文明", "农田水利", "乡村振兴", "基层治理", "项目建设", "丰收", "通车", "座谈会", "现场会", "新篇章",
        "加速度",
        "见成效", "暖民心", "再升级",
    ]

    mutating func words(_ length: ClosedRange<Int>) -> String {
        let count = chance.number(in: length)
        var text = ""
        while text.count < count {
            let word = chance.pick(Self.titleWords)
            if text.hasSuffix(word) || word.count > count - text.count, text.count + 2 <= count { continue }
            text += word
        }
        return text
    }

    mutating func sentence() -> String { paragraph(chance.number(in: 14...40)) }

    /// A unique paragraph of about a number of characters.
    mutating func paragraph(_ length: Int) -> String {
        number += 1
        return "第\(number * 7 + chance.number(in: 0...6))户" + copy.paragraph(length)
    }

    mutating func paragraphs(_ count: ClosedRange<Int>, opening: String = "") -> [ExpectedStory.Block] {
        (0..<chance.number(in: count)).map { index in
            let text = (index == 0 ? opening : "") + paragraph(chance.number(in: 30...170))
            return .paragraph(cut(text, after: index == 0 ? opening.count + 10 : 10))
        }
    }

    /// Cuts some paragraphs into two or three pieces, as the end of a column does: at the end of a line, but not after
    /// a full stop, where the form does not show the cut.
    mutating func cut(_ text: String, after start: Int) -> [String] {
        guard text.count > 50, chance.isTrue(0.25) else { return [text] }
        var pieces: [String] = []
        var rest = Array(text)
        // The first line is indented.
        var taken = measure - 2
        for _ in 0..<chance.number(in: 1...2) where rest.count > start + 24 {
            var at = taken + measure * chance.number(in: 0...4)
            // No line begins with a closing mark or ends with an opening one, and no number is divided.
            while at < rest.count - 8, at < start || Self.isBadSeam(rest[at - 1], rest[at]) { at += 1 }
            guard at < rest.count - 8 else { break }
            pieces.append(String(rest[..<at]))
            rest = Array(rest[at...])
            taken = measure
        }
        return pieces + [String(rest)]
    }

    private static func isBadSeam(_ before: Character, _ after: Character) -> Bool {
        "。！？”；：（“".contains(before) || "，。！？”；：、）".contains(after)
            || (before.isASCII || before.isNumber) && (after.isASCII || after.isNumber)
    }

    mutating func captions(_ count: Int) -> [ExpectedStory.Caption] {
        (0..<count).map { _ in
            let place = chance.pick(["沿江村", "老街", "码头", "合作社", "实验小学", "大桥工地"])
            let words = place + chance.pick(["的清晨", "生产车间", "里的灯光", "忙碌的身影", "新貌"])
            let sentence = "图为村民在\(place)\(chance.pick(["装箱", "晾晒", "采摘", "维修水渠"]))。"
            switch chance.number(in: 0...13) {
            case 0: return .init(text: words, credit: "记者 \(name()) 摄")
            case 1: return .init(text: sentence, credit: "\(name()) 摄")
            case 2: return .init(text: words, credit: "（资料图片）")
            case 3: return .init(text: sentence, credit: "通讯员 \(name()) 摄")
            case 4: return .init(text: words, credit: "图/\(name())")
            case 5: return .init(text: sentence, credit: "新华社发（\(name()) 摄）")
            case 6: return .init(text: words, credit: "（\(name()) 供图）")
            case 7: return .init(text: sentence, credit: "本报记者 \(name()) \(name()) 摄")
            case 8: return .init(text: words, credit: "本报记者 \(name()) 通讯员 \(name()) 摄影报道")
            case 9: return .init(text: sentence, credit: "（图片由\(place)提供）")
            case 10: return .init(text: "▲" + words, credit: "摄影：\(name())")
            case 11: return .init(text: sentence, credit: "本报记者 \(name())/摄")
            case 12: return .init(text: "6月\(number % 28 + 1)日，" + sentence.dropFirst(2), credit: "（记者\(name())摄）")
            default: return .init(text: sentence, credit: nil)
            }
        }
    }

    /// The lines of a subhead: 一、旧貌换新颜, 一, or words on one line or two.
    mutating func subhead(_ section: Int) -> [String] {
        let numeral = ["一", "二", "三", "四"][section]
        switch numbering {
        case .numbered: return [numeral + "、" + words(4...9)]
        case .bare: return [numeral]
        case .none: return (0..<(chance.isTrue(0.4) ? 2 : 1)).map { _ in words(4...9) }
        }
    }

    /// A kicker above a title of a number of characters: a longer line, a column's name, or words that introduce the
    /// title.
    mutating func kicker(over title: Int) -> String {
        switch chance.number(in: 0...3) {
        case 0: chance.pick(["图片新闻", "基层视点", "短评", "民生"])
        case 1: words(min(16, title)...16) + "："
        default: words(min(24, title + 2)...24) + "上强调"
        }
    }
}
