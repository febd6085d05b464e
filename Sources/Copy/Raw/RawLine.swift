internal import Diagnostics

/// A line of raw copy that is not blank, and what its form tells.
struct RawLine: Sendable {
    /// Counted from 1.
    let number: Int
    /// The line without the blanks at its ends.
    let scalars: ArraySlice<Unicode.Scalar>
    /// Blank space before it, in body characters.
    let indent: Double
    /// Characters of the line before the first that is not blank, for columns.
    let blanksBefore: Int
    /// Blank lines between it and the line before.
    let gap: Int
    /// Its width in body characters.
    let ems: Double
    let ending: Ending
    /// Opening marks that the line does not close, the last one last.
    let unclosed: [Unicode.Scalar]
    /// Closing marks whose opening marks stand in an earlier line.
    let hanging: Int

    /// How a line stops.
    enum Ending: Hashable, Sendable {
        /// With a full stop, an exclamation or question mark or an ellipsis, perhaps inside quotes or brackets.
        case sentence
        /// With a closing quote or bracket, and no full stop within it.
        case closer
        case colon
        case semicolon
        case dash
        /// With a comma or an enumeration comma.
        case pause
        /// With an opening quote or bracket.
        case opener
        /// With a letter, an ideograph or a digit.
        case word

        /// Whether what stops so is surely not at its end.
        var isOpen: Bool { self == .pause || self == .opener || self == .word }
    }

    var text: String { scalars.string }

    /// Whether it begins as paragraphs do. More blanks than that centre a heading.
    var isIndented: Bool { indent >= 1 && indent < 3 }

    init?(_ text: String, number: Int, gap: Int) {
        let all = Array(text.unicodeScalars)
        let scalars = all[...].trimmed
        guard !scalars.isEmpty else { return nil }
        self.number = number
        self.gap = gap
        self.scalars = scalars
        let before = all[..<scalars.startIndex]
        indent = before.ems
        blanksBefore = before.count
        ems = scalars.ems

        var unclosed: [Unicode.Scalar] = []
        var hanging = 0
        var lastOpener = scalars.startIndex
        var openers: [Int] = []
        for (index, scalar) in zip(scalars.indices, scalars) {
            if scalar.opens {
                unclosed.append(scalar)
                openers.append(index)
            } else if scalar.closes {
                if unclosed.last?.closer == scalar {
                    unclosed.removeLast()
                    lastOpener = openers.removeLast()
                } else if unclosed.isEmpty {
                    hanging += 1
                }
            }
        }
        self.unclosed = unclosed
        self.hanging = hanging
        ending = Self.ending(of: scalars, lastOpener: lastOpener)
    }

    /// - Parameter lastOpener: the opening mark of the last pair that is closed.
    private static func ending(of scalars: ArraySlice<Unicode.Scalar>, lastOpener: Int) -> Ending {
        let last = scalars.last!
        if last.closes {
            let inner = scalars.last { !$0.closes } ?? last
            if inner.endsSentence { return .sentence }
            // “……。（记者 某某）”: what the bracket follows was at its end.
            if scalars.last!.closes, lastOpener > scalars.startIndex, scalars[lastOpener - 1].endsSentence {
                return .sentence
            }
            return .closer
        }
        switch last {
        case "：", ":": return .colon
        case "；", ";": return .semicolon
        case "—", "─", "―": return .dash
        default:
            if last.endsSentence { return .sentence }
            if last.isPause { return .pause }
            return last.opens ? .opener : .word
        }
    }

    func place(in source: SourceText) -> SourcePlace {
        source.place(line: number, column: blanksBefore + 1)
    }
}
