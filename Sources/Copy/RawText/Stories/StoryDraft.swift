internal import Diagnostics

/// A story during assembly.
struct StoryDraft {
    var headline: HeadlineParts
    var byline: String?
    var place: SourcePlace
    private(set) var blocks: [Block] = []
    private(set) var photos: [Photo] = []
    private(set) var hasSubheads = false
    /// Whether the text so far is verse only.
    private(set) var isPoem = false
    /// Whether the last paragraph ends with a name in brackets.
    private(set) var isSigned = false
    /// Whether the first paragraph has a dateline, which usually names the reporters.
    private(set) var opensWithDispatch = false
    /// The end of the last paragraph; nil when no line can continue it.
    private var end: ParagraphSeam.End?
    private var inList = false

    init(_ headline: HeadlineParts, place: SourcePlace) {
        self.headline = headline
        self.place = place
    }

    /// Whether the story begins like a feature, with a deck or byline. News begins with a dateline.
    var isFeature: Bool { headline.deck != nil || byline != nil }

    var hasText: Bool { !blocks.isEmpty }

    /// The story's words, for matching captions.
    var text: String {
        var text = headline.title
        for block in blocks { text += "\n" + block.text }
        return text
    }

    /// Adds a byline to the one that the story may have.
    mutating func addByline(_ more: String) {
        // In place: a copy with every byline would take the square of their number.
        if byline == nil { byline = more } else { byline! += " " + more }
    }

    /// Adds a photo at the current end of the text.
    mutating func addPhoto(_ photo: Photo) {
        var photo = photo
        photo.after = blocks.count
        photos.append(photo)
    }

    /// Adds a photo before the text.
    mutating func addFirstPhoto(_ photo: Photo) { photos.append(photo) }

    /// Applies a credit from a line of its own to the photo directly before it.
    mutating func creditLastPhoto(_ credit: String) -> Bool {
        guard let last = photos.last, last.credit == nil, last.after == blocks.count else { return false }
        photos[photos.count - 1].credit = credit
        return true
    }

    /// Applies a credit to all photos without one: （图片均由受访者提供）.
    mutating func creditAllPhotos(_ credit: String) -> Bool {
        let open = photos.indices.filter { photos[$0].credit == nil }
        for index in open { photos[index].credit = credit }
        return !open.isEmpty
    }

    mutating func addSubhead(_ lines: [RawLine], place: SourcePlace) {
        blocks.append(.subhead(lines.map(\.text), place: place))
        hasSubheads = true
        (end, isSigned, isPoem) = (nil, false, false)
    }

    mutating func addVerse(_ lines: [RawLine], place: SourcePlace) {
        isPoem = isPoem || blocks.isEmpty
        blocks.append(.paragraph(Paragraph(lines.map(\.text).joined(separator: "\n"), place: place)))
        (end, isSigned) = (nil, false)
    }

    /// Adds a line of text, which continues the last paragraph or begins a new one.
    mutating func addText(
        _ line: RawLine, as role: LineRole, _ conventions: CopyConventions, _ source: SourceText, _ reporter: Reporter
    ) {
        if let end, role == .prose, !(inList && end.ending == .word && end.unclosedMarks.isEmpty) {
            switch ParagraphSeam.between(end, line, conventions) {
            case .continues(let doubt):
                if let doubt {
                    reporter.warning(
                        at: line.place(in: source), "this is treated as part of the paragraph before it; \(doubt)",
                        hints: "if it is a paragraph of its own, end the one before it with a full stop")
                }
                join(line)
                return
            case .starts(let doubt):
                if let doubt {
                    reporter.warning(
                        at: line.place(in: source), "this is treated as a new paragraph, but \(doubt)",
                        hints: "if they are one paragraph, put both on one line")
                }
            }
        }
        inList = role == .listItem
        isPoem = false
        if role == .dispatch, blocks.isEmpty { opensWithDispatch = true }
        blocks.append(.paragraph(Paragraph(line.text, place: line.place(in: source))))
        end = ParagraphSeam.End(line)
        isSigned = BylineRule.endsWithSignature(line)
    }

    private mutating func join(_ line: RawLine) {
        guard case .paragraph(var paragraph) = blocks[blocks.count - 1] else { return }
        // Between two Latin words, the line break stands for a space.
        let needsSpace = paragraph.text.last!.isASCIILetter && line.text.first!.isASCIILetter
        paragraph.text += (needsSpace ? " " : "") + line.text
        blocks[blocks.count - 1] = .paragraph(paragraph)
        end?.append(line)
        isSigned = BylineRule.endsWithSignature(line)
    }

    /// The finished story.
    func article(id: String) -> Article {
        let marked = blocks.map { block -> Block in
            guard case .paragraph(var paragraph) = block else { return block }
            paragraph.marks = DatelineRule.marks(in: paragraph.text)
            return .paragraph(paragraph)
        }
        return Article(
            id: id, title: headline.title, kicker: headline.kicker, deck: headline.deck, byline: byline,
            body: ListRule.apply(to: marked), photos: photos, place: place)
    }
}

extension Character {
    var isASCIILetter: Bool { isASCII && isLetter }
}
