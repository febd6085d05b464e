internal import Layouts

/// Converts quotation marks to the form that a style asks for: curly or corner (CLREQ 5.2).
///
/// On the mainland 『』 are the outer marks, as in its vertical text. In Taiwan, Hong Kong and Japan 「」 are.
struct QuotationMarks {
    private let changes: [Unicode.Scalar: Unicode.Scalar]
    private let isToCorner: Bool

    init(_ form: TextStyle.Quotes, _ punctuation: PunctuationStyle) {
        let curly: [Unicode.Scalar] = ["“", "”", "‘", "’"]
        let corner: [Unicode.Scalar] = punctuation == .hans ? ["『", "』", "「", "」"] : ["「", "」", "『", "』"]
        isToCorner = form == .corner
        changes =
            switch form {
            case .keep: [:]
            case .curly: Dictionary(uniqueKeysWithValues: zip(corner, curly))
            case .corner: Dictionary(uniqueKeysWithValues: zip(curly, corner))
            }
    }

    /// The text with its quotation marks converted.
    func changed(_ text: StyledText) -> StyledText {
        guard !changes.isEmpty else { return text }
        var text = text
        for index in text.spans.indices { text.spans[index].text = changed(text.spans[index].text) }
        return text
    }

    private func changed(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var changed = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            changed.append(isApostrophe(scalars, index) ? scalar : changes[scalar] ?? scalar)
        }
        return String(changed)
    }

    /// ’ between Latin letters is an apostrophe.
    private func isApostrophe(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard isToCorner, scalars[index] == "’", index > 0, index + 1 < scalars.count else { return false }
        return CharacterClass(scalars[index - 1]) == .latin && CharacterClass(scalars[index + 1]) == .latin
    }
}
