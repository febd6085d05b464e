internal import Diagnostics

/// A story while its lines are being gathered.
struct StoryDraft {
    var headline: HeadlineParts
    var byline: String?
    var place: SourcePlace
    private(set) var blocks: [Block] = []
    private(set) var photos: [Photo] = []
    private(set) var hasSubheads = false
    /// Whether all of it is verse.
    private(set) var isPoem = false
    /// Whether the last paragraph ends in somebody's name in brackets.
    private(set) var isSigned = false
    /// Whether the first paragraph has a dateline, and mostly the reporters in it.
    private(set) var opensWithDispatch = false
    /// The last paragraph's end, while it may go on.
    private var end: CutParagraph.End?
    private var inList = false

    init(_ headline: HeadlineParts, place: SourcePlace) {
        self.headline = headline
        self.place = place
    }

    /// Features begin with a deck or a byline, news with a dateline.
    var isFeature: Bool { headline.deck != nil || byline != nil }

    var hasText: Bool { !blocks.isEmpty }

    /// All its words, for finding the story that a caption belongs to.
    var text: String {
        var text = headline.title
        for block in blocks { text += "\n" + block.text }
        return text
    }

    mutating func addPhoto(_ photo: Photo) {
        var photo = photo
        photo.after = blocks.count
        photos.append(photo)
    }

    /// A picture found behind the story's title belongs before its text.
    mutating func addFirstPhoto(_ photo: Photo) { photos.append(photo) }

    /// The words to a picture whose credit stands in a line of its own.
    mutating func creditLastPhoto(_ credit: String) -> Bool {
        guard let last = photos.last, last.credit == nil, last.after == blocks.count else { return false }
        photos[photos.count - 1].credit = credit
        return true
    }

    /// A credit in brackets for all pictures that nobody has signed: （图片均由受访者提供）.
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

    /// A line of text: goes on with the last paragraph or begins one.
    mutating func addText(
        _ line: RawLine, as role: LineRole, _ habits: CopyHabits, _ source: SourceText, _ reporter: Reporter
    ) {
        if let end, role == .prose, !(inList && end.ending == .word && end.unclosed.isEmpty) {
            switch CutParagraph.seam(after: end, before: line, habits) {
            case .goesOn(let doubt):
                if let doubt {
                    reporter.warning(
                        at: line.place(in: source), "this is taken as the rest of the paragraph before it; \(doubt)",
                        hints: "end the paragraph before it with a full stop if they are two")
                }
                join(line)
                return
            case .stands(let doubt):
                if let doubt {
                    reporter.warning(
                        at: line.place(in: source), "this is taken as a new paragraph, but \(doubt)",
                        hints: "put the two in one line if they are one paragraph")
                }
            }
        }
        inList = role == .listItem
        isPoem = false
        if role == .dispatch, blocks.isEmpty { opensWithDispatch = true }
        blocks.append(.paragraph(Paragraph(line.text, place: line.place(in: source))))
        end = CutParagraph.End(line)
        isSigned = Signature.closes(line)
    }

    private mutating func join(_ line: RawLine) {
        guard case .paragraph(var paragraph) = blocks[blocks.count - 1] else { return }
        // Two Latin words that a line's end parted were parted by a space.
        let needsSpace = paragraph.text.last!.isASCIILetter && line.text.first!.isASCIILetter
        paragraph.text += (needsSpace ? " " : "") + line.text
        blocks[blocks.count - 1] = .paragraph(paragraph)
        end?.append(line)
        isSigned = Signature.closes(line)
    }

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

extension Block {
    /// The block's words.
    var text: String {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text
        case .subhead(let lines, _): lines.joined(separator: "\n")
        case .listItem(let marker, let paragraph): marker + paragraph.text
        }
    }
}

extension Character {
    var isASCIILetter: Bool { isASCII && isLetter }
}
