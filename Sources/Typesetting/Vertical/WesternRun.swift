/// A stretch of Western letters, figures and signs in vertical text, and how it stands (CLREQ 2.1.3).
struct WesternRun: Hashable {
    /// Scalars of the text.
    var range: Range<Int>
    var stance: VerticalForms.Stance
    /// Whether it holds figures only.
    var isNumber: Bool

    /// All Western runs of a text in order.
    static func runs(of scalars: [Unicode.Scalar], habits: VerticalHabits) -> [WesternRun] {
        var found: [WesternRun] = []
        var phrase: [WesternRun] = []
        var at = 0
        while at < scalars.count {
            guard isWestern(scalars, at) else {
                // A space holds a phrase together; anything else ends it.
                if CharacterClass(scalars[at]) != .space {
                    found += settled(phrase)
                    phrase = []
                }
                at += 1
                continue
            }
            let start = at
            while at < scalars.count, isWestern(scalars, at) { at += 1 }
            phrase += read(scalars, start..<at, habits)
        }
        return found + settled(phrase)
    }

    /// Of the words of one phrase either none is turned or all are.
    private static func settled(_ phrase: [WesternRun]) -> [WesternRun] {
        guard phrase.contains(where: { $0.stance == .turned }) else { return phrase }
        return phrase.map { WesternRun(range: $0.range, stance: .turned, isNumber: $0.isNumber) }
    }

    private static func read(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ habits: VerticalHabits
    ) -> [WesternRun] {
        // A sign of per cent behind figures in one em stands below them.
        if range.count > 1, scalars[range.upperBound - 1] == "%" || scalars[range.upperBound - 1] == "‰" {
            let figures = read(scalars, range.dropLast(), habits)
            if figures.count == 1, figures[0].isNumber, figures[0].stance != .turned {
                let sign = range.upperBound - 1..<range.upperBound
                return figures + [WesternRun(range: sign, stance: .stacked, isNumber: false)]
            }
        }
        let word = scalars[range]
        let isNumber = word.allSatisfy { ("0"..."9").contains($0) }
        let isCapitals = word.allSatisfy { ("0"..."9").contains($0) || ("A"..."Z").contains($0) }
        let stance: VerticalForms.Stance
        if isNumber {
            stance = range.count == 1 ? .stacked : range.count <= habits.figuresInOneEm ? .oneEm : .turned
        } else if range.count == 1, CharacterClass(scalars[range.lowerBound]) == .latin {
            stance = .stacked
        } else {
            stance = isCapitals && range.count <= habits.uprightCapitals ? .stacked : .turned
        }
        return [WesternRun(range: range, stance: stance, isNumber: isNumber)]
    }

    /// Letters, figures and what belongs to Western text; of signs only those that are no wider than it.
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
