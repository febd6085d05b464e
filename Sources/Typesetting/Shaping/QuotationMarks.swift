internal import Layouts

/// Quotation marks as the style wants them: kept, or changed between curly and corner forms (CLREQ 5.2).
///
/// Which corner stands for which depends on who reads: on the mainland 『』 are the outer marks, as they are in its
/// vertical text; in Taiwan, Hong Kong and Japan 「」 are.
struct QuotationMarks {
    private let changes: [Unicode.Scalar: Unicode.Scalar]
    private let isToCorner: Bool

    init(_ wanted: TextStyle.Quotes, _ tradition: Tradition) {
        let curly: [Unicode.Scalar] = ["“", "”", "‘", "’"]
        let corner: [Unicode.Scalar] = tradition == .hans ? ["『", "』", "「", "」"] : ["「", "」", "『", "』"]
        isToCorner = wanted == .corner
        changes =
            switch wanted {
            case .keep: [:]
            case .curly: Dictionary(uniqueKeysWithValues: zip(corner, curly))
            case .corner: Dictionary(uniqueKeysWithValues: zip(curly, corner))
            }
    }

    func changed(_ text: StyledText) -> StyledText {
        guard !changes.isEmpty else { return text }
        var text = text
        for index in text.spans.indices { text.spans[index].text = changed(text.spans[index].text) }
        return text
    }

    private func changed(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var out = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            out.append(isApostrophe(scalars, index) ? scalar : changes[scalar] ?? scalar)
        }
        return String(out)
    }

    /// ’ between Latin letters is no quotation mark.
    private func isApostrophe(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard isToCorner, scalars[index] == "’", index > 0, index + 1 < scalars.count else { return false }
        return CharacterClass(scalars[index - 1]) == .latin && CharacterClass(scalars[index + 1]) == .latin
    }
}
