/// Divides the lines of a headline into kicker (引题), title (主题) and deck (副题).
///
/// A deck with a dash is recognised earlier and is not among the lines. Lines with tight gaps and similar lengths are
/// one title of several lines. Otherwise a line much longer than the one above it is its deck, and any other first line
/// is a kicker.
struct HeadlineParts: Hashable {
    var kicker: String?
    var title = ""
    var deck: String?
    /// The number of the title's first line, for the story's place.
    var titleLine = 0
    /// Why the division may be wrong, as part of a sentence; nil when it is certain.
    var doubt: String?

    /// The greatest ratio between the lengths of the lines of one title.
    private static let maxLengthRatio = 1.5
    /// The least ratio of a deck's length to its title's.
    private static let minDeckRatio = 1.6
    /// The greatest length of a column's name above a story, in body characters: 短评, 图片新闻.
    private static let longestColumnName = 6.0

    init(_ lines: [RawLine], _ conventions: CopyConventions) {
        var elements: [[RawLine]] = []
        for line in lines {
            if let last = elements.last?.last, Self.isOneTitle(last, line, conventions) {
                elements[elements.count - 1].append(line)
            } else {
                elements.append([line])
            }
        }
        let texts = elements.map { $0.map(\.text).joined(separator: "\n") }
        var index = 0
        switch elements.count {
        case 0: return
        case 1: break
        case 2:
            let (above, below) = (elements[0].map(\.ems).max()!, elements[1].map(\.ems).max()!)
            let introduces = elements[0].last!.ending == .colon || elements[0].last!.ending == .dash
            if !introduces, above > Self.longestColumnName, below > above * Self.minDeckRatio {
                deck = texts[1]
            } else {
                kicker = texts[0]
                index = 1
            }
            doubt = introduces ? nil : "it was chosen by the lengths of the two lines"
        default:
            kicker = texts[0]
            deck = texts[2...].joined(separator: "\n")
            index = 1
            doubt = "it is the second of \(elements.count) heading lines"
        }
        title = texts[index]
        titleLine = elements[index][0].number
    }

    /// In copy without blank lines, only lines of equal length can be one title.
    private static func isOneTitle(_ last: RawLine, _ line: RawLine, _ conventions: CopyConventions) -> Bool {
        if conventions.isTight(line.gap) { return haveSimilarLengths(last, line) }
        return conventions.usualGap == 0 && line.gap == 0 && last.ending == .word && abs(last.ems - line.ems) <= 1
    }

    private static func haveSimilarLengths(_ a: RawLine, _ b: RawLine) -> Bool {
        max(a.ems, b.ems) <= min(a.ems, b.ems) * maxLengthRatio
    }
}
