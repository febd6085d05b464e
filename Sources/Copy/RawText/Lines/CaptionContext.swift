/// Recognises captions by the lines around them, after each line has a role of its own.
enum CaptionContext {
    // MARK: Credits on lines of their own

    /// The greatest length of a caption above a credit, in body characters.
    private static let longestCaption = 80.0

    /// Joins a credit on a line of its own with the caption above it.
    ///
    ///     游客在湿地公园赏荷。
    ///     记者 甲乙 摄
    ///
    /// The line above may also be a title, or the last paragraph of a story. It is a caption when the gap between them is
    /// narrower than usual, when a wide gap before it suggests a picture, or when it is a heading that nothing needs: there
    /// is another heading above it, or no text follows.
    static func joinCredits(in lines: inout [ClassifiedLine], _ conventions: CopyConventions) {
        for index in lines.indices.dropFirst() {
            guard case .caption(let credit) = lines[index].role, credit.text.isEmpty else { continue }
            let above = lines[index - 1]
            guard above.role.isHeading || above.role == .prose, above.line.ems <= longestCaption else { continue }
            let isTight = conventions.isTight(lines[index].line.gap)
            let hadPicture = index > 1 && conventions.isWide(above.line.gap)
            guard isTight || hadPicture || above.role.isHeading && isSpare(index - 1, lines) else { continue }
            lines[index - 1].role = .caption(.init(text: above.line.text, credit: credit.credit))
            lines[index].role = .caption(.init(text: "", credit: nil))
        }
        lines.removeAll { $0.role == .caption(.init(text: "", credit: nil)) }
    }

    /// Whether no text needs the heading as its title.
    private static func isSpare(_ index: Int, _ lines: [ClassifiedLine]) -> Bool {
        if index > 0, lines[index - 1].role.isHeading || lines[index - 1].role.isCaption { return true }
        return index + 2 >= lines.count || lines[index + 2].role.isDisplay
    }

    // MARK: Captions without a credit

    /// The greatest length of a caption without a credit, in body characters; a longer sentence is a paragraph.
    private static let longestSentence = 40.0
    /// The least number of additional blank lines before it: a single one may separate sections.
    private static let minExtraGap = 2

    /// Marks captions without a credit: a short sentence inside a story, after a gap that is much wider than usual because
    /// a picture was there. An author who also took the pictures (文/图) signs once, not at each picture.
    static func markUncredited(in lines: inout [ClassifiedLine], _ conventions: CopyConventions) {
        for index in lines.indices.dropFirst() where lines[index].role == .prose {
            let line = lines[index].line
            let before = lines[index - 1]
            guard line.gap >= conventions.usualGap + minExtraGap, line.ems <= longestSentence,
                line.ending == .sentence, !line.scalars.dropLast().contains("。"),
                before.role == .prose || before.role == .dispatch,
                index + 1 < lines.count, !conventions.isWide(lines[index + 1].line.gap)
            else { continue }
            lines[index].role = .caption(.init(text: line.text, credit: nil, isGuess: true))
        }
    }
}
