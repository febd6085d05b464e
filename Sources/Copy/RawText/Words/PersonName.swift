/// Recognises words that can be a person's name: two or three ideographs that begin with a surname, up to four after a
/// surname of two, or a transcribed name with a dot (买买提·艾力).
///
/// This separates bylines and credits from other short lines. It is a likelihood only: 高山 is a name and a mountain. A
/// rule that relies on nothing else reports a guess.
enum PersonName {
    /// Whether the word has the form of a name.
    static func isLikely(_ word: some Collection<Unicode.Scalar>) -> Bool {
        let scalars = Array(word)
        guard let first = scalars.first, scalars.allSatisfy({ $0.isHan || $0 == "·" || $0 == "•" }) else {
            return false
        }
        if scalars.contains("·") || scalars.contains("•") { return (4...16).contains(scalars.count) }
        if scalars.count > 2, doubleSurnames.contains(where: { $0.isPrefix(of: scalars) }) {
            return scalars.count <= 4
        }
        return (2...3).contains(scalars.count) && surnames.contains(first)
    }

    /// The surnames of nearly everyone who writes for a newspaper: the most common of the 2020 census, and the
    /// classical list.
    private static let surnames: Set<Unicode.Scalar> = Set(
        """
        王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟\
        姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵万覃武钱戴严欧莫孔向汤温庞殷章\
        葛管齐凌樊舒甘牛易盛辛尤柯游喻耿聂焦洪左倪包梅伍关文柳牟翟骆詹季柴路童霍项祝岳翁骈尚童阎符涂安施鲍康申卫解\
        祁阮辜卓蓝单宁房裴费冉池谷丘褚时应简常荣蒲傅屈娄兰苗娟翦仲车闵沙米麦仇晏艾冷吉成储宫洛燕司占花晋敖鹿边卞成\
        桂滕薄饶华窦嵇郁靳滑景古佟楚查隋鞠亓欧曲党权代习乔郎郜岑练卿敬萧庄颜赖\
        張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鍾譚陸韋賈鄒龍陶賀龔萬錢嚴湯溫龐齊莊顏賴關駱項閻藍單費聞應蔣
        """.unicodeScalars)

    private static let doubleSurnames: [Keyword] = [
        "欧阳", "上官", "司马", "司徒", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "夏侯", "端木",
    ]
}

/// The words for a newspaper's roles: 记者, 本报见习记者, 新华社记者, 通讯员.
enum PressRole {
    private static let roles: [Keyword] = [
        "记者", "通讯员", "实习生", "评论员", "撰稿人", "作者", "摄影师", "特派员", "撰稿", "编译",
    ]

    /// Words that may precede a role: the employer and the kind.
    private static let prefixes: [Keyword] = [
        "本报", "本网", "本台", "本刊", "新华社", "中新社", "中央社", "见习", "实习", "特约", "摄影", "首席", "资深", "全媒体",
        "融媒体", "融媒", "文字", "驻外",
    ]

    /// The length of the role at the slice's beginning, with its prefixes; nil if there is none.
    static func length(atStartOf slice: ArraySlice<Unicode.Scalar>) -> Int? {
        var rest = slice
        while let prefix = prefixes.first(where: { rest.starts(with: $0) }) {
            rest = rest.dropFirst(prefix.count)
        }
        guard let role = roles.first(where: { rest.starts(with: $0) }) else { return nil }
        return rest.startIndex + role.count - slice.startIndex
    }

    /// The first role in the slice, with its prefixes.
    static func first(in slice: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
        for index in slice.indices {
            if let length = length(atStartOf: slice[index...]) { return index..<index + length }
        }
        return nil
    }
}
