import Diagnostics
import MarkedYAML
import Pages

/// Keys whose values are painted.
extension Palette {
    /// A colour: “red”, “black 60%”.
    func ink(_ key: String, in group: MappingReader) -> Ink? {
        guard let node = group.node(key), let text = group.text(key) else { return nil }
        if let ink = ink(text) { return ink }
        group.reporter.error(at: node.place, "“\(text)” is no colour", hints: hint(for: text))
        return nil
    }

    /// A rule's thickness and colour, “0.25pt black 60%”, or “none”; black when no colour is given.
    func line(_ key: String, in group: MappingReader, otherwise standard: Box.Frame?) -> Box.Frame? {
        guard let node = group.node(key), let text = group.text(key) else { return standard }
        if text == "none" { return nil }
        let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard let quantity = words.first.flatMap({ Quantity(String($0)) }),
            let thickness = Units.paper.length(quantity),
            (Length.zero...Length.mm(5)).contains(thickness)
        else {
            group.reporter.error(
                at: node.place, "“\(text)” is no rule for “\(key)”",
                hints: "write thickness and colour, such as 0.25pt black 60%, or none")
            return standard
        }
        guard words.count == 2 else { return Box.Frame(thickness: thickness) }
        guard let ink = ink(words[1]) else {
            group.reporter.error(at: node.place, "“\(words[1])” is no colour", hints: hint(for: words[1]))
            return standard
        }
        return Box.Frame(thickness: thickness, ink: ink)
    }
}
