/// A stretch of Western letters, figures and signs in vertical text, and its orientation (CLREQ 2.1.3).
struct WesternRun: Hashable {
    /// The run's scalars in the text.
    var range: Range<Int>
    var orientation: VerticalForms.Orientation
    /// Whether it consists of figures.
    var isNumber: Bool

    /// All Western runs of a text in order.
    static func runs(of scalars: [Unicode.Scalar], options: VerticalOptions) -> [WesternRun] {
        var runs: [WesternRun] = []
        var phrase: [WesternRun] = []
        var at = 0
        while at < scalars.count {
            guard isWestern(scalars, at) else {
                // A space continues a phrase; anything else ends it.
                if CharacterClass(scalars[at]) != .space {
                    runs += unified(phrase)
                    phrase = []
                }
                at += 1
                continue
            }
            let start = at
            while at < scalars.count, isWestern(scalars, at) { at += 1 }
            phrase += word(scalars, start..<at, options)
        }
        return runs + unified(phrase)
    }

    /// The words of a phrase, all of them rotated if one is.
    private static func unified(_ phrase: [WesternRun]) -> [WesternRun] {
        guard phrase.contains(where: { $0.orientation == .rotated }) else { return phrase }
        return phrase.map { WesternRun(range: $0.range, orientation: .rotated, isNumber: $0.isNumber) }
    }

    /// The run of a word by its length and characters; two runs if it is a percentage.
    private static func word(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ options: VerticalOptions
    ) -> [WesternRun] {
        // A per cent sign after figures in one em stands below them.
        if range.count > 1, scalars[range.upperBound - 1] == "%" || scalars[range.upperBound - 1] == "‰" {
            let figures = word(scalars, range.dropLast(), options)
            if figures.count == 1, figures[0].isNumber, figures[0].orientation != .rotated {
                let sign = range.upperBound - 1..<range.upperBound
                return figures + [WesternRun(range: sign, orientation: .stacked, isNumber: false)]
            }
        }
        let characters = scalars[range]
        let isNumber = characters.allSatisfy { ("0"..."9").contains($0) }
        let isCapitals = characters.allSatisfy { ("0"..."9").contains($0) || ("A"..."Z").contains($0) }
        let orientation: VerticalForms.Orientation
        if isNumber {
            orientation =
                range.count == 1 ? .stacked : range.count <= options.mostCombinedFigures ? .combined : .rotated
        } else if range.count == 1, CharacterClass(scalars[range.lowerBound]) == .latin {
            orientation = .stacked
        } else {
            orientation = isCapitals && range.count <= options.mostUprightCapitals ? .stacked : .rotated
        }
        return [WesternRun(range: range, orientation: orientation, isNumber: isNumber)]
    }

    /// Whether a scalar belongs to Western text. Of currency signs and units, only those narrower than an em do.
    private static func isWestern(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        switch CharacterClass(scalars[index]) {
        case .latin, .digit, .westernSign, .westernClosing, .westernOpening: true
        case .prefix, .suffix: scalars[index].value < 0x2100
        // An apostrophe.
        case .closing where scalars[index] == "’" && index > 0 && index + 1 < scalars.count:
            CharacterClass(scalars[index - 1]) == .latin && CharacterClass(scalars[index + 1]) == .latin
        default: false
        }
    }
}
