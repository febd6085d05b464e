internal import Diagnostics

/// Replaces the radicals that some editors and PDF exports write for ideographs: ⼈ (U+2F08) looks like 人 (U+4EBA), but
/// newspaper fonts lack it, and searching and sorting fail on it.
///
/// The replacements are those of Unicode's property Equivalent_Unified_Ideograph (EquivalentUnifiedIdeograph.txt,
/// Unicode 14). One scalar replaces one scalar, so columns in messages stay correct.
enum CompatibilityRadicals {
    /// The text with an ideograph in place of each radical of U+2E80–2EF3 and U+2F00–2FD5.
    static func unified(_ text: String) -> String {
        // In UTF-8 both blocks begin with E2 BA … E2 BF, so a byte scan suffices for most copy.
        var sawLead = false
        let suspicious = text.utf8.contains { byte in
            defer { sawLead = byte == 0xE2 }
            return sawLead && (0xBA...0xBF).contains(byte)
        }
        guard suspicious else { return text }
        var unified = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { unified.append(ideograph(for: scalar) ?? scalar) }
        return String(unified)
    }

    private static func ideograph(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = Int(scalar.value)
        switch value {
        case 0x2E80...0x2EF3: return supplement[value - 0x2E80] == "\u{3000}" ? nil : supplement[value - 0x2E80]
        case 0x2F00...0x2FD5: return kangxi[value - 0x2F00]
        default: return nil
        }
    }

    /// The CJK Radicals Supplement from U+2E80; an ideographic space where Unicode names no ideograph.
    private static let supplement = Array(
        """
        　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵　旡日月歺母\
        民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹\
        艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠\
        饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
        """.unicodeScalars)

    /// The Kangxi Radicals from U+2F00, in the dictionary's order.
    private static let kangxi = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土\
        士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手\
        支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉\
        瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳\
        聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
        辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯\
        鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars)
}

/// Replaces obsolete code points, at which an older encoding or converter put a character that now has another one. The
/// text looks right, but searches do not find it and few fonts have it.
///
/// One scalar replaces one scalar, so columns in messages stay correct:
///
/// - U+F900–FA0B, the ideographs that the Korean standard KS X 1001 repeats for each reading. Their forms equal the
///   unified ones, unlike those of the other compatibility ideographs, which names need and which remain.
/// - The private code points of GBK and GB18030-2000 for characters that Unicode did not have then, by the table of
///   GB18030-2022. Its marks for vertical lines become ordinary marks, because the layout decides the line direction.
enum LegacyCodePoints {
    /// The text with current code points.
    static func replaced(in text: String) -> String {
        // In UTF-8 they begin with EE 9E … EE A1 or EF A4 … EF A8.
        var lead: UInt8 = 0
        let suspicious = text.utf8.contains { byte in
            defer { lead = byte }
            return lead == 0xEE && (0x9E...0xA1).contains(byte) || lead == 0xEF && (0xA4...0xA8).contains(byte)
        }
        guard suspicious else { return text }
        var replaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let index = Int(scalar.value) - 0xF900
            replaced.append(korean.indices.contains(index) ? korean[index] : chinese[scalar] ?? scalar)
        }
        return String(replaced)
    }

    /// The ideographs of U+F900–FA0B.
    private static let korean = Array(
        """
        豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍\
        襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊\
        賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參\
        塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐\
        戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈\
        領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪\
        律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙\
        識什茶刺切度拓糖宅洞暴輻行降見廓
        """.unicodeScalars)

    /// The characters of the private code points.
    private static let chinese: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{E78D}": "，", "\u{E78E}": "。", "\u{E78F}": "、", "\u{E790}": "：", "\u{E791}": "；", "\u{E792}": "！",
        "\u{E793}": "？", "\u{E794}": "〖", "\u{E795}": "〗", "\u{E796}": "…", "\u{E7C7}": "\u{1E3F}",
        "\u{E816}": "\u{20087}", "\u{E817}": "\u{20089}", "\u{E818}": "\u{200CC}", "\u{E81E}": "\u{9FB4}",
        "\u{E826}": "\u{9FB5}", "\u{E82B}": "\u{9FB6}", "\u{E82C}": "\u{9FB7}", "\u{E831}": "\u{215D7}",
        "\u{E832}": "\u{9FB8}", "\u{E83B}": "\u{2298F}", "\u{E843}": "\u{9FB9}", "\u{E854}": "\u{9FBA}",
        "\u{E855}": "\u{241FE}", "\u{E864}": "\u{9FBB}",
    ]
}

/// Replaces full-width letters and figures, as some systems write them (ＧＤＰ１２．５％), by those of normal width: GDP12.5％.
///
/// An edition requests it with `letters: narrow`. A full stop between two figures belongs to the number and is
/// replaced, too. All other marks remain, because only the sentence decides which of them are Chinese.
enum FullWidthLetters {
    /// The text with letters and figures of normal width.
    static func narrowed(in source: SourceText) -> SourceText {
        SourceText(file: source.file, lines: source.lines.map(narrowed))
    }

    private static func narrowed(_ line: String) -> String {
        // In UTF-8, full-width forms begin with EF BC and EF BD.
        guard line.utf8.contains(0xEF) else { return line }
        let scalars = Array(line.unicodeScalars)
        var narrow = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isPoint =
                scalar == "．" && index > 0 && index + 1 < scalars.count && scalars[index - 1].isDigit
                && scalars[index + 1].isDigit
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
                narrow.append(Unicode.Scalar(scalar.value - 0xFEE0)!)
            default: narrow.append(isPoint ? "." : scalar)
            }
        }
        return String(narrow)
    }
}
