import Diagnostics
import MarkedYAML
import Pages

/// The layout's colours by name.
///
///     colours:
///       red: {cmyk: [0, 100, 90, 5], rgb: '#c8161d'}
///
/// Other keys name a colour, with a tint if it is not solid: “red”, “black 60%”. If a colour has only one of the two
/// values, the other is derived from it.
struct Palette {
    private var inks: [String: Ink] = ["black": .black, "paper": .paper]

    /// - Parameter groups: the file's `colours`.
    init(_ groups: MappingReader?) {
        guard let groups else { return }
        for name in groups.keys {
            guard let group = groups.mapping(name, as: "the colour “\(name)”") else { continue }
            let press = Self.press(group)
            let screen = Self.screen(group)
            group.finish()
            if let press {
                inks[name] = Ink(screen: screen ?? press.onScreen, press: press)
            } else if let screen {
                inks[name] = Ink(screen: screen, press: screen.onPress)
            } else {
                inks[name] = .black
                if !group.keys.contains("cmyk"), !group.keys.contains("rgb") {
                    groups.reporter.error(
                        at: groups.place(of: name), "the colour “\(name)” has neither cmyk nor rgb",
                        hints: "write \(name): {cmyk: [0, 100, 90, 5], rgb: '#c8161d'}")
                }
            }
        }
    }

    /// The ink of a text such as “red” or “black 60%”; nil if the name is unknown or the tint is not a percentage.
    func ink(_ text: some StringProtocol) -> Ink? {
        let words = text.split { $0.isWhitespace }
        guard (1...2).contains(words.count), let ink = inks[String(words[0])] else { return nil }
        guard words.count == 2 else { return ink }
        guard let tint = Quantity(String(words[1])), tint.unit == .percent, (0...100).contains(tint.value) else {
            return nil
        }
        return ink.tinted(tint.value / 100)
    }

    /// A hint for a text that `ink` does not accept.
    func hint(for text: some StringProtocol) -> String {
        let name = String(text.prefix { !$0.isWhitespace })
        if inks[name] != nil { return "write the colour and its tint: \(name) 60%" }
        if let near = nearestName(to: name, among: inks.keys) { return "did you mean “\(near)”?" }
        return "known colours: \(inks.keys.sorted().joined(separator: ", ")); more can be named under “colours”"
    }

    private static func press(_ group: MappingReader) -> Ink.CMYK? {
        let items = group.list("cmyk")
        guard let first = items.first else { return nil }
        let values = items.compactMap { $0.text.flatMap(Double.init) }.filter { (0...100).contains($0) }
        guard values.count == 4, items.count == 4 else {
            group.reporter.error(
                at: first.place, "“cmyk” has to be four percentages from 0 to 100", hints: "write [0, 100, 90, 5]")
            return nil
        }
        return Ink.CMYK(
            cyan: values[0] / 100, magenta: values[1] / 100, yellow: values[2] / 100, black: values[3] / 100)
    }

    private static func screen(_ group: MappingReader) -> Ink.RGB? {
        if group.keys.contains("rgb"), group.node("rgb") == nil {
            group.reporter.error(
                at: group.place(of: "rgb"), "“rgb” is empty",
                hints: "put the value in quotes: '#c8161d' (YAML takes a bare # for the start of a comment)")
            return nil
        }
        return group.value("rgb", expecting: "six hexadecimal digits in quotes: '#c8161d'") { text in
            let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
            guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16) else {
                return nil
            }
            func part(_ shift: Int) -> Double { Double(value >> shift & 0xFF) / 255 }
            return Ink.RGB(red: part(16), green: part(8), blue: part(0))
        }
    }
}

extension Ink {
    /// A tint of the ink, from 0 (paper) to 1 (solid).
    func tinted(_ share: Double) -> Ink {
        Ink(
            screen: RGB(
                red: 1 - (1 - screen.red) * share, green: 1 - (1 - screen.green) * share,
                blue: 1 - (1 - screen.blue) * share),
            press: CMYK(
                cyan: press.cyan * share, magenta: press.magenta * share, yellow: press.yellow * share,
                black: press.black * share))
    }
}

extension Ink.CMYK {
    /// The screen colour of inks, if the file gives none: each ink absorbs its share of the light.
    fileprivate var onScreen: Ink.RGB {
        Ink.RGB(
            red: (1 - cyan) * (1 - black), green: (1 - magenta) * (1 - black), blue: (1 - yellow) * (1 - black))
    }
}

extension Ink.RGB {
    /// The inks of a screen colour, if the file gives none, with as much black as the three colours share.
    fileprivate var onPress: Ink.CMYK {
        let black = 1 - max(red, green, blue)
        guard black < 1 else { return Ink.CMYK(cyan: 0, magenta: 0, yellow: 0, black: 1) }
        func part(_ light: Double) -> Double { (1 - light - black) / (1 - black) }
        return Ink.CMYK(cyan: part(red), magenta: part(green), yellow: part(blue), black: black)
    }
}

/// Keys whose values are colours and rules.
extension Palette {
    /// A colour, such as “red” or “black 60%”; nil, with an error if the value is not a colour.
    func ink(_ key: String, in group: MappingReader) -> Ink? {
        guard let node = group.node(key), let text = group.text(key) else { return nil }
        if let ink = ink(text) { return ink }
        group.reporter.error(at: node.place, "“\(text)” is not a colour", hints: hint(for: text))
        return nil
    }

    /// The thickness and colour of a rule, such as “0.25pt black 60%”; nil for “none”. The colour is black by default.
    ///
    /// - Parameter standard: the rule if the key is missing or wrong.
    func line(_ key: String, in group: MappingReader, otherwise standard: Box.Frame?) -> Box.Frame? {
        guard let node = group.node(key), let text = group.text(key) else { return standard }
        if text == "none" { return nil }
        let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard let quantity = words.first.flatMap({ Quantity(String($0)) }),
            let thickness = Units.paper.length(quantity),
            (Length.zero...Length.mm(5)).contains(thickness)
        else {
            group.reporter.error(
                at: node.place, "“\(text)” is not a rule for “\(key)”",
                hints: "write thickness and colour, such as 0.25pt black 60%, or none")
            return standard
        }
        guard words.count == 2 else { return Box.Frame(thickness: thickness) }
        guard let ink = ink(words[1]) else {
            group.reporter.error(at: node.place, "“\(words[1])” is not a colour", hints: hint(for: words[1]))
            return standard
        }
        return Box.Frame(thickness: thickness, ink: ink)
    }
}
