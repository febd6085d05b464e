/// The language of a text, and what depends on it in shaping.
struct TextLanguage {
    /// BCP 47 in small letters, one code for the languages that have several: zh-TW is zh-hant, zh-CN is zh-hans.
    let code: String
    let punctuation: PunctuationStyle

    /// - Parameter language: BCP 47.
    init(_ language: String) {
        code = Self.canonical(language)
        punctuation = PunctuationStyle(language: language)
    }

    private static func canonical(_ language: String) -> String {
        switch language.lowercased() {
        case "zh", "zh-cn", "zh-sg", "zh-hans-cn": "zh-hans"
        case "zh-hk", "zh-mo", "zh-hant-mo": "zh-hant-hk"
        case "zh-tw", "zh-hant-tw": "zh-hant"
        default: language.lowercased()
        }
    }

    /// The code that Pango needs. Fonts have regions instead of scripts: OpenType's language systems call zh-Hans zh-cn.
    var pangoCode: String {
        switch code {
        case "zh-hans": "zh-cn"
        case "zh-hant-hk": "zh-hk"
        case "zh-hant": "zh-tw"
        default: code
        }
    }
}

/// The conventions that punctuation marks follow.
enum PunctuationStyle: Hashable, Sendable {
    case hans, hant, japanese

    /// - Parameter language: BCP 47. Korean pages use the Japanese boxes for the brackets that both have.
    init(language: String) {
        let language = language.lowercased()
        if language.hasPrefix("ja") || language.hasPrefix("ko") {
            self = .japanese
        } else if language.hasPrefix("zh-hant") || language.hasPrefix("zh-tw") || language.hasPrefix("zh-hk")
            || language.hasPrefix("zh-mo")
        {
            self = .hant
        } else {
            self = .hans
        }
    }
}
