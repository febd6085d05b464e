internal import Diagnostics

/// Gives full-width letters and figures (ＧＤＰ１２．５％ as some systems write them) their usual width: GDP12.5％.
///
/// An edition asks for it by `letters: narrow`. A full stop between two figures belongs to the number and goes with it;
/// all other marks stay, for which of them are Chinese ones only the sentence knows.
enum FullWidthLetters {
    static func narrowed(in source: SourceText) -> SourceText {
        SourceText(file: source.file, lines: source.lines.map(narrowed))
    }

    private static func narrowed(_ line: String) -> String {
        // In UTF-8 they begin with EF BC and EF BD.
        guard line.utf8.contains(0xEF) else { return line }
        let scalars = Array(line.unicodeScalars)
        var narrow = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isPoint =
                scalar == "．" && index > 0 && index + 1 < scalars.count && scalars[index - 1].isDigit
                && scalars[index + 1].isDigit
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
                narrow.append(Unicode.Scalar(scalar.value - 0xFEE0)!)
            default: narrow.append(isPoint ? "." : scalar)
            }
        }
        return String(narrow)
    }
}
