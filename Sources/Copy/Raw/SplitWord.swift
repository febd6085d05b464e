internal import CICU

/// Finds words that the end of an old column parted: 堤查|看了 holds 查看, so the line before it is no heading and no
/// paragraph. ICU's dictionary of Chinese tells.
struct SplitWord: ~Copyable {
    /// Characters on both sides of a seam that are looked at: words are seldom longer than four.
    private static let reach = 6

    private let rules = icu_words_open("zh")

    deinit { rules.map(icu_words_close) }

    /// Only ideographs on both sides can be one word, and only short lines are taken for headings.
    func stands(between line: RawLine, _ next: RawLine) -> Bool {
        guard line.ending == .word, line.ems <= HeadingScore.longestLength, line.scalars.last!.isHan,
            next.scalars.first!.isHan
        else { return false }
        let before = line.scalars.suffix(Self.reach).string.utf16, behind = next.scalars.prefix(Self.reach).string.utf16
        let units = Array(before) + Array(behind)
        return units.withUnsafeBufferPointer { buffer in
            guard let rules, icu_words_begin(rules, buffer.baseAddress, Int32(buffer.count)) == 0 else { return false }
            while case let place = icu_words_next(rules), place >= 0 {
                if place >= before.count { return place > before.count }
            }
            return false
        }
    }
}
