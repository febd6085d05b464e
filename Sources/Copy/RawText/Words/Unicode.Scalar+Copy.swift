/// Classes of characters in Chinese copy, as the rules of form need them.
extension Unicode.Scalar {
    /// Whether it ends a sentence: 。！？… and their Latin equivalents.
    var endsSentence: Bool {
        switch self {
        case "。", "！", "？", "…", "!", "?", ".", "．", "｡": true
        default: false
        }
    }

    /// Whether it is a pause inside a sentence, which does not end a paragraph.
    var isPause: Bool { self == "，" || self == "、" || self == "," }

    /// Whether it is an opening quotation mark or bracket.
    var isOpeningMark: Bool { closingMark != nil }

    /// The closing mark that belongs to this opening mark.
    var closingMark: Unicode.Scalar? {
        switch self {
        case "“": "”"
        case "‘": "’"
        case "（": "）"
        case "《": "》"
        case "〈": "〉"
        case "「": "」"
        case "『": "』"
        case "【": "】"
        case "〔": "〕"
        case "(": ")"
        case "[": "]"
        default: nil
        }
    }

    /// Whether it is a closing quotation mark or bracket.
    var isClosingMark: Bool {
        switch self {
        case "”", "’", "）", "》", "〉", "」", "』", "】", "〕", ")", "]": true
        default: false
        }
    }

    /// Whether no paragraph or title can begin with it, so that it continues the line before.
    var cannotBeginLine: Bool {
        switch self {
        case "。", "！", "？", "，", "、", "；", "：", "!", "?", ",", ";", ":", "％", "%": true
        default: isClosingMark
        }
    }

    /// Whether it is an ideograph.
    var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
        default: false
        }
    }

    /// Whether it is a decimal digit of half or full width.
    var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }

    /// Whether it is a space of any width, or an invisible mark that exports leave behind.
    var isBlank: Bool {
        switch value {
        case 0x09, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Whether it separates the words of a byline or credit.
    var separatesWords: Bool {
        isBlank || self == "/" || self == "／" || self == "、" || self == "|" || self == "｜"
    }

    /// Its width in body characters: 1 for a full-width character, ½ for others.
    var ems: Double {
        switch value {
        case 0x2014, 0x2018...0x201D, 0x2026, 0x2460...0x24FF, 0x2500...0x27BF, 0x2E80...0x303E, 0x3041...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0x1F300...0x1F64F, 0x20000...0x3FFFF:
            1
        default: 0.5
        }
    }
}

extension Collection where Element == Unicode.Scalar {
    /// The scalars as a string.
    var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }

    /// The total width, in body characters.
    var ems: Double { reduce(0) { $0 + $1.ems } }
}

extension ArraySlice where Element == Unicode.Scalar {
    /// The slice without leading and trailing blanks.
    var trimmed: ArraySlice<Unicode.Scalar> {
        let front = drop(while: \.isBlank)
        return front.prefix(upTo: (front.lastIndex { !$0.isBlank } ?? front.startIndex - 1) + 1)
    }

    /// The ranges of the words, which blanks, slashes, vertical bars and enumeration commas separate.
    var wordRanges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        for index in indices {
            if self[index].separatesWords {
                if let first = start { ranges.append(first..<index) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let start { ranges.append(start..<endIndex) }
        return ranges
    }
}
