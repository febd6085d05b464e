/// The number or bullet that begins a list item: `1.`, `2、`, `（三）`, `①`, `一、`, `•`.
///
/// A number alone does not make a list: “2.5万吨” and “3、4月份” begin with one, too. So digits must not follow a marker
/// directly, and `ListRule` requires the next number nearby.
struct ListMarker: Hashable {
    /// The marker as printed, without the blank after it.
    var text: String
    /// Its number; nil for bullets.
    var number: Int?
    /// The marker's brackets and stop without the number; equal for all markers of a list.
    var shape: String
    /// The index of the first scalar of the item's text.
    var contentStart: Int

    private static let numerals: [Unicode.Scalar: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let bullets: Set<Unicode.Scalar> = [
        "•", "●", "■", "▲", "△", "▼", "▽", "◆", "▪", "◇", "★", "☆", "·", "*", "-",
    ]

    /// The markers of consecutive lines or paragraphs. Between 1. and 3., an item may begin with a figure: 2.35周岁.
    static func markers(of slices: [ArraySlice<Unicode.Scalar>?]) -> [ListMarker?] {
        var markers = slices.map { $0.flatMap { ListMarker($0) } }
        for index in markers.indices.dropFirst().dropLast() where markers[index] == nil {
            guard let slice = slices[index], let before = markers[index - 1], let after = markers[index + 1],
                let marker = ListMarker(slice, figureFollows: true), before.precedes(marker), marker.precedes(after)
            else { continue }
            markers[index] = marker
        }
        return markers
    }

    /// - Parameter figureFollows: whether digits may follow the marker's stop.
    init?(_ slice: ArraySlice<Unicode.Scalar>, figureFollows: Bool = false) {
        guard let first = slice.first else { return nil }
        let body: Int
        if Self.bullets.contains(first) {
            guard slice.count > 1, first != "-" && first != "*" || slice[slice.startIndex + 1].isBlank,
                slice[slice.startIndex + 1] != first
            else { return nil }
            (text, number, shape) = (String(first), nil, String(first))
            body = slice.startIndex + 1
        } else if (0x2460...0x2473).contains(first.value) {
            (text, number, shape) = (String(first), Int(first.value) - 0x245F, "①")
            body = slice.startIndex + 1
        } else {
            guard let counted = Self.counted(slice, figureFollows) else { return nil }
            (text, number, shape, body) = counted
        }
        contentStart = slice[body...].firstIndex { !$0.isBlank } ?? slice.endIndex
        guard contentStart < slice.endIndex else { return nil }
    }

    private static func counted(
        _ slice: ArraySlice<Unicode.Scalar>, _ figureFollows: Bool
    ) -> (String, Int, String, Int)? {
        var index = slice.startIndex
        let bracket: Unicode.Scalar? = slice.first == "（" || slice.first == "(" ? slice.first : nil
        if bracket != nil { index += 1 }
        let digits = slice[index...].prefix { $0.isDigit || numerals[$0] != nil || $0 == "十" }
        guard !digits.isEmpty, digits.count <= 3, let number = value(of: digits) else { return nil }
        index = digits.endIndex
        guard index < slice.endIndex else { return nil }
        let stop = slice[index]
        let kind = digits.first!.isDigit ? "1" : "一"
        if let bracket {
            guard stop == bracket.closingMark else { return nil }
            return (slice[...index].string, number, String(bracket) + kind, index + 1)
        }
        switch (kind, stop) {
        case ("1", "."), ("1", "．"), ("1", "、"), ("1", "）"), ("1", ")"), ("一", "、"), ("一", "．"):
            // 2.5万, 3、4月: the stop is inside a number.
            if !figureFollows, index + 1 < slice.endIndex, slice[index + 1].isDigit { return nil }
            return (slice[...index].string, number, kind + String(stop), index + 1)
        default: return nil
        }
    }

    private static func value(of digits: ArraySlice<Unicode.Scalar>) -> Int? {
        if digits.allSatisfy(\.isDigit) {
            return digits.reduce(0) { $0 * 10 + Int(($1.value & 0xFF) % 0x10) }
        }
        guard let ten = digits.firstIndex(of: "十") else {
            return digits.count == 1 ? numerals[digits.first!] : nil
        }
        let before = digits[..<ten], after = digits[(ten + 1)...]
        guard before.count <= 1, after.count <= 1 else { return nil }
        return (before.first.map { numerals[$0] ?? 0 } ?? 1) * 10 + (after.first.map { numerals[$0] ?? 0 } ?? 0)
    }

    /// Whether `next` can be the marker of the following item.
    func precedes(_ next: ListMarker) -> Bool {
        shape == next.shape && (number == nil || next.number == number! + 1)
    }
}
