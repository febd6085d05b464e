/// Knows a byline by its form: a line of its own that holds roles and names and nothing else.
///
///     记者 甲乙 通讯员 丙丁        □ 本报记者 甲乙
///     文/甲乙 图/丙丁              （记者 甲乙）
enum BylineRule {
    /// Longer lines are sentences.
    private static let longest = 40.0
    /// Longest word between blanks: a name, or the office that a correspondent writes from.
    private static let longestWord = 12

    private static let ornaments: Set<Unicode.Scalar> = ["□", "◎", "○", "●", "■", "◆", "◇", "▢", "☐"]

    /// What those named did, for the words.
    private static let wordDeeds: [StaticScalars] = [
        "文", "文图", "图文", "报道", "报导", "摄影报道", "摄影报导", "整理", "综合", "采写", "撰文", "撰稿",
    ]
    /// What they did for the pictures. Without a deed of words beside them they make a credit, not a byline.
    private static let pictureDeeds: [StaticScalars] = ["图", "摄", "摄影"]

    /// The byline as it is printed, or nil if the line is none.
    static func byline(_ line: RawLine) -> String? {
        guard line.ems <= longest, line.ending == .word || line.ending == .closer else { return nil }
        if isEnglish(line.scalars) { return line.text }
        var slice = unbracketed(line.scalars)
        guard !slice.contains(where: { $0.endsSentence || $0.isPause && $0 != "、" || $0 == "；" }) else { return nil }
        var marked = false
        if let first = slice.first, ornaments.contains(first) {
            slice = slice.dropFirst().trimmed
            marked = true
        }
        guard !slice.isEmpty, isByline(slice, marked: marked) else { return nil }
        return unbracketed(line.scalars).string
    }

    private static let englishLabels: [StaticScalars] = ["By ", "BY "]

    /// By Wang Ming
    private static func isEnglish(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
        guard englishLabels.contains(where: slice.starts) else { return false }
        return slice.dropFirst(3).first?.properties.isUppercase ?? false
    }

    /// A line of names without a role. Other short lines look the same, so it takes its place in the copy to tell.
    static func isBareNames(_ line: RawLine) -> Bool {
        let words = words(line.scalars)
        return !words.isEmpty && words.count <= 4 && line.hanging == 0
            && words.allSatisfy { PersonName.isLikely(line.scalars[$0].filter { !$0.isBlank }) }
    }

    private static func isByline(_ slice: ArraySlice<Unicode.Scalar>, marked: Bool) -> Bool {
        var named = false
        var spoken = marked
        var forWords = false
        var forPictures = false
        var saysRole = false
        for range in words(slice) {
            var word = slice[range]
            if let label = label(of: word) {
                forWords = forWords || !isDeed(word[..<(word.startIndex + label - 1)], pictureDeeds)
                word = word.dropFirst(label)
                spoken = true
            }
            if let length = PressRole.length(atStartOf: word) {
                (spoken, saysRole) = (true, true)
                let rest = unsigned(word.dropFirst(length), &forPictures)
                if rest.isEmpty {
                    // 本报评论员 signs without a name.
                    named = named || length > 2
                    continue
                }
                guard PersonName.isLikely(rest) else { return false }
                named = true
            } else if isDeed(word, wordDeeds) {
                (spoken, forWords) = (true, true)
            } else if isDeed(word, pictureDeeds) {
                (spoken, forPictures) = (true, true)
            } else {
                let name = unsigned(word, &forPictures).filter { !$0.isBlank }
                guard name.count <= longestWord, name.allSatisfy({ $0.isHan || $0 == "·" }) else { return false }
                // Before any role only names may stand: 甲乙 文/图.
                guard spoken || PersonName.isLikely(name) else { return false }
                named = true
            }
        }
        // An ornament alone may stand before anything: names must follow it.
        if marked, !saysRole, let last = words(slice).last, !PersonName.isLikely(slice[last].filter { !$0.isBlank }) {
            return false
        }
        return named && spoken && (forWords || !forPictures)
    }

    /// A name without the 摄 that is glued to it: 记者 甲乙摄 signs a picture.
    private static func unsigned(
        _ word: ArraySlice<Unicode.Scalar>, _ forPictures: inout Bool
    ) -> ArraySlice<Unicode.Scalar> {
        guard let deed = pictureDeeds.last(where: { word.ends(with: $0) }) else { return word }
        let name = word.dropLast(deed.count)
        guard PersonName.isLikely(name.filter { !$0.isBlank }) else { return word }
        forPictures = true
        return name
    }

    /// The length of a label with its colon: 作者：, 文：.
    private static func label(of word: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let colon = word.prefix(5).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let label = word[..<colon]
        guard
            PressRole.length(atStartOf: label) == label.count || isDeed(label, wordDeeds) || isDeed(label, pictureDeeds)
        else { return nil }
        return colon + 1 - word.startIndex
    }

    /// The words of the line; a name of two ideographs that is spaced to the width of three (张　三) is one.
    private static func words(_ slice: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        for range in CopyWords(slice).ranges {
            if let last = words.last, last.count == 1, range.count == 1, slice[last.lowerBound].isHan,
                slice[range.lowerBound].isHan, !isDeed(slice[range], wordDeeds), !isDeed(slice[range], pictureDeeds)
            {
                words[words.count - 1] = last.lowerBound..<range.upperBound
            } else {
                words.append(range)
            }
        }
        return words
    }

    private static func isDeed(_ word: ArraySlice<Unicode.Scalar>, _ deeds: [StaticScalars]) -> Bool {
        deeds.contains { word.matches($0) }
    }

    private static func unbracketed(_ slice: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard slice.count > 2, let closer = slice.first!.closer, slice.first == "（" || slice.first == "(",
            slice.last == closer, slice.firstIndex(of: closer) == slice.endIndex - 1
        else { return slice }
        return slice.dropFirst().dropLast().trimmed
    }
}
