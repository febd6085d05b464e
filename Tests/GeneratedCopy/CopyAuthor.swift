/// Invents stories of all the kinds that a local page has.
struct CopyAuthor {
    var chance: Chance
    private var copy: InventedCopy
    private var number = 0
    /// Characters in a line of the old page.
    private let measure: Int
    /// Where this paper puts its bylines.
    private let bylines: TrueStory.BylinePlace
    /// What its features' sections are called by.
    let numbering: Numbering

    init(seed: Int) {
        chance = Chance(seed)
        measure = chance.pick([13, 15, 17, 18])
        bylines = chance.pick([.under, .under, .under, .under, .under, .under, .over, .end])
        numbering = chance.pick([.none, .none, .none, .none, .numbered, .bare])
        copy = InventedCopy(chance: Chance(seed + 500_009))
    }

    mutating func stories() -> [TrueStory] {
        (0..<chance.number(in: 2...7)).map { _ in
            switch chance.number(in: 0...11) {
            case 0...3: news()
            case 4: chance.isTrue(0.7) ? news() : signedNews()
            case 5: agencyNews()
            case 6, 7: feature()
            case 8: brief()
            case 9: pictureStory()
            case 10: notice()
            default: poems.isEmpty || chance.isTrue(0.5) ? table() : poem()
            }
        }
    }

    // MARK: Kinds of stories

    private mutating func news() -> TrueStory {
        let dateline = chance.pick([
            "本报讯", "本报讯", "本报讯 ", "【本报讯】", "华龙网讯", "本报综合消息 ", "【本报记者 \(name()) 报道】", "〔记者\(name())／台北报道〕",
        ])
        let opening =
            dateline.hasSuffix(" ") || dateline.contains("记者")
            ? "" : chance.pick(["（记者 \(name())）", "（通讯员 \(name())）", "（记者 \(name()) 通讯员 \(name())）"])
        var story = TrueStory(title: title(8...20))
        if chance.isTrue(0.15) { story.deck = "——" + title(8...16).joined() }
        if chance.isTrue(0.12), story.title.count == 1 { story.kicker = kicker(over: story.title[0].count) }
        story.blocks = paragraphs(1...5, opening: dateline + (opening.isEmpty && dateline == "华龙网讯" ? " " : opening))
        story.captions = captions(chance.isTrue(0.3) ? 1 : 0)
        return story
    }

    private mutating func agencyNews() -> TrueStory {
        let day = "6月\(chance.number(in: 1...30))日"
        let opening = chance.pick([
            "新华社北京\(day)电（记者 \(name())、\(name())）", "新华社北京\(day)电 ", "据新华社上海\(day)电（记者\(name())）",
            "本报北京\(day)电 （记者 \(name())）", "中新网\(day)电 ", "本报北京电 （记者\(name())）", "中新社广州\(day)电（\(name())）",
            "新华社联合国\(day)电（记者\(name())）", "人民日报北京\(day)电（记者\(name())）", "新华社“雪龙2”号\(day)电（记者\(name())）",
            "（路透社伦敦\(day)电）", "综合新华社\(day)电 ",
        ])
        return TrueStory(title: title(8...22), blocks: paragraphs(1...4, opening: opening))
    }

    private mutating func feature() -> TrueStory {
        var story = TrueStory(title: title(7...16), byline: byline(), bylinePlace: bylines)
        if chance.isTrue(0.6) { story.deck = "——" + title(8...16).joined() }
        story.blocks = paragraphs(1...2)
        for section in 0..<chance.number(in: 2...4) {
            story.blocks.append(.subhead(subhead(section)))
            story.blocks += paragraphs(2...4)
        }
        story.captions = captions(chance.number(in: 0...2))
        return story
    }

    private mutating func brief() -> TrueStory {
        let opening = chance.pick(["6月\(chance.number(in: 1...30))日，", "日前，", "近日，"])
        return TrueStory(title: title(8...14), blocks: paragraphs(1...1, opening: opening))
    }

    private mutating func pictureStory() -> TrueStory {
        TrueStory(
            title: title(6...12),
            captions: [
                .init(
                    text: "6月\(chance.number(in: 1...30))日，" + paragraph(chance.number(in: 30...80)),
                    credit: chance.pick(["记者 \(name()) 摄", "通讯员 \(name()) 摄", "\(name()) 摄影报道"]))
            ])
    }

    private mutating func notice() -> TrueStory {
        var story = TrueStory(title: [chance.pick(["停水通知", "端午节放假安排", "办事指南公告", "征稿启事"])])
        story.blocks = [.paragraph([paragraph(40).dropLast() + "，有关事项如下："])]
        let mark = chance.pick(["1.", "1、", "（1）", "①", "一、", "（一）", "●", "◆"])
        let stop = chance.isTrue(0.2) ? "；" : "。"
        let count = chance.number(in: 2...5)
        for index in 1...count {
            let han = ["一", "二", "三", "四", "五"][index - 1]
            let marker = mark.replacing("1", with: "\(index)").replacing("一", with: han)
                .replacing("①", with: ["①", "②", "③", "④", "⑤"][index - 1])
            let space = mark == "1." ? " " : ""
            story.blocks.append(.item(marker + space + sentence().dropLast() + (index < count ? stop : "。")))
        }
        return story
    }

    /// Each once a page: a piece that stands twice is a teaser.
    private var poems = [
        ["春风吹绿江南岸", "燕子归来寻旧巢", "渡口新桥接远路", "两岸灯火照归舟"],
        ["清晨的码头", "还没有醒来", "雾从江心", "慢慢漫上石阶", "一只白鹭", "站在去年的船头", "等一声汽笛"],
        ["把山背下来的人", "没有留下名字", "路从他的肩膀上", "长出了第一盏灯", "孩子们沿着灯光", "走进教室", "课本打开的时候", "春天就坐满了"],
    ]

    private mutating func poem() -> TrueStory {
        let lines = poems.remove(at: chance.number(in: 0...poems.count - 1))
        return TrueStory(title: [chance.pick(["春江", "渡口的早晨", "修路人", "夏至"])], byline: name(), blocks: [.lines(lines)])
    }

    private mutating func table() -> TrueStory {
        let blank = chance.pick(["\t", "　", "  "])
        let heads = ["姓名", "单位", "名次"].joined(separator: blank)
        let rows = (1...chance.number(in: 4...8)).map { place in
            [name(), chance.pick(["城关镇", "沿江村", "实验小学", "区水利局"]), "第\(place)名"].joined(separator: blank)
        }
        var story = TrueStory(title: title(8...14))
        story.blocks = [.paragraph([paragraph(60).dropLast() + "，名单公布如下："]), .lines([heads] + rows)]
        return story
    }

    // MARK: Parts of stories

    static let names = [
        "王明", "李静", "张敏", "赵志强", "刘洋", "陈晓红", "周磊", "吴海燕", "郑凯", "孙丽", "欧阳明", "何一凡", "谢婷", "唐平", "许文", "罗建国", "冯雪",
        "邓超群",
    ]

    mutating func name() -> String { chance.pick(Self.names) }

    private mutating func byline() -> String {
        chance.pick([
            "记者 \(name())", "本报记者 \(name()) 通讯员 \(name())", "□ 本报记者 \(name())", "文/\(name()) 图/\(name())",
            "\(name()) 文/图", "□\(name())", "作者：\(name())", "见习记者 \(name())", "本报记者 \(name()) \(name()) 文/图",
        ])
    }

    /// Titles of news: who does what, of so many characters, the long ones on two lines now and then.
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

    private mutating func sentence() -> String { paragraph(chance.number(in: 14...40)) }

    /// A paragraph that is like no other.
    private mutating func paragraph(_ length: Int) -> String {
        number += 1
        return "第\(number * 7 + chance.number(in: 0...6))户" + copy.paragraph(length)
    }

    mutating func paragraphs(_ count: ClosedRange<Int>, opening: String = "") -> [TrueStory.Block] {
        (0..<chance.number(in: count)).map { index in
            let text = (index == 0 ? opening : "") + paragraph(chance.number(in: 30...170))
            return .paragraph(cut(text, after: index == 0 ? opening.count + 10 : 10))
        }
    }

    /// Some paragraphs as a column's end left them: in two or three pieces, cut at the end of a line, but for where the form
    /// would not tell, behind a full stop.
    private mutating func cut(_ text: String, after start: Int) -> [String] {
        guard text.count > 50, chance.isTrue(0.25) else { return [text] }
        var pieces: [String] = []
        var rest = Array(text)
        // The first line has the paragraph's indent.
        var taken = measure - 2
        for _ in 0..<chance.number(in: 1...2) where rest.count > start + 24 {
            var at = taken + measure * chance.number(in: 0...4)
            // No line begins with a mark, none ends with an opening one, and no figure is parted.
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

    private mutating func captions(_ count: Int) -> [TrueStory.Caption] {
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
}
