internal import Diagnostics

/// Finds the words that open a dispatch, and the reporters in brackets behind them.
///
///     本报讯（记者 甲乙）…            → 本报讯 | （记者 甲乙）
///     新华社北京6月20日电（记者 甲乙）… → 新华社北京6月20日电 | （记者 甲乙）
///     本报北京电 …                    → 本报北京电
///     【本报记者 甲乙 台北报道】…       → 【本报记者 甲乙 台北报道】
///     （美联社纽约二十日电）…           → （美联社纽约二十日电）
///     【ロンドン共同】…                → 【ロンドン共同】
///
/// The form: an agency or the paper, perhaps a place and a day, then 讯, 电 or 消息, at a paragraph's very beginning; or
/// brackets there that hold one of these, or a reporter who 报道, and nothing else.
enum DatelineRule {
    /// Longer beginnings are sentences that happen to hold the word.
    private static let longest = 26

    /// The paragraph's marks, in order; empty when it opens no dispatch.
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

    static func opens(_ line: RawLine) -> Bool { end(of: line.scalars.prefix(longest + 8)) != nil }

    /// Where the dateline ends.
    private static func end(of slice: ArraySlice<Unicode.Scalar>) -> Int? {
        if let first = slice.first, "【〔（(".unicodeScalars.contains(first),
            let closer = slice.firstIndex(where: { $0 == first.closer })
        {
            let inner = slice[(slice.startIndex + 1)..<closer]
            let isDateline =
                closer + 1 < slice.endIndex
                && (signal(in: inner) == inner.endIndex || first != "（" && first != "(" && isSource(inner))
            return isDateline ? closer + 1 : nil
        }
        guard let end = signal(in: slice) else { return nil }
        return end
    }

    private static func signal(in slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let source = sourceEnd(slice) else { return nil }
        let own = slice.first == "本"
        for index in slice[source...].indices.prefix(longest) {
            let scalar = slice[index]
            if signals.contains(scalar) || scalar == "息" && slice[index - 1] == "消" {
                let end = index + 1
                let between = slice[source..<index]
                let follows = end < slice.endIndex ? slice[end] : "（"
                // 本报讯 speaks for itself; behind a place or a strange agency something must part it from the text.
                if own && between.isEmpty && scalar != "电" && scalar != "電" || follows == "（" || follows == "("
                    || follows.isBlank
                    || follows == "："
                    || follows == ":" || between.contains("日") && between.contains(where: \.isDigit)
                {
                    return end
                }
                return nil
            }
            // “雪龙2”号 too has its reporters.
            guard scalar.isHan || scalar.isDigit || scalar.isBlank || "·／/“”".unicodeScalars.contains(scalar)
            else { return nil }
        }
        return nil
    }

    private static let signals: Set<Unicode.Scalar> = ["讯", "訊", "电", "電"]

    /// What brackets hold besides: 记者甲乙／台北报道, 中央社, and of Japan's papers ロンドン共同, 北京＝甲乙.
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

    private static let reports: [StaticScalars] = ["报道", "报导"]
    private static let japanese: [StaticScalars] = ["共同", "時事"]
    private static let own: [StaticScalars] = ["本报", "本台", "本网", "本刊", "本社"]
    private static let agencies: Set<Unicode.Scalar> = ["社", "网", "網", "报", "報", "台"]

    /// Where the agency's name ends: 本报, 新华社, 据新华社, 中新网.
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
