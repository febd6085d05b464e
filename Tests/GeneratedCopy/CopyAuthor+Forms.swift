/// Forms that differ from paper to paper.
extension CopyAuthor {
    enum Numbering: Sendable { case none, numbered, bare }

    /// 一、旧貌换新颜, 一, or one or two lines of words.
    mutating func subhead(_ section: Int) -> [String] {
        let numeral = ["一", "二", "三", "四"][section]
        switch numbering {
        case .numbered: return [numeral + "、" + words(4...9)]
        case .bare: return [numeral]
        case .none: return (0..<(chance.isTrue(0.4) ? 2 : 1)).map { _ in words(4...9) }
        }
    }

    /// Over a title of so many characters: a line longer than it, a column's name, or words that lead to it.
    mutating func kicker(over title: Int) -> String {
        switch chance.number(in: 0...3) {
        case 0: chance.pick(["图片新闻", "基层视点", "短评", "民生"])
        case 1: words(min(16, title)...16) + "："
        default: words(min(24, title + 2)...24) + "上强调"
        }
    }

    /// News without a dateline, whose last paragraph is signed.
    mutating func signedNews() -> TrueStory {
        var story = TrueStory(
            title: title(8...20), blocks: paragraphs(1...3, opening: "6月\(chance.number(in: 1...30))日，"))
        guard case .paragraph(var pieces) = story.blocks.last else { return story }
        pieces[pieces.count - 1] += chance.pick(["（\(name())）", "（记者 \(name())）", "（通讯员 \(name()) \(name())）"])
        story.blocks[story.blocks.count - 1] = .paragraph(pieces)
        return story
    }
}
