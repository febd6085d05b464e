/// Gives the lines of a headline their names: kicker (引题), title (主题), deck (副题).
///
/// A deck with a dash is known before it comes here. For the rest: lines that stand tight where everything else is
/// parted by blank lines are one title in several lines, if they are about as long as each other. Otherwise a line that
/// is much longer than the one over it explains it, and is its deck; any other first line is a kicker.
struct HeadlineParts: Hashable {
    var kicker: String?
    var title = ""
    var deck: String?
    /// The line that is the title, for the story's place.
    var titleLine = 0
    /// Why the naming may be wrong.
    var doubt: String?

    /// Lines of one title differ by no more than this.
    private static let evenness = 1.5
    /// A deck is longer than its title by this and more.
    private static let explains = 1.6
    /// A column's name over a story: 短评, 图片新闻.
    private static let label = 6.0

    init(_ lines: [RawLine], _ habits: CopyHabits) {
        var elements: [[RawLine]] = []
        for line in lines {
            if let last = elements.last?.last, Self.isOneTitle(last, line, habits) {
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
            let announces = elements[0].last!.ending == .colon || elements[0].last!.ending == .dash
            if !announces, above > Self.label, below > above * Self.explains {
                deck = texts[1]
            } else {
                kicker = texts[0]
                index = 1
            }
            doubt = announces ? nil : "which line is the title is guessed from their lengths"
        default:
            kicker = texts[0]
            deck = texts[2...].joined(separator: "\n")
            index = 1
            doubt = "of \(elements.count) heading lines the second is taken as the title"
        }
        title = texts[index]
        titleLine = elements[index][0].number
    }

    /// Where no blank lines part anything, only lines of the same length look like one title.
    private static func isOneTitle(_ last: RawLine, _ line: RawLine, _ habits: CopyHabits) -> Bool {
        if habits.isTight(line.gap) { return areEven(last, line) }
        return habits.usualGap == 0 && line.gap == 0 && last.ending == .word && abs(last.ems - line.ems) <= 1
    }

    private static func areEven(_ a: RawLine, _ b: RawLine) -> Bool {
        max(a.ems, b.ems) <= min(a.ems, b.ems) * evenness
    }
}
