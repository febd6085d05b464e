/// Writes stories as raw copy in a style.
struct RawCopyWriter {
    let style: CopyStyle
    var chance: SeededRandom
    private(set) var text = ""
    private var isFirst = true

    init(style: CopyStyle, chance: SeededRandom) { (self.style, self.chance) = (style, chance) }

    /// - Parameter gap: the number of blank lines before it; nil for the style's.
    private mutating func line(_ line: String, indent: String, gap: Int? = nil) {
        if !isFirst {
            for _ in 0..<(gap ?? style.gap) { text += chance.isTrue(0.2) ? "　" + style.end : style.end }
        }
        text += indent + line + style.end
        isFirst = false
    }

    /// The lines of one heading have no gap between them.
    private mutating func heading(_ lines: [String], gap: Int? = nil) {
        for (index, text) in lines.enumerated() {
            line(text, indent: style.headingIndent, gap: index == 0 ? gap : 0)
        }
    }

    mutating func write(_ story: ExpectedStory) {
        let first = style.gap + style.white
        let place = story.byline == nil ? nil : story.bylinePlace
        if place == .over { heading([story.byline!], gap: first) }
        if let kicker = story.kicker { heading([kicker], gap: first) }
        heading(story.title, gap: story.kicker == nil && place != .over ? first : nil)
        if let deck = story.deck { heading([deck]) }
        if place == .under { heading([story.byline!]) }
        var captions = story.captions[...]
        // The first picture may be below the headline; the others are inside or after the text.
        if !captions.isEmpty, chance.isTrue(0.4) || story.blocks.isEmpty { write(captions.removeFirst()) }
        for (index, block) in story.blocks.enumerated() {
            write(block)
            if index > 0, index < story.blocks.count - 1, case .paragraph = block, chance.isTrue(0.3),
                let caption = captions.popFirst()
            {
                write(caption)
            }
        }
        for caption in captions { write(caption) }
        if place == .end { heading([story.byline!]) }
    }

    private mutating func write(_ block: ExpectedStory.Block) {
        switch block {
        case .paragraph(let pieces):
            for (index, piece) in pieces.enumerated() { line(piece, indent: index == 0 ? style.indent : "") }
        case .subhead(let lines): heading(lines)
        case .item(let text): line(text, indent: style.indent)
        case .lines(let lines):
            for (index, text) in lines.enumerated() { line(text, indent: style.indent, gap: index == 0 ? nil : 0) }
        }
    }

    private mutating func write(_ caption: ExpectedStory.Caption) {
        let line = [caption.text, caption.credit].compactMap { $0 }.joined(separator: caption.separator)
        self.line(line, indent: "", gap: style.gap + style.white)
    }
}

extension ExpectedStory.Caption {
    /// The separator between a caption and its credit; brackets and full stops need none.
    fileprivate var separator: String {
        text.hasSuffix("。") || credit?.hasPrefix("（") == true ? "" : " "
    }
}
