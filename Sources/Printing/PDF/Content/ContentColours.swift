internal import Pages

/// The colour operators for inks, which depend on what the PDF is for.
struct ContentColours: Sendable {
    let output: OutputProfile

    enum Colour: Hashable {
        /// DeviceGray: 0 is black, which a press prints in black ink alone.
        case grey(Double)
        case rgb(Ink.RGB)
        case cmyk(Ink.CMYK)

        /// The operator that sets the colour for stroking or for filling, with its operands.
        func operation(isStroke: Bool) -> String {
            func join(_ values: Double..., operator name: String) -> String {
                values.map(PDFSyntax.number).joined(separator: " ") + " " + name
            }
            switch self {
            case .grey(let value): return join(value, operator: isStroke ? "G" : "g")
            case .rgb(let rgb):
                return join(rgb.red, rgb.green, rgb.blue, operator: isStroke ? "RG" : "rg")
            case .cmyk(let cmyk):
                return join(cmyk.cyan, cmyk.magenta, cmyk.yellow, cmyk.black, operator: isStroke ? "K" : "k")
            }
        }

        var isSolidBlack: Bool {
            if case .cmyk(let inks) = self { inks == Ink.black.press } else { false }
        }
    }

    /// Whether solid black overprints other inks instead of knocking them out.
    var blackOverprints: Bool {
        if case .press = output { true } else { false }
    }

    func colour(of ink: Ink) -> Colour {
        let (screen, press) = (ink.screen, ink.press)
        let isGrey = press.cyan == 0 && press.magenta == 0 && press.yellow == 0
        switch output {
        // On a screen, DeviceGray black is full black, and CMYK with black ink alone is not.
        case .standard: return isGrey ? .grey(1 - press.black) : .cmyk(press)
        case .press: return .cmyk(press)
        case .screen:
            let isGrey = screen.red == screen.green && screen.green == screen.blue
            return isGrey ? .grey(screen.red) : .rgb(screen)
        }
    }
}

/// Whether strokes and fills overprint what is below them. Solid black overprints, so that no white gap shows where
/// plates are out of register.
struct Overprint: Hashable, CaseIterable {
    var strokes = false
    var fills = false

    static let allCases = [(false, false), (false, true), (true, false), (true, true)].map(Overprint.init)

    /// The resource name of the graphics state that sets it.
    var name: String { "O\(strokes ? 1 : 0)\(fills ? 1 : 0)" }
    /// The graphics state parameter dictionary.
    var dictionary: String { "<</Type /ExtGState /OP \(strokes) /op \(fills) /OPM 1>>" }
}
