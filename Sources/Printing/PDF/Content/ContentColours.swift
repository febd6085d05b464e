internal import Pages

/// How inks are named in a file: by the plates of a press, or by what a screen shows.
struct ContentColours: Sendable {
    let form: OutputProfile

    enum Colour: Hashable {
        /// 0 is black. On a press it is black ink alone.
        case grey(Double)
        case rgb(Ink.RGB)
        case cmyk(Ink.CMYK)

        /// The operator that chooses the colour, for lines or for areas.
        func operation(isLine: Bool) -> String {
            func join(_ values: Double..., operator name: String) -> String {
                values.map(PDFSyntax.number).joined(separator: " ") + " " + name
            }
            switch self {
            case .grey(let shade): return join(shade, operator: isLine ? "G" : "g")
            case .rgb(let light):
                return join(light.red, light.green, light.blue, operator: isLine ? "RG" : "rg")
            case .cmyk(let inks):
                return join(inks.cyan, inks.magenta, inks.yellow, inks.black, operator: isLine ? "K" : "k")
            }
        }

        var isSolidBlack: Bool {
            if case .cmyk(let inks) = self { inks == Ink.black.press } else { false }
        }
    }

    /// Whether solid black is printed over other inks instead of cutting them out.
    var blackOverprints: Bool {
        if case .press = form { true } else { false }
    }

    func colour(of ink: Ink) -> Colour {
        let (screen, press) = (ink.screen, ink.press)
        let isGrey = press.cyan == 0 && press.magenta == 0 && press.yellow == 0
        switch form {
        // Shown on a screen, grey is as black as the screen can; four inks of which three are none are not.
        case .standard: return isGrey ? .grey(1 - press.black) : .cmyk(press)
        case .press: return .cmyk(press)
        case .screen:
            let isGrey = screen.red == screen.green && screen.green == screen.blue
            return isGrey ? .grey(screen.red) : .rgb(screen)
        }
    }
}
