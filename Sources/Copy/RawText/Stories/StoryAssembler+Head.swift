internal import Diagnostics

/// The head of a story: kicker, title, deck, byline and first pictures, and the lines between it and the story before.
extension StoryAssembler {
    /// Assigns the captions and bylines between the story before and the title to one of the two stories.
    mutating func assignLeadingLines(
        _ before: ArraySlice<ClassifiedLine>, above body: ArraySlice<ClassifiedLine>, next: ClassifiedLine?
    ) {
        for entry in before {
            switch entry.role {
            case .caption(let caption): assignPhoto(caption, entry.line, body, next)
            case .byline(let byline):
                assignByline(
                    byline, entry.line,
                    nextIsSigned: next?.role == .dispatch || body.contains { $0.role.isByline })
            default: break
            }
        }
    }

    /// Opens a story with the headline at the run's beginning, and adds the captions and bylines below it.
    /// - Parameter next: the line of text after the run.
    mutating func openStory(_ run: ArraySlice<ClassifiedLine>, next: ClassifiedLine?) {
        let titles = run.prefix { $0.role.isHeading || $0.role == .deck }
        let headings = titles.prefix { $0.role.isHeading }
        var decks = titles.dropFirst(headings.count).prefix { $0.role == .deck }
        if headings.count > Self.maxHeadlineLines, decks.isEmpty, next?.role == .dispatch {
            openIndex(headings.dropLast())
            openStory(run[(headings.endIndex - 1)...], next: next)
            return
        }
        var rest = run[decks.endIndex...]
        // A deck above all headings can only be the title.
        let titleLines = headings.isEmpty ? decks.prefix(1) : headings
        if headings.isEmpty { decks = decks.dropFirst() }

        var headline = HeadlineParts(titleLines.map(\.line), conventions)
        if !decks.isEmpty {
            let deck = decks.map(\.line.text).joined(separator: "\n")
            headline.deck = headline.deck.map { $0 + "\n" + deck } ?? deck
        }
        let titleLine = titleLines.first { $0.line.number == headline.titleLine }?.line ?? titleLines.first!.line
        open(headline, at: titleLine)
        if let doubt = headline.doubt {
            warn(
                titleLine, "this line is treated as the title; \(doubt)",
                hint: "in Markdown copy, title, kicker and deck have keys of their own")
        }

        var subhead: [RawLine] = []
        while let entry = rest.popFirst() {
            switch entry.role {
            case .caption(let caption): addPhoto(caption, entry.line)
            case .byline(let byline): addByline(byline, entry.line)
            default:
                // A picture with a long caption is a story; a heading after it that has text or a picture of its own
                // begins the next.
                let followsPhoto = stories[stories.count - 1].photos.last.map { $0.caption.count > 20 } ?? false
                let hasContent = next != nil || rest.contains { $0.role.isCaption }
                // So does a heading with a deck or byline of its own.
                let isSigned = rest.contains { $0.role == .deck || BylineRule.byline($0.line) != nil }
                if subhead.isEmpty, followsPhoto && hasContent || isSigned {
                    openStory(run[(rest.startIndex - 1)...], next: next)
                    return
                }
                subhead.append(entry.line)
            }
        }
        if let first = subhead.first {
            warn(
                first, "this short line is treated as a subhead, although no text precedes it",
                hint: "if it is part of a paragraph, put it on one line with the rest")
            stories[stories.count - 1].addSubhead(subhead, place: first.place(in: source))
        }
        if next == nil, stories[stories.count - 1].photos.isEmpty {
            warn(titleLine, "this title has no text below it", hint: "delete it, or add its text")
        }
    }

    /// The most lines of a headline: a kicker, a title of two lines, a deck. Further lines belong to another story.
    static var maxHeadlineLines: Int { 4 }

    /// Adds a story for a list of headings without text, such as the contents of today's paper.
    mutating func openIndex(_ headings: ArraySlice<ClassifiedLine>) {
        let first = headings.first!.line
        warn(
            first, "these lines are treated as a separate story",
            hint: "delete them if they only list stories that are printed elsewhere")
        open(HeadlineParts([first], conventions), at: first)
        for heading in headings.dropFirst() {
            stories[stories.count - 1].addVerse([heading.line], place: heading.line.place(in: source))
        }
    }

    /// Adds a byline below the current story's title.
    mutating func addByline(_ byline: String, _ line: RawLine) {
        if BylineRule.byline(line) == nil {
            warn(line, "these words are treated as the byline", hint: "write 记者 or □ before a reporter's name")
        }
        stories[stories.count - 1].addByline(byline)
    }
}
