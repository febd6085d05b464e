internal import Fonts
internal import Pages

extension Shaper {
    /// Bopomofo and its sizes, as shares of the character's size (CLREQ 5.5.3).
    private enum Zhuyin {
        static let symbol = 0.3
        /// The height that the dot of the neutral tone takes above the symbols.
        static let neutral = 1.0 / 15
        /// The middle of the column of tone marks: of the half em, the symbols take 0.3 em and the tone the rest.
        static let toneColumn = 0.4
        static let neutralTone: Unicode.Scalar = "˙"
        static let tones: Set<Unicode.Scalar> = ["ˊ", "ˇ", "ˋ", "˪", "˫"]
        static let checkedTones: Set<Unicode.Scalar> = ["ㆴ", "ㆵ", "ㆶ", "ㆷ"]
    }

    /// Composes one syllable. Its symbols stand one below the other in the middle of the character's height. The tone stands
    /// on the upper right of the last symbol and reaches half a symbol above it, a neutral tone above all symbols, a
    /// checked tone on the lower right.
    func zhuyin(_ syllable: String, role: String, base: Double) -> Note {
        let scalars = Array(syllable.unicodeScalars)
        let symbols = scalars.filter {
            !Zhuyin.tones.contains($0) && !Zhuyin.checkedTones.contains($0) && $0 != Zhuyin.neutralTone
        }
        let isNeutral = scalars.contains(Zhuyin.neutralTone)
        let height = Double(symbols.count) * Zhuyin.symbol + (isNeutral ? Zhuyin.neutral : 0)
        let top = -height / 2 + (isNeutral ? Zhuyin.neutral : 0)
        let lastTop = top + Double(symbols.count - 1) * Zhuyin.symbol
        var placed: [Note.PlacedGlyph] = []
        var line = 0
        for scalar in scalars {
            guard let glyph = standaloneGlyph(scalar, role: role) else { continue }
            let middle: (x: Double, y: Double)
            switch scalar {
            case Zhuyin.neutralTone: middle = (Zhuyin.symbol / 2, -height / 2 + Zhuyin.neutral / 2)
            case _ where Zhuyin.tones.contains(scalar): middle = (Zhuyin.toneColumn, lastTop)
            case _ where Zhuyin.checkedTones.contains(scalar): middle = (Zhuyin.toneColumn, height / 2)
            default:
                // Symbols are placed by their em boxes, so that their strokes keep their places relative to each other.
                let y = top + (Double(line) + LineAxis.ascent) * Zhuyin.symbol
                placed.append(Note.PlacedGlyph(glyph: glyph, scalar: scalar, x: 0, y: y))
                line += 1
                continue
            }
            placed.append(
                Note.PlacedGlyph(
                    glyph: glyph, scalar: scalar, x: middle.x - glyph.ink.midX * Zhuyin.symbol,
                    y: middle.y - glyph.ink.midY * Zhuyin.symbol))
        }
        let byFace = Dictionary(grouping: placed, by: \.glyph.face)
            .sorted { fonts.faces[$0.key] < fonts.faces[$1.key] }.map(\.value)
        return Note(
            kind: .zhuyin, scale: Zhuyin.symbol, body: .column(byFace), width: height, base: base, isWord: false)
    }
}
