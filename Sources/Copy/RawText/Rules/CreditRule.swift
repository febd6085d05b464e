/// Recognises a picture caption and separates it from the credit.
///
///     江边晨雾 记者 甲乙 丙丁 摄          → 江边晨雾 | 记者 甲乙 丙丁 摄
///     图为晨雾中的码头。甲乙 摄影报道      → 图为晨雾中的码头。 | 甲乙 摄影报道
///     老街（资料图片）                    → 老街 | （资料图片）
///     图为晨雾。新华社发（甲乙 摄）        → 图为晨雾。 | 新华社发（甲乙 摄）
///     江边晨雾 图/甲乙                    → 江边晨雾 | 图/甲乙
///     江边晨雾＝6月20日、码头             → 江边晨雾＝6月20日、码头, in Japanese papers
///
/// A line that ends with a credit is a caption: a newspaper signs nothing else in this form.
enum CreditRule {
    /// The caption and the credit of one picture.
    struct Caption: Hashable {
        var text: String
        var credit: String?
        /// Whether only the lines around it suggest that the line is a caption.
        var isGuess = false
    }

    /// Words that end a credit, longer ones first.
    private static let endings: [Keyword] = [
        "摄影报道", "摄影报导", "提供图片", "摄影", "撮影", "供图", "制图", "製图", "绘图", "翻拍", "翻摄", "摄", "绘",
    ]
    /// Words that end a credit in brackets.
    private static let bracketEndings: [Keyword] = [
        "资料图片", "资料照片", "资料图", "效果图", "图片", "照片", "供图", "提供", "截图", "翻摄", "摄影", "撮影", "摄", "绘", "制图", "製图",
    ]
    /// Words that end an agency's credit.
    private static let agencyEndings: [Keyword] = ["社发", "社供图"]
    /// Words that end a credit for whoever provided the picture.
    private static let providerEndings: [Keyword] = ["提供", "供图", "摄影", "摄"]
    /// Words before a slash or colon: 图/甲乙.
    private static let labels: [Keyword] = ["摄影", "供图", "图片", "照片", "图", "摄"]
    /// Words and signs that begin a caption.
    private static let openings: [Keyword] = [
        "图为", "上图", "下图", "左图", "右图", "写真は", "图①", "图②", "图③", "题图", "▲", "△", "▼", "▽", "↑", "↓", "←", "→",
    ]

    /// A bracket or label with a longer content, in body characters, is part of the sentence.
    private static let longestCredit = 24.0
    /// A caption may be a paragraph when the picture is the whole story, but not longer than this.
    private static let longestCaption = 160.0

    /// The line's caption and credit; nil if the line is not a caption.
    static func caption(of line: RawLine) -> Caption? {
        guard line.ems <= longestCaption else { return nil }
        let slice = line.scalars
        if let start = creditStart(slice) {
            return Caption(text: slice[..<start].trimmed.string, credit: slice[start...].trimmed.string)
        }
        if openings.contains(where: { slice.starts(with: $0) }) || endsWithDay(slice) {
            return Caption(text: slice.string, credit: nil)
        }
        return nil
    }

    /// ＝20日、川辺町: day and place at the end, as Japanese papers write them.
    private static func endsWithDay(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let mark = slice.lastIndex(of: "＝"), mark > slice.startIndex + 2, let last = slice.last else {
            return false
        }
        let after = slice[(mark + 1)...]
        return after.first?.isDigit ?? false && after.contains("日") && after.ems <= longestCredit
            && !last.endsSentence
    }

    private static func creditStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let start = bracketStart(slice) ?? endingStart(slice) ?? labelStart(slice) ?? agencyStart(slice) else {
            return nil
        }
        // ＝甲乙撮影: the separator belongs to the credit.
        return start > slice.startIndex && slice[start - 1] == "＝" ? start - 1 : start
    }

    /// （资料图片）, 新华社发（甲乙 摄）
    private static func bracketStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard slice.last == "）" || slice.last == ")",
            let opener = slice.lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return nil }
        let inner = slice[(opener + 1)...].dropLast().trimmed
        guard inner.ems <= longestCredit, bracketEndings.contains(where: { inner.ends(with: $0) }) else { return nil }
        return agencyStart(slice[..<opener]) ?? opener
    }

    /// 记者 甲乙 摄
    private static func endingStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let ending = endings.first(where: { slice.ends(with: $0) }) else { return nil }
        var signed = slice.dropLast(ending.count)
        if signed.last == "/" || signed.last == "／" { signed = signed.dropLast() }
        signed = signed.trimmed.suffix(40)
        // The credit follows the caption's last punctuation mark.
        let mark = signed.lastIndex { $0.endsSentence || $0.isClosingMark || $0 == "，" || $0 == "；" || $0 == "＝" }
        let words = signed[(mark.map { $0 + 1 } ?? signed.startIndex)...].wordRanges
        if let start = roleStart(signed, words) { return start }
        // Without a role, the credit consists of names, or of the office that provided the picture.
        let isOffice = words.last.map { signed[$0].count <= 14 && signed[$0].allSatisfy(\.isHan) } ?? false
        if ending != "摄", isOffice, words.count == 1, mark != nil { return words[0].lowerBound }
        let names = words.reversed().prefix { PersonName.isLikely(signed[$0]) }
        if mark != nil { return !names.isEmpty && names.count == words.count ? words[0].lowerBound : nil }
        if words.count == 1 { return names.isEmpty ? nil : words[0].lowerBound }
        if names.isEmpty { return ending != "摄" && isOffice ? words.last?.lowerBound : nil }
        // At least one word is the caption, even one that could be a name.
        return words[max(1, words.count - names.count)].lowerBound
    }

    /// The start of the first role of a credit in which only names follow each role.
    private static func roleStart(_ signed: ArraySlice<Unicode.Scalar>, _ words: [Range<Int>]) -> Int? {
        var start: Int?
        for range in words.reversed() {
            let word = signed[range]
            if let role = PressRole.first(in: word) {
                let name = word[role.upperBound...]
                guard name.isEmpty ? range.upperBound < signed.endIndex : PersonName.isLikely(name) else { break }
                start = role.lowerBound
                // A role attached to the caption's last word begins the credit: 车间记者甲乙 摄.
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
        // 图／甲乙提供: the provider need not be the photographer.
        let provider = providerEndings.first { slice.ends(with: $0) }
        let names = slice[(mark + 1)...].dropLast(provider?.count ?? 0)
        let before = slice[..<mark]
        guard let label = labels.first(where: { before.ends(with: $0) }) else { return nil }
        let start = mark - label.count
        let isSeparate =
            start == slice.startIndex || slice[start - 1].isBlank || slice[start - 1].endsSentence
            || slice[start - 1].isClosingMark
        guard isSeparate, names.ems <= longestCredit else { return nil }
        let words = names.wordRanges.map { names[$0] }
        guard !words.isEmpty, words.allSatisfy({ PressRole.length(atStartOf: $0) != nil || PersonName.isLikely($0) })
        else { return nil }
        return start
    }

    /// 新华社发
    private static func agencyStart(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard agencyEndings.contains(where: slice.ends) else { return nil }
        let tail = slice.suffix(8)
        let start = (tail.lastIndex { $0.isBlank || $0.endsSentence || $0.isClosingMark } ?? tail.startIndex - 1) + 1
        return start > slice.startIndex ? start : nil
    }
}
