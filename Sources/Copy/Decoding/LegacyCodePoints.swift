/// Code points at which an older encoding or converter put a character that has another one today. No search finds the
/// word that holds it, and few fonts have it, though it looks as it should.
///
/// Copy is freed of them as it comes in, one scalar for one, so that columns in messages stay true:
///
/// - U+F900–FA0B, the ideographs that the Korean standard KS X 1001 has once for every reading. Their forms do not differ
///   from the unified ones, unlike those of the other compatibility ideographs, which names need and which stay.
/// - The private code points to which GBK and GB18030-2000 gave characters that Unicode did not have then, by the table of
///   GB18030-2022. Its marks for vertical lines become the marks that they are: the layout says how lines run.
enum LegacyCodePoints {
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

    private static let chinese: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{E78D}": "，", "\u{E78E}": "。", "\u{E78F}": "、", "\u{E790}": "：", "\u{E791}": "；", "\u{E792}": "！",
        "\u{E793}": "？", "\u{E794}": "〖", "\u{E795}": "〗", "\u{E796}": "…", "\u{E7C7}": "\u{1E3F}",
        "\u{E816}": "\u{20087}", "\u{E817}": "\u{20089}", "\u{E818}": "\u{200CC}", "\u{E81E}": "\u{9FB4}",
        "\u{E826}": "\u{9FB5}", "\u{E82B}": "\u{9FB6}", "\u{E82C}": "\u{9FB7}", "\u{E831}": "\u{215D7}",
        "\u{E832}": "\u{9FB8}", "\u{E83B}": "\u{2298F}", "\u{E843}": "\u{9FB9}", "\u{E854}": "\u{9FBA}",
        "\u{E855}": "\u{241FE}", "\u{E864}": "\u{9FBB}",
    ]
}
