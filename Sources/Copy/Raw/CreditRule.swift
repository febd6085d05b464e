/// Parts the words under a picture from the line that says whose picture it is.
///
///     江边晨雾 记者 甲乙 丙丁 摄          → 江边晨雾 | 记者 甲乙 丙丁 摄
///     图为晨雾中的码头。甲乙 摄影报道      → 图为晨雾中的码头。 | 甲乙 摄影报道
///     老街（资料图片）                    → 老街 | （资料图片）
///     图为晨雾。新华社发（甲乙 摄）        → 图为晨雾。 | 新华社发（甲乙 摄）
///     江边晨雾 图/甲乙                    → 江边晨雾 | 图/甲乙
///     江边晨雾＝6月20日、码头             → 江边晨雾＝6月20日、码头, as Japan's papers write
///
/// A line that a credit ends is a caption: nothing else in a newspaper is signed so.
enum CreditRule {
    struct Caption: Hashable {
        var caption: String
        var credit: String?
        /// Whether nothing in the line itself says that it is one.
        var isGuess = false
    }

    /// Words at a credit's end, longer ones first.
    private static let deeds: [StaticScalars] = [
        "摄影报道", "摄影报导", "提供图片", "摄影", "撮影", "供图", "制图", "製图", "绘图", "翻拍", "翻摄", "摄", "绘",
    ]
    /// What a bracketed credit ends with.
    private static let sources: [StaticScalars] = [
        "资料图片", "资料照片", "资料图", "效果图", "图片", "照片", "供图", "提供", "截图", "翻摄", "摄影", "撮影", "摄", "绘", "制图", "製图",
    ]
    /// What an agency, and who lent a picture, do.
    private static let agencyDeeds: [StaticScalars] = ["社发", "社供图"]
    private static let lenders: [StaticScalars] = ["提供", "供图", "摄影", "摄"]
    /// Words before a slash or colon: 图/甲乙.
    private static let labels: [StaticScalars] = ["摄影", "供图", "图片", "照片", "图", "摄"]
    /// What captions begin with.
    private static let openings: [StaticScalars] = [
        "图为", "上图", "下图", "左图", "右图", "写真は", "图①", "图②", "图③", "题图", "▲", "△", "▼", "▽", "↑", "↓", "←", "→",
    ]

    /// A bracket or a label with more in it is part of the sentence.
    private static let longestCredit = 24.0
    /// A caption may be a paragraph when its picture is all there is, but not longer than that.
    private static let longestCaption = 160.0

    /// The line's caption and credit, nil if it is no caption.
    static func caption(_ line: RawLine) -> Caption? {
        guard line.ems <= longestCaption else { return nil }
        let slice = line.scalars
        if let start = creditStart(slice) {
            return Caption(caption: slice[..<start].trimmed.string, credit: slice[start...].trimmed.string)
        }
        if openings.contains(where: { slice.starts(with: $0) }) || saysWhen(slice) {
            return Caption(caption: slice.string, credit: nil)
        }
        return nil
    }

    /// ＝20日、川辺町: day and place behind the words.
    private static func saysWhen(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let mark = slice.lastIndex(of: "＝"), mark > slice.startIndex + 2, let last = slice.last else {
            return false
        }
        let behind = slice[(mark + 1)...]
        return behind.first?.isDigit ?? false && behind.contains("日") && behind.ems <= longestCredit
            && !last.endsSentence
    }

    private static func creditStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let start = bracketStart(slice) ?? deedStart(slice) ?? labelStart(slice) ?? agencyStart(slice) else {
            return nil
        }
        // ＝甲乙撮影: the mark that parts them is the credit's.
        return start > slice.startIndex && slice[start - 1] == "＝" ? start - 1 : start
    }

    /// （资料图片）, 新华社发（甲乙 摄）
    private static func bracketStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard slice.last == "）" || slice.last == ")",
            let opener = slice.lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return nil }
        let inner = slice[(opener + 1)...].dropLast().trimmed
        guard inner.ems <= longestCredit, sources.contains(where: { inner.ends(with: $0) }) else { return nil }
        return agencyStart(slice[..<opener]) ?? opener
    }

    /// 记者 甲乙 摄
    private static func deedStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let deed = deeds.first(where: { slice.ends(with: $0) }) else { return nil }
        var signed = slice.dropLast(deed.count)
        if signed.last == "/" || signed.last == "／" { signed = signed.dropLast() }
        signed = signed.trimmed.suffix(40)
        // What signs stands behind the caption's last mark.
        let mark = signed.lastIndex { $0.endsSentence || $0.closes || $0 == "，" || $0 == "；" || $0 == "＝" }
        let words = CopyWords(signed[(mark.map { $0 + 1 } ?? signed.startIndex)...]).ranges
        if let start = roleStart(signed, words) { return start }
        // Without a role only names may sign, or an office that lent the picture.
        let isOffice = words.last.map { signed[$0].count <= 14 && signed[$0].allSatisfy(\.isHan) } ?? false
        if deed != "摄", isOffice, words.count == 1, mark != nil { return words[0].lowerBound }
        let names = words.reversed().prefix { PersonName.isLikely(signed[$0]) }
        if mark != nil { return !names.isEmpty && names.count == words.count ? words[0].lowerBound : nil }
        if words.count == 1 { return names.isEmpty ? nil : words[0].lowerBound }
        if names.isEmpty { return deed != "摄" && isOffice ? words.last?.lowerBound : nil }
        // The caption keeps a word, even one that could be a name.
        return words[max(1, words.count - names.count)].lowerBound
    }

    /// Where the first of the roles begins that sign, with nothing but names behind each.
    private static func roleStart(_ signed: ArraySlice<Unicode.Scalar>, _ words: [Range<Int>]) -> Int? {
        var start: Int?
        for range in words.reversed() {
            let word = signed[range]
            if let role = PressRole.first(in: word) {
                let name = word[role.upperBound...]
                guard name.isEmpty ? range.upperBound < signed.endIndex : PersonName.isLikely(name) else { break }
                start = role.lowerBound
                // Glued to the caption's last word a role parts them all the same: 车间记者甲乙 摄.
                if role.lowerBound > range.lowerBound { break }
            } else {
                guard word.count <= 6, word.allSatisfy({ $0.isHan || $0 == "·" }) else { break }
            }
        }
        return start
    }

    /// 图/甲乙, 摄影：甲乙
    private static func labelStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let mark = slice.lastIndex(where: { $0 == "/" || $0 == "／" || $0 == "：" || $0 == ":" }) else {
            return nil
        }
        // 图／甲乙提供: who lent it need not have taken it.
        let lent = lenders.first { slice.ends(with: $0) }
        let names = slice[(mark + 1)...].dropLast(lent?.count ?? 0)
        let before = slice[..<mark]
        guard let label = labels.first(where: { before.ends(with: $0) }) else { return nil }
        let start = mark - label.count
        let clear =
            start == slice.startIndex || slice[start - 1].isBlank || slice[start - 1].endsSentence
            || slice[start - 1].closes
        guard clear, names.ems <= longestCredit else { return nil }
        let words = CopyWords(names).ranges.map { names[$0] }
        guard !words.isEmpty, words.allSatisfy({ PressRole.length(atStartOf: $0) != nil || PersonName.isLikely($0) })
        else { return nil }
        return start
    }

    /// 新华社发
    private static func agencyStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard agencyDeeds.contains(where: slice.ends) else { return nil }
        let tail = slice.suffix(8)
        let start = (tail.lastIndex { $0.isBlank || $0.endsSentence || $0.closes } ?? tail.startIndex - 1) + 1
        return start > slice.startIndex ? start : nil
    }
}
