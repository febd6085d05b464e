/// Takes a short sentence for a caption when much white stands before it in the middle of a story: a picture stood
/// there. Whoever writes and photographs (文/图) signs once, and not under each picture.
enum UncreditedCaption {
    /// A caption without a credit is a sentence, not a paragraph.
    private static let longest = 40.0
    /// Blank lines more than usual: one more may part sections, but not a picture.
    private static let white = 2

    static func mark(_ read: inout [ReadLine], _ habits: CopyHabits) {
        for index in read.indices.dropFirst() where read[index].role == .prose {
            let line = read[index].line
            let before = read[index - 1]
            guard line.gap >= habits.usualGap + white, line.ems <= longest, line.ending == .sentence,
                !line.scalars.dropLast().contains("。"), before.role == .prose || before.role == .dispatch,
                index + 1 < read.count, !habits.isWide(read[index + 1].line.gap)
            else { continue }
            read[index].role = .caption(.init(caption: line.text, credit: nil, isGuess: true))
        }
    }
}
