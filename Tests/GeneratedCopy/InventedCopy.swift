/// Copy that reads like local news and says nothing: sentences and titles of any length.
public struct InventedCopy: Sendable {
    private let words: InventedWords
    public var chance: Chance

    public init(chance: Chance, words: InventedWords = .simplified) {
        self.chance = chance
        self.words = words
    }

    /// One paragraph of about so many characters.
    public mutating func paragraph(_ characters: Int) -> String {
        var text = ""
        while text.count < characters {
            if chance.isTrue(0.5) { text += chance.pick(words.openings) + "，" }
            text += chance.pick(words.subjects) + chance.pick(words.actions) + chance.pick(words.ends)
            text += chance.isTrue(0.1) ? "！" : "。"
            if chance.isTrue(0.12) { text += "“\(chance.pick(words.actions))，我们心里有底。”\(chance.pick(words.subjects))说。" }
        }
        // Cut to length, with a stop at the end.
        guard text.count > characters else { return text }
        var cut = text.prefix(max(4, characters - 1))
        while let last = cut.last, "，。！“”、：".contains(last) { cut.removeLast() }
        return cut + "。"
    }

    /// A title of about so many characters; long ones are of two clauses.
    public mutating func title(_ characters: Int) -> String {
        var text = ""
        while text.count < characters {
            if text.count > 10, !text.contains("　"), chance.isTrue(0.35) { text += "　" }
            text += chance.pick(words.titleWords)
        }
        return text
    }
}
