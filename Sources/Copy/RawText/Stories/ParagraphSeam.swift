/// Decides whether the next line continues a paragraph that the end of an old column or page cut in two.
///
/// A full stop ends a paragraph; a break in the middle of a sentence continues it. For the endings in between, the next
/// line decides: its indent, its first mark, the quotation that it closes. Uncertain decisions carry a reason, for a
/// warning.
enum ParagraphSeam: Hashable {
    /// The next line continues the paragraph.
    /// - Parameter doubt: why that may be wrong, as part of a sentence.
    case continues(doubt: String?)
    /// The next line starts a paragraph.
    /// - Parameter doubt: why that may be wrong, as part of a sentence.
    case starts(doubt: String?)

    /// The state of a paragraph after its latest piece.
    struct End {
        var ending: RawLine.Ending
        /// Opening marks of all its pieces that are not closed.
        var unclosedMarks: [Unicode.Scalar]

        init(_ line: RawLine) { (ending, unclosedMarks) = (line.ending, line.unclosedMarks) }

        mutating func append(_ line: RawLine) {
            unclosedMarks.removeLast(min(line.unmatchedClosers, unclosedMarks.count))
            unclosedMarks += line.unclosedMarks
            ending = line.ending
        }
    }

    /// The decision for a paragraph and the next line.
    static func between(_ end: End, _ next: RawLine, _ conventions: CopyConventions) -> ParagraphSeam {
        if next.scalars.first!.cannotBeginLine { return .continues(doubt: nil) }
        let indented = conventions.indentsParagraphs && next.indent >= 1
        switch end.ending {
        case .word, .pause, .opener:
            return .continues(doubt: indented ? "it is indented like a new paragraph" : nil)
        case .semicolon:
            return indented
                ? .starts(doubt: nil) : .continues(doubt: "an item that ends in “；” may be a paragraph of its own")
        case .sentence:
            // A quotation of several paragraphs opens again at each, so a line that only closes it is a continuation.
            if !end.unclosedMarks.isEmpty, next.unmatchedClosers > 0, !next.scalars.first!.isOpeningMark {
                return .continues(doubt: "the sentence before it ends, but its quotation does not")
            }
            if conventions.indentsParagraphs, next.indent < 1 {
                return .continues(doubt: "it has no indent, but the sentence before it ends")
            }
            return .starts(doubt: nil)
        case .closer:
            // 唱响“某某” may or may not be complete.
            if !end.unclosedMarks.isEmpty { return .continues(doubt: nil) }
            if conventions.indentsParagraphs, next.indent < 1 { return .continues(doubt: nil) }
            return .starts(doubt: indented ? nil : "the paragraph before it does not end with a full stop")
        case .colon, .dash:
            return .starts(doubt: nil)
        }
    }
}
