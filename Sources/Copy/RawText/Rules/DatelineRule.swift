internal import Diagnostics

/// Finds the dateline that opens a dispatch, and the reporters in brackets after it.
///
///     本报讯（记者 甲乙）…            → 本报讯 | （记者 甲乙）
///     新华社北京6月20日电（记者 甲乙）… → 新华社北京6月20日电 | （记者 甲乙）
///     本报北京电 …                    → 本报北京电
///     【本报记者 甲乙 台北报道】…       → 【本报记者 甲乙 台北报道】
///     （美联社纽约二十日电）…           → （美联社纽约二十日电）
///     【ロンドン共同】…                → 【ロンドン共同】
///
/// At the beginning of a paragraph, a dateline is an agency or paper, optionally a place and a day, then 讯, 电 or 消息; or
/// brackets that contain only one of these or a reporter with 报道.
enum DatelineRule {
    /// A longer beginning, in characters, is a sentence that happens to contain the keyword.
    private static let longest = 26

    /// The dateline and the reporters of a paragraph, in order; empty when it does not open a dispatch.
    static func marks(in text: String) -> [Paragraph.Mark] {
        let scalars = Array(text.unicodeScalars.prefix(200))
        guard let end = end(of: scalars[...]) else { return [] }
        let dateline = scalars[..<end].string.count
        var marks = [Paragraph.Mark(.dateline, 0..<dateline)]
        var start = end
        while start < scalars.count, scalars[start].isBlank { start += 1 }
        if start < scalars.count, scalars[start] == "（" || scalars[start] == "(",
            let closer = scalars[start...].firstIndex(where: { $0 == "）" || $0 == ")" })
        {
            let from = scalars[..<start].string.count
            marks.append(Paragraph.Mark(.reporters, from..<from + scalars[start...closer].string.count))
        }
        return marks
    }

    /// Whether the line begins with a dateline.
    static func isDispatch(_ line: RawLine) -> Bool { end(of: line.scalars.prefix(longest + 8)) != nil }

    /// The end of the dateline; nil when there is none.
    private static func end(of slice: ArraySlice<Unicode.Scalar>) -> Int? {
        if let first = slice.first, "【〔（(".unicodeScalars.contains(first),
            let closer = slice.firstIndex(where: { $0 == first.closingMark })
        {
            let inner = slice[(slice.startIndex + 1)..<closer]
            let isDateline =
                closer + 1 < slice.endIndex
                && (keywordEnd(in: inner) == inner.endIndex || first != "（" && first != "(" && isSource(inner))
            return isDateline ? closer + 1 : nil
        }
        return keywordEnd(in: slice)
    }

    private static func keywordEnd(in slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let source = sourceEnd(slice) else { return nil }
        let own = slice.first == "本"
        for index in slice[source...].indices.prefix(longest) {
            let scalar = slice[index]
            if keywordEndings.contains(scalar) || scalar == "息" && slice[index - 1] == "消" {
                let end = index + 1
                let between = slice[source..<index]
                let follows = end < slice.endIndex ? slice[end] : "（"
                // 本报讯 needs no separator; after a place or another agency, one must separate it from the text.
                if own && between.isEmpty && scalar != "电" && scalar != "電" || follows == "（" || follows == "("
                    || follows.isBlank
                    || follows == "："
                    || follows == ":" || between.contains("日") && between.contains(where: \.isDigit)
                {
                    return end
                }
                return nil
            }
            // Ships have reporters, too: “雪龙2”号.
            guard scalar.isHan || scalar.isDigit || scalar.isBlank || "·／/“”".unicodeScalars.contains(scalar)
            else { return nil }
        }
        return nil
    }

    private static let keywordEndings: Set<Unicode.Scalar> = ["讯", "訊", "电", "電"]

    /// Other sources in brackets: 记者甲乙／台北报道, 中央社, and in Japanese papers ロンドン共同, 北京＝甲乙.
    private static func isSource(_ inner: ArraySlice<Unicode.Scalar>) -> Bool {
        guard inner.count <= longest, !inner.contains(where: { $0.isPause || $0.endsSentence || $0 == "：" }) else {
            return false
        }
        if reports.contains(where: inner.ends) {
            return PressRole.length(atStartOf: inner) != nil || sourceEnd(inner) != nil
        }
        return sourceEnd(inner) == inner.endIndex || japanese.contains(where: inner.ends)
            || inner.dropFirst().dropLast().contains("＝")
    }

    private static let reports: [Keyword] = ["报道", "报导"]
    private static let japanese: [Keyword] = ["共同", "時事"]
    private static let own: [Keyword] = ["本报", "本台", "本网", "本刊", "本社"]
    private static let agencies: Set<Unicode.Scalar> = ["社", "网", "網", "报", "報", "台"]

    /// The end of the agency's name: 本报, 新华社, 据新华社, 中新网.
    private static func sourceEnd(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        let rest = slice.first == "据" || slice.first == "據" ? slice.dropFirst() : slice
        if let own = own.first(where: { rest.starts(with: $0) }) {
            return rest.startIndex + own.count
        }
        let name = rest.prefix(9)
        guard let end = name.firstIndex(where: { agencies.contains($0) }),
            end > rest.startIndex, rest[rest.startIndex..<end].allSatisfy(\.isHan)
        else { return nil }
        return end + 1
    }
}
