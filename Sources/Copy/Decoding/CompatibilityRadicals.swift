/// Radicals that some editors and PDF exports put where an ideograph is meant: ⼈ (U+2F08) looks like 人 (U+4EBA),
/// but no font of a newspaper has it, no search finds it, and it sorts nowhere.
///
/// Copy is freed of them as it comes in, by Unicode's property Equivalent_Unified_Ideograph
/// (EquivalentUnifiedIdeograph.txt, Unicode 14). One scalar becomes one scalar, so columns in messages stay true.
enum CompatibilityRadicals {
    /// The text with an ideograph for each radical of U+2E80–2EF3 and U+2F00–2FD5.
    static func unified(_ text: String) -> String {
        // In UTF-8 both blocks begin with E2 BA … E2 BF, so most copy is passed at the speed of a byte scan.
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

    /// CJK Radicals Supplement from U+2E80; an ideographic space where Unicode names no ideograph.
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
