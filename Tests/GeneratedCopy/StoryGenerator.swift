/// Generates stories of all kinds that a local page has.
struct StoryGenerator {
    /// The forms of subheads: words, numbered words, or a numeral alone.
    enum Numbering: Sendable { case none, numbered, bare }

    var chance: SeededRandom
    var copy: InventedCopy
    var number = 0
    /// The number of characters in a line of the old page.
    let measure: Int
    /// The position of this paper's bylines.
    private let bylines: ExpectedStory.BylinePlace
    /// The form of the subheads in its features.
    let numbering: Numbering

    init(seed: Int) {
        chance = SeededRandom(seed)
        measure = chance.pick([13, 15, 17, 18])
        bylines = chance.pick([.under, .under, .under, .under, .under, .under, .over, .end])
        numbering = chance.pick([.none, .none, .none, .none, .numbered, .bare])
        copy = InventedCopy(chance: SeededRandom(seed + 500_009))
    }

    mutating func stories() -> [ExpectedStory] {
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

    private mutating func news() -> ExpectedStory {
        let dateline = chance.pick([
            "本报讯", "本报讯", "本报讯 ", "【本报讯】", "华龙网讯", "本报综合消息 ", "【本报记者 \(name()) 报道】", "〔记者\(name())／台北报道〕",
        ])
        let opening =
            dateline.hasSuffix(" ") || dateline.contains("记者")
            ? "" : chance.pick(["（记者 \(name())）", "（通讯员 \(name())）", "（记者 \(name()) 通讯员 \(name())）"])
        var story = ExpectedStory(title: title(8...20))
        if chance.isTrue(0.15) { story.deck = "——" + title(8...16).joined() }
        if chance.isTrue(0.12), story.title.count == 1 { story.kicker = kicker(over: story.title[0].count) }
        story.blocks = paragraphs(1...5, opening: dateline + (opening.isEmpty && dateline == "华龙网讯" ? " " : opening))
        story.captions = captions(chance.isTrue(0.3) ? 1 : 0)
        return story
    }

    /// News without a dateline, with a signature in the last paragraph.
    mutating func signedNews() -> ExpectedStory {
        var story = ExpectedStory(
            title: title(8...20), blocks: paragraphs(1...3, opening: "6月\(chance.number(in: 1...30))日，"))
        guard case .paragraph(var pieces) = story.blocks.last else { return story }
        pieces[pieces.count - 1] += chance.pick(["（\(name())）", "（记者 \(name())）", "（通讯员 \(name()) \(name())）"])
        story.blocks[story.blocks.count - 1] = .paragraph(pieces)
        return story
    }

    private mutating func agencyNews() -> ExpectedStory {
        let day = "6月\(chance.number(in: 1...30))日"
        let opening = chance.pick([
            "新华社北京\(day)电（记者 \(name())、\(name())）", "新华社北京\(day)电 ", "据新华社上海\(day)电（记者\(name())）",
            "本报北京\(day)电 （记者 \(name())）", "中新网\(day)电 ", "本报北京电 （记者\(name())）", "中新社广州\(day)电（\(name())）",
            "新华社联合国\(day)电（记者\(name())）", "人民日报北京\(day)电（记者\(name())）", "新华社“雪龙2”号\(day)电（记者\(name())）",
            "（路透社伦敦\(day)电）", "综合新华社\(day)电 ",
        ])
        return ExpectedStory(title: title(8...22), blocks: paragraphs(1...4, opening: opening))
    }

    private mutating func feature() -> ExpectedStory {
        var story = ExpectedStory(title: title(7...16), byline: byline(), bylinePlace: bylines)
        if chance.isTrue(0.6) { story.deck = "——" + title(8...16).joined() }
        story.blocks = paragraphs(1...2)
        for section in 0..<chance.number(in: 2...4) {
            story.blocks.append(.subhead(subhead(section)))
            story.blocks += paragraphs(2...4)
        }
        story.captions = captions(chance.number(in: 0...2))
        return story
    }

    private mutating func brief() -> ExpectedStory {
        let opening = chance.pick(["6月\(chance.number(in: 1...30))日，", "日前，", "近日，"])
        return ExpectedStory(title: title(8...14), blocks: paragraphs(1...1, opening: opening))
    }

    private mutating func pictureStory() -> ExpectedStory {
        ExpectedStory(
            title: title(6...12),
            captions: [
                .init(
                    text: "6月\(chance.number(in: 1...30))日，" + paragraph(chance.number(in: 30...80)),
                    credit: chance.pick(["记者 \(name()) 摄", "通讯员 \(name()) 摄", "\(name()) 摄影报道"]))
            ])
    }

    private mutating func notice() -> ExpectedStory {
        var story = ExpectedStory(title: [chance.pick(["停水通知", "端午节放假安排", "办事指南公告", "征稿启事"])])
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

    /// Each is used once on a page, because a repeated text would be a duplicate.
    private var poems = [
        ["春风吹绿江南岸", "燕子归来寻旧巢", "渡口新桥接远路", "两岸灯火照归舟"],
        ["清晨的码头", "还没有醒来", "雾从江心", "慢慢漫上石阶", "一只白鹭", "站在去年的船头", "等一声汽笛"],
        ["把山背下来的人", "没有留下名字", "路从他的肩膀上", "长出了第一盏灯", "孩子们沿着灯光", "走进教室", "课本打开的时候", "春天就坐满了"],
    ]

    private mutating func poem() -> ExpectedStory {
        let lines = poems.remove(at: chance.number(in: 0...poems.count - 1))
        return ExpectedStory(
            title: [chance.pick(["春江", "渡口的早晨", "修路人", "夏至"])], byline: name(), blocks: [.lines(lines)])
    }

    private mutating func table() -> ExpectedStory {
        let blank = chance.pick(["\t", "　", "  "])
        let heads = ["姓名", "单位", "名次"].joined(separator: blank)
        let rows = (1...chance.number(in: 4...8)).map { place in
            [name(), chance.pick(["城关镇", "沿江村", "实验小学", "区水利局"]), "第\(place)名"].joined(separator: blank)
        }
        var story = ExpectedStory(title: title(8...14))
        story.blocks = [.paragraph([paragraph(60).dropLast() + "，名单公布如下："]), .lines([heads] + rows)]
        return story
    }
}
