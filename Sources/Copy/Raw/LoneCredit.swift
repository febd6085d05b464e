/// Gives a credit that stands on a line of its own the caption over it.
///
///     游客在湿地公园赏荷。
///     记者 甲乙 摄
///
/// The line over it may as well be a title, or the last paragraph of a story. It is a caption when it stands tight
/// over the credit where other lines are parted, when white shows that a picture stood over it, or when it is a
/// heading that nothing needs: another stands over it, or no text follows.
enum LoneCredit {
    private static let longestCaption = 80.0

    static func join(_ read: inout [ReadLine], _ habits: CopyHabits) {
        for index in read.indices.dropFirst() {
            guard case .caption(let words) = read[index].role, words.caption.isEmpty else { continue }
            let above = read[index - 1]
            guard above.role.isHeading || above.role == .prose, above.line.ems <= longestCaption else { continue }
            let isTight = habits.isTight(read[index].line.gap)
            let hadPicture = index > 1 && habits.isWide(above.line.gap)
            guard isTight || hadPicture || above.role.isHeading && isSpare(index - 1, read) else { continue }
            read[index - 1].role = .caption(.init(caption: above.line.text, credit: words.credit))
            read[index].role = .caption(.init(caption: "", credit: nil))
        }
        read.removeAll { $0.role == .caption(.init(caption: "", credit: nil)) }
    }

    /// A heading that no text needs for its title.
    private static func isSpare(_ index: Int, _ read: [ReadLine]) -> Bool {
        if index > 0, read[index - 1].role.isHeading || read[index - 1].role.isCaption { return true }
        return index + 2 >= read.count || read[index + 2].role.isDisplay
    }
}
