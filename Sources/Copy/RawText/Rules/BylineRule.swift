/// Recognises a byline by its form: a line of its own that contains only roles and names.
///
///     记者 甲乙 通讯员 丙丁        □ 本报记者 甲乙
///     文/甲乙 图/丙丁              （记者 甲乙）
enum BylineRule {
    /// A longer line is a sentence.
    private static let longest = 40.0
    /// The longest word between blanks, in characters: a name, or the office that a correspondent writes from.
    private static let longestWord = 12

    private static let ornaments: Set<Unicode.Scalar> = ["□", "◎", "○", "●", "■", "◆", "◇", "▢", "☐"]

    /// Words that say a person contributed to the text.
    private static let textCredits: [Keyword] = [
        "文", "文图", "图文", "报道", "报导", "摄影报道", "摄影报导", "整理", "综合", "采写", "撰文", "撰稿",
    ]
    /// Words that say a person contributed to the pictures. Without a word for text beside them, the line is a picture
    /// credit and not a byline.
    private static let pictureCredits: [Keyword] = ["图", "摄", "摄影"]

    /// The byline as printed, without enclosing brackets; nil if the line is not a byline.
    static func byline(_ line: RawLine) -> String? {
        guard line.ems <= longest, line.ending == .word || line.ending == .closer else { return nil }
        if isEnglish(line.scalars) { return line.text }
        var slice = unbracketed(line.scalars)
        guard !slice.contains(where: { $0.endsSentence || $0.isPause && $0 != "、" || $0 == "；" }) else { return nil }
        var hasOrnament = false
        if let first = slice.first, ornaments.contains(first) {
            slice = slice.dropFirst().trimmed
            hasOrnament = true
        }
        guard !slice.isEmpty, isByline(slice, hasOrnament: hasOrnament) else { return nil }
        return unbracketed(line.scalars).string
    }

    private static let englishLabels: [Keyword] = ["By ", "BY "]

    /// By Wang Ming
    private static func isEnglish(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
        guard englishLabels.contains(where: slice.starts) else { return false }
        return slice.dropFirst(3).first?.properties.isUppercase ?? false
    }

    /// Whether the line contains only names. Other short lines have the same form, so the caller must check its
    /// position in the copy.
    static func isBareNames(_ line: RawLine) -> Bool {
        let words = words(line.scalars)
        return !words.isEmpty && words.count <= 4 && line.unmatchedClosers == 0
            && words.allSatisfy { PersonName.isLikely(line.scalars[$0].filter { !$0.isBlank }) }
    }

    private static func isByline(_ slice: ArraySlice<Unicode.Scalar>, hasOrnament: Bool) -> Bool {
        var hasName = false
        var hasLabel = hasOrnament
        var creditsText = false
        var creditsPictures = false
        var hasRole = false
        for range in words(slice) {
            var word = slice[range]
            if let label = label(of: word) {
                creditsText = creditsText || !isKeyword(word[..<(word.startIndex + label - 1)], pictureCredits)
                word = word.dropFirst(label)
                hasLabel = true
            }
            if let length = PressRole.length(atStartOf: word) {
                (hasLabel, hasRole) = (true, true)
                let rest = removingPictureCredit(word.dropFirst(length), &creditsPictures)
                if rest.isEmpty {
                    // 本报评论员 needs no name.
                    hasName = hasName || length > 2
                    continue
                }
                guard PersonName.isLikely(rest) else { return false }
                hasName = true
            } else if isKeyword(word, textCredits) {
                (hasLabel, creditsText) = (true, true)
            } else if isKeyword(word, pictureCredits) {
                (hasLabel, creditsPictures) = (true, true)
            } else {
                let name = removingPictureCredit(word, &creditsPictures).filter { !$0.isBlank }
                guard name.count <= longestWord, name.allSatisfy({ $0.isHan || $0 == "·" }) else { return false }
                // Only names may precede the first role: 甲乙 文/图.
                guard hasLabel || PersonName.isLikely(name) else { return false }
                hasName = true
            }
        }
        // Any line can follow an ornament: without a role, its last word must be a name.
        if hasOrnament, !hasRole, let last = words(slice).last, !PersonName.isLikely(slice[last].filter { !$0.isBlank })
        {
            return false
        }
        return hasName && hasLabel && (creditsText || !creditsPictures)
    }

    /// Removes an attached 摄 from a name: 记者 甲乙摄 is a picture credit.
    private static func removingPictureCredit(
        _ word: ArraySlice<Unicode.Scalar>, _ creditsPictures: inout Bool
    ) -> ArraySlice<Unicode.Scalar> {
        guard let credit = pictureCredits.last(where: { word.ends(with: $0) }) else { return word }
        let name = word.dropLast(credit.count)
        guard PersonName.isLikely(name.filter { !$0.isBlank }) else { return word }
        creditsPictures = true
        return name
    }

    /// The length of a label including its colon: 作者：, 文：.
    private static func label(of word: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let colon = word.prefix(5).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let label = word[..<colon]
        guard
            PressRole.length(atStartOf: label) == label.count || isKeyword(label, textCredits)
                || isKeyword(label, pictureCredits)
        else { return nil }
        return colon + 1 - word.startIndex
    }

    /// The words of the line. A name of two ideographs with a blank between them (张　三) is one word.
    private static func words(_ slice: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        for range in slice.wordRanges {
            if let last = words.last, last.count == 1, range.count == 1, slice[last.lowerBound].isHan,
                slice[range.lowerBound].isHan, !isKeyword(slice[range], textCredits),
                !isKeyword(slice[range], pictureCredits)
            {
                words[words.count - 1] = last.lowerBound..<range.upperBound
            } else {
                words.append(range)
            }
        }
        return words
    }

    private static func isKeyword(_ word: ArraySlice<Unicode.Scalar>, _ keywords: [Keyword]) -> Bool {
        keywords.contains { word.matches($0) }
    }

    private static func unbracketed(_ slice: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard slice.count > 2, let closer = slice.first!.closingMark, slice.first == "（" || slice.first == "(",
            slice.last == closer, slice.firstIndex(of: closer) == slice.endIndex - 1
        else { return slice }
        return slice.dropFirst().dropLast().trimmed
    }

    // MARK: Signatures

    private static let source: Keyword = "据"

    /// Whether the line ends with a name or a source in brackets, which ends a story: “……。（甲乙）”, “……。（记者 甲乙）”.
    static func endsWithSignature(_ line: RawLine) -> Bool {
        guard line.scalars.last == "）" || line.scalars.last == ")",
            let opener = line.scalars.lastIndex(where: { $0 == "（" || $0 == "(" }),
            opener == line.scalars.startIndex || line.scalars[opener - 1].endsSentence
                || line.scalars[opener - 1].isBlank,
            let inner = RawLine(line.scalars[(opener + 1)...].dropLast().string, number: line.number, gap: 0)
        else { return false }
        return byline(inner) != nil || isBareNames(inner) || inner.scalars.starts(with: source)
    }
}
