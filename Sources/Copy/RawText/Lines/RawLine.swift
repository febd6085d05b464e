internal import Diagnostics

/// A nonblank line of raw copy and the features of its form.
struct RawLine: Sendable {
    /// The line's number in the file, from 1.
    let number: Int
    /// The line without leading and trailing blanks.
    let scalars: ArraySlice<Unicode.Scalar>
    /// The width of the leading blanks, in body characters.
    let indent: Double
    /// The number of leading blanks, for columns.
    let blanksBefore: Int
    /// The number of blank lines before it.
    let gap: Int
    /// The line's width, in body characters.
    let ems: Double
    /// How the line ends.
    let ending: Ending
    /// Opening marks that the line does not close, in order.
    let unclosedMarks: [Unicode.Scalar]
    /// The number of closing marks whose opening marks are in an earlier line.
    let unmatchedClosers: Int

    /// The kinds of line ending.
    enum Ending: Hashable, Sendable {
        /// A full stop, exclamation mark, question mark or ellipsis, also inside quotation marks or brackets.
        case sentence
        /// A closing quotation mark or bracket without a full stop inside.
        case closer
        case colon
        case semicolon
        case dash
        /// A comma or enumeration comma.
        case pause
        /// An opening quotation mark or bracket.
        case opener
        /// A letter, an ideograph or a digit.
        case word

        /// Whether a paragraph cannot end like this.
        var isOpen: Bool { self == .pause || self == .opener || self == .word }
    }

    var text: String { scalars.string }

    /// Whether the line is indented like a paragraph. More blanks centre a heading.
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

        var unclosedMarks: [Unicode.Scalar] = []
        var unmatchedClosers = 0
        var lastOpener = scalars.startIndex
        var openers: [Int] = []
        for (index, scalar) in zip(scalars.indices, scalars) {
            if scalar.isOpeningMark {
                unclosedMarks.append(scalar)
                openers.append(index)
            } else if scalar.isClosingMark {
                if unclosedMarks.last?.closingMark == scalar {
                    unclosedMarks.removeLast()
                    lastOpener = openers.removeLast()
                } else if unclosedMarks.isEmpty {
                    unmatchedClosers += 1
                }
            }
        }
        self.unclosedMarks = unclosedMarks
        self.unmatchedClosers = unmatchedClosers
        ending = Self.ending(of: scalars, lastOpener: lastOpener)
    }

    /// - Parameter lastOpener: the index of the last opening mark that is closed.
    private static func ending(of scalars: ArraySlice<Unicode.Scalar>, lastOpener: Int) -> Ending {
        let last = scalars.last!
        if last.isClosingMark {
            let inner = scalars.last { !$0.isClosingMark } ?? last
            if inner.endsSentence { return .sentence }
            // “……。（记者 某某）”: the sentence before the bracket is complete.
            if scalars.last!.isClosingMark, lastOpener > scalars.startIndex, scalars[lastOpener - 1].endsSentence {
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
            return last.isOpeningMark ? .opener : .word
        }
    }

    /// Where the line's text begins.
    func place(in source: SourceText) -> SourcePlace {
        source.place(line: number, column: blanksBefore + 1)
    }
}
