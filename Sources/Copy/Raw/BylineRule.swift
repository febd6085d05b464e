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

    /// Words that may stand beside roles and names.
    private static let deeds: [StaticScalars] = ["文", "图", "摄", "摄影", "文图", "图文", "报道", "摄影报道", "整理", "综合", "采写", "撰文"]

    /// The byline as it is printed, or nil if the line is none.
    static func byline(_ line: RawLine) -> String? {
        guard line.ems <= longest, line.ending == .word || line.ending == .closer else { return nil }
        var slice = unbracketed(line.scalars)
        guard !slice.contains(where: { $0.endsSentence || $0.isPause && $0 != "、" || $0 == "；" }) else { return nil }
        var marked = false
        if ornaments.contains(slice.first!) {
            slice = slice.dropFirst().trimmed
            marked = true
        }
        guard !slice.isEmpty, isByline(slice, marked: marked) else { return nil }
        return unbracketed(line.scalars).string
    }

    /// A line of names without a role. Other short lines look the same, so it takes its place in the copy to tell.
    static func isBareNames(_ line: RawLine) -> Bool {
        let words = words(line.scalars)
        return !words.isEmpty && words.count <= 4 && line.hanging == 0
            && words.allSatisfy { PersonName.isLikely(line.scalars[$0]) }
    }

    private static func isByline(_ slice: ArraySlice<Unicode.Scalar>, marked: Bool) -> Bool {
        var named = false
        var spoken = marked
        for range in words(slice) {
            var word = slice[range]
            if let label = label(of: word) {
                word = word.dropFirst(label)
                spoken = true
            }
            if let length = PressRole.length(atStartOf: word) {
                spoken = true
                let rest = word.dropFirst(length)
                if rest.isEmpty {
                    // 本报评论员 signs without a name.
                    named = named || length > 2
                    continue
                }
                guard PersonName.isLikely(rest) else { return false }
                named = true
            } else if deeds.contains(where: { word.elementsEqual($0.scalars) }) {
                spoken = true
            } else {
                guard word.count <= longestWord, word.allSatisfy({ $0.isHan || $0 == "·" }) else { return false }
                // Before any role only names may stand: 甲乙 文/图.
                guard spoken || PersonName.isLikely(word) else { return false }
                named = true
            }
        }
        return named && spoken
    }

    /// The length of a label with its colon: 作者：, 文：.
    private static func label(of word: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let colon = word.prefix(5).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let label = word[..<colon]
        guard PressRole.length(atStartOf: label) == label.count || deeds.contains(where: { label.elementsEqual($0.scalars) })
        else { return nil }
        return colon + 1 - word.startIndex
    }

    /// The words of the line; a name of two ideographs that is spaced to the width of three (张　三) is one.
    private static func words(_ slice: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        for range in CopyWords(slice).ranges {
            if let last = words.last, last.count == 1, range.count == 1, slice[last.lowerBound].isHan,
                slice[range.lowerBound].isHan, !isDeed(slice[range])
            {
                words[words.count - 1] = last.lowerBound..<range.upperBound
            } else {
                words.append(range)
            }
        }
        return words
    }

    private static func isDeed(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        deeds.contains { word.elementsEqual($0.scalars) }
    }

    private static func unbracketed(_ slice: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard slice.count > 2, let closer = slice.first!.closer, slice.first == "（" || slice.first == "(",
            slice.last == closer, slice.firstIndex(of: closer) == slice.endIndex - 1
        else { return slice }
        return slice.dropFirst().dropLast().trimmed
    }
}
