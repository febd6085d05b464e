/// What a character is in Chinese copy. Rules of form ask these questions and no others.
extension Unicode.Scalar {
    /// A full stop, and what closes a sentence like one: 。！？… and their Latin kin.
    var endsSentence: Bool {
        switch self {
        case "。", "！", "？", "…", "!", "?", ".", "．", "｡": true
        default: false
        }
    }

    /// A pause inside a sentence: a line that ends with one is not at its end.
    var isPause: Bool { self == "，" || self == "、" || self == "," }

    var opens: Bool { closer != nil }

    /// The mark that closes what this one opens.
    var closer: Unicode.Scalar? {
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

    var closes: Bool {
        switch self {
        case "”", "’", "）", "》", "〉", "」", "』", "】", "〕", ")", "]": true
        default: false
        }
    }

    /// Marks that no paragraph and no title begins with: what begins so goes on.
    var cannotBegin: Bool {
        switch self {
        case "。", "！", "？", "，", "、", "；", "：", "!", "?", ",", ";", ":", "％", "%": true
        default: closes
        }
    }

    var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
        default: false
        }
    }

    var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }

    /// Space of any width, and the marks without width that exports leave behind.
    var isBlank: Bool {
        switch value {
        case 0x09, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Its width in body characters: 1 for what stands in a full square, ½ for the rest.
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
    var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }

    var ems: Double { reduce(0) { $0 + $1.ems } }
}

extension ArraySlice where Element == Unicode.Scalar {
    /// Without the blanks at its ends.
    var trimmed: ArraySlice<Unicode.Scalar> {
        let front = drop(while: \.isBlank)
        return front.prefix(upTo: (front.lastIndex { !$0.isBlank } ?? front.startIndex - 1) + 1)
    }

    func starts(with text: StaticScalars) -> Bool { text.begins(self) }

    /// Whether it is the word and nothing else.
    func matches(_ text: StaticScalars) -> Bool { count == text.count && text.begins(self) }

    func ends(with text: StaticScalars) -> Bool {
        count >= text.count && text.begins(suffix(text.count))
    }
}
