/// The typographic conventions of a piece of raw copy: its usual gaps and indents. A wide gap or a missing indent has a
/// meaning only relative to them.
struct CopyConventions: Sendable {
    /// The most frequent number of blank lines between two consecutive lines.
    let usualGap: Int
    /// Whether paragraphs begin with an indent, so that a line without one continues a paragraph.
    let indentsParagraphs: Bool
    /// Whether headings are not indented like paragraphs; nil when the copy gives no evidence.
    let headingIndentDiffers: Bool?
    /// Whether some lines have smaller gaps than paragraphs do, as the lines of one heading have.
    let hasTightLines: Bool
    /// Whether a wider gap than usual precedes every story; nil when the copy gives no evidence.
    private(set) var storiesHaveWideGaps: Bool?

    /// Lines of at least this width, in body characters, are not headings.
    private static let proseLength = 25.0
    /// The least number of paragraphs that establishes a convention.
    private static let minParagraphs = 4
    /// A paragraph cut after a full stop leaves a line without an indent, so not every paragraph begins with one.
    private static let minIndentedShare = 0.6

    init(_ lines: [RawLine]) {
        let prose = lines.filter { $0.ems >= Self.proseLength }
        // The gaps of headings vary; paragraphs have one distance.
        let text = lines.dropFirst().filter { $0.ems >= Self.proseLength || $0.ending == .sentence }
        var gaps: [Int: Int] = [:]
        for line in text.isEmpty ? Array(lines.dropFirst()) : text { gaps[line.gap, default: 0] += 1 }
        usualGap = gaps.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1
        hasTightLines = lines.dropFirst().contains { [usualGap] in $0.gap < usualGap }
        // A continuation after a cut has no indent in any copy.
        let cut = zip(lines, lines.dropFirst()).filter { before, line in
            before.ems >= Self.proseLength && before.ending.isOpen && line.ems >= Self.proseLength
        }
        let begun = prose.count - cut.count
        let indented = prose.count { $0.indent >= 1 } - cut.count { $1.indent >= 1 }
        indentsParagraphs =
            begun >= Self.minParagraphs && indented < begun
            ? Double(indented) >= Self.minIndentedShare * Double(begun)
            : begun >= Self.minParagraphs && lines.contains { $0.indent < 1 }
        headingIndentDiffers = indentsParagraphs ? Self.headingIndentDiffers(in: lines) : nil
    }

    /// Most short lines after a full stop are headings; the rest are pieces of cut paragraphs.
    private static func headingIndentDiffers(in lines: [RawLine]) -> Bool? {
        let short = zip(lines, lines.dropFirst()).filter { before, line in
            before.ending == .sentence && line.ending == .word && line.ems <= longestHeading
        }
        guard short.count >= minParagraphs else { return nil }
        return Double(short.count { $1.isIndented }) <= maxIndentedHeadings * Double(short.count)
    }

    private static let longestHeading = 20.0
    private static let maxIndentedHeadings = 0.35

    /// Checks for a wide gap before each unambiguous title: one with a dateline, a byline or a deck below it.
    mutating func detectStoryGaps(in lines: [ClassifiedLine]) {
        var titles: Set<Int> = []
        // The last line before the current one that is not a line of a headline or photo.
        var textBefore: Int?
        for index in lines.indices where index > 0 {
            if !lines[index - 1].role.isDisplay { textBefore = index - 1 }
            switch lines[index].role {
            case .dispatch, .deck: break
            case .byline where BylineRule.byline(lines[index].line) != nil: break
            default: continue
            }
            guard let text = textBefore, text + 1 < index,
                lines[text + 1].role.isHeading
            else { continue }
            titles.insert(text + 1)
        }
        guard titles.count >= Self.minStories else { return }
        let wide = titles.count { isWide(lines[$0].line.gap) }
        storiesHaveWideGaps = wide == titles.count ? true : wide == 0 ? false : nil
    }

    /// The least number of stories that establishes the convention, without a counterexample.
    private static let minStories = 2

    /// Whether a gap is wider than usual: something was removed there, or something new begins.
    func isWide(_ gap: Int) -> Bool { gap > usualGap }

    /// Whether a gap is narrower than usual: the lines belong to one element.
    func isTight(_ gap: Int) -> Bool { gap < usualGap }
}

/// Whether the bylines between two stories of this copy belong above a title or at the end of a text. A page follows
/// one of the two conventions, so unambiguous bylines decide the ambiguous ones.
struct BylinePosition {
    /// Whether bylines precede the titles of their stories; nil when the copy gives no evidence.
    let isAboveTitle: Bool?

    init(_ lines: [ClassifiedLine]) {
        var above = 0, below = 0
        // The last lines before the current one that are not lines of a headline or photo, and that are no caption.
        var textBefore: Int?, otherBefore: Int?
        for index in lines.indices {
            if index > 0, !lines[index - 1].role.isDisplay { textBefore = index - 1 }
            if index > 0, !lines[index - 1].role.isCaption { otherBefore = index - 1 }
            guard lines[index].role.isByline else { continue }
            // A byline below a title is the usual form and gives no evidence.
            guard (otherBefore ?? -1) <= (textBefore ?? -1) else { continue }
            let text = lines[index...].firstIndex { !$0.role.isDisplay }
            let following = lines[(index + 1)..<(text ?? lines.count)]
            guard let title = following.firstIndex(where: { $0.role.isHeading || $0.role == .deck }) else {
                if text == nil { below += 1 }
                continue
            }
            guard textBefore != nil else {
                above += 1
                continue
            }
            // A following story that has its own byline or dateline does not need this one.
            if following.contains(where: { $0.role.isByline }) || text.map({ lines[$0].role == .dispatch }) ?? false {
                below += 1
            } else if title == index + 1, lines[title].line.gap != lines[index].line.gap {
                if lines[title].line.gap < lines[index].line.gap { above += 1 } else { below += 1 }
            }
        }
        isAboveTitle = above == below ? nil : above > below
    }
}
