public import Fonts
internal import Typesetting

extension GalleyProof {
    /// The lines as JSON: `{"measure": em, "paragraphs": [{"lines": [{"text", "x", "advance", "width", "gap"}]}]}`.
    public func json(of paragraphs: [String], fonts: FontBook) -> String {
        var out = "{\"measure\": \(number(measure)), \"paragraphs\": ["
        for (index, lines) in self.lines(of: paragraphs, fonts: fonts).enumerated() {
            out += index == 0 ? "\n" : ",\n"
            out += "{\"lines\": ["
            out += lines.map { line in
                "{\"text\": \(quoted(line.text)), \"x\": \(list(line.x)), \"advance\": \(list(line.advance)), "
                    + "\"width\": \(number(line.width)), \"gap\": \(number(line.gap))}"
            }.joined(separator: ",\n  ")
            out += "]}"
        }
        return out + "\n]}\n"
    }

    private func list(_ values: [Double]) -> String { "[" + values.map(number).joined(separator: ", ") + "]" }

    /// A number with four decimals: a ten-thousandth of an em is a thousandth of a point in body type.
    private func number(_ value: Double) -> String {
        let rounded = (value * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }

    private func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\u{0}"..."\u{1F}":
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
