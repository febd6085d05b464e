/// Decides at each seam whether a paragraph that an old column or page cut in two goes on.
///
/// A paragraph that stops at a full stop stands; one that stops in the middle of a sentence goes on. Between them lie
/// the stops that may be either, and for those the next line's beginning speaks: its indent, its first mark, the quote
/// it closes. What stays doubtful is said.
enum CutParagraph {
    enum Seam: Hashable {
        /// The next line belongs to the paragraph; with the reason to doubt it.
        case goesOn(doubt: String?)
        /// The next line is a paragraph of its own.
        case stands(doubt: String?)
    }

    /// What is known of a paragraph at its present end.
    struct End {
        var ending: RawLine.Ending
        /// Opening marks of all its pieces that nothing closed.
        var unclosed: [Unicode.Scalar]

        init(_ line: RawLine) { (ending, unclosed) = (line.ending, line.unclosed) }

        mutating func append(_ line: RawLine) {
            unclosed.removeLast(min(line.hanging, unclosed.count))
            unclosed += line.unclosed
            ending = line.ending
        }
    }

    static func seam(after end: End, before next: RawLine, _ habits: CopyHabits) -> Seam {
        if next.scalars.first!.cannotBegin { return .goesOn(doubt: nil) }
        let indented = habits.indentsParagraphs && next.indent >= 1
        switch end.ending {
        case .word, .pause, .opener:
            return .goesOn(doubt: indented ? "it is indented like a new paragraph" : nil)
        case .semicolon:
            return indented
                ? .stands(doubt: nil) : .goesOn(doubt: "a point that ends in “；” may be a paragraph of its own")
        case .sentence:
            // A quote over several paragraphs opens anew at each, so a line that only closes it was cut from it.
            if !end.unclosed.isEmpty, next.hanging > 0, !next.scalars.first!.opens {
                return .goesOn(doubt: "the sentence before it ends, but its quote does not")
            }
            if habits.indentsParagraphs, next.indent < 1 {
                return .goesOn(doubt: "it has no indent, but the sentence before it ends")
            }
            return .stands(doubt: nil)
        case .closer:
            // 唱响“某某” may be all of it or not.
            if !end.unclosed.isEmpty { return .goesOn(doubt: nil) }
            if habits.indentsParagraphs, next.indent < 1 { return .goesOn(doubt: nil) }
            return .stands(doubt: indented ? nil : "the paragraph before it stops without a full stop")
        case .colon, .dash:
            return .stands(doubt: nil)
        }
    }
}
