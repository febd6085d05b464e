public import Fonts
public import Typesetting

/// A galley proof (长条样): text set to one measure, to see and to check composition by itself.
public struct GalleyProof {
    /// Em of the measure and of the indent.
    public var measure: Double
    public var indent: Double
    public var role: String
    public var language: String
    public var profile: CompositionProfile

    public init(measure: Double, indent: Double, role: String, language: String, profile: CompositionProfile) {
        self.measure = measure
        self.indent = indent
        self.role = role
        self.language = language
        self.profile = profile
    }

    /// The paragraphs' lines as numbers.
    public func lines(of paragraphs: [String], fonts: FontBook) -> [[LineMeasure]] {
        let setter = Typesetter(fonts: fonts, language: language, profile: profile)
        return paragraphs.map { setter.measure(StyledText($0, role: role), measure: measure, indent: indent) }
    }

    /// The lines as they break, a blank line between paragraphs.
    public func text(of paragraphs: [String], fonts: FontBook) -> String {
        lines(of: paragraphs, fonts: fonts).map { $0.map { $0.text + "\n" }.joined() }.joined(separator: "\n")
    }

    /// The same with every character's place as JSON: `{"measure": em, "paragraphs": [{"lines": [{"text", "x", "advance", "width", "gap"}]}]}`.
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

    /// Four decimals: a ten-thousandth of an em is a thousandth of a point of body type.
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
