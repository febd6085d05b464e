internal import Diagnostics

/// The head of a story: kicker, title, deck, byline and first pictures, and what stands between it and the story
/// before.
extension StoryAssembler {
    /// What stands between the story before and the title: pictures of either, a byline of either.
    mutating func takeBefore(
        _ before: ArraySlice<ReadLine>, behind body: ArraySlice<ReadLine>, next: ReadLine?
    ) {
        for read in before {
            switch read.role {
            case .caption(let words): place(words, read.line, body, next)
            case .byline(let byline):
                sign(
                    byline, read.line,
                    nextIsSigned: next?.role == .dispatch || body.contains { $0.role.isByline })
            default: break
            }
        }
    }

    mutating func place(
        _ words: CreditRule.Caption, _ line: RawLine, _ body: ArraySlice<ReadLine>, _ next: ReadLine?
    ) {
        guard !stories.isEmpty else {
            waitingPhotos.append(photo(words, line))
            return
        }
        if credits(words) { return }
        let start = body.startIndex
        let end = lines[body.endIndex...].firstIndex { $0.role.isDisplay } ?? lines.count
        let behind = lines[start..<end].map(\.line.text).joined(separator: "\n")
        let (side, isClear) = PhotoPlacement.side(
            of: words.caption, before: stories[stories.count - 1].text, behind: behind)
        if !isClear {
            warn(
                line,
                "this picture stands between two stories and is given to the one \(side == .before ? "before" : "behind") it",
                hint: "move the caption under the title of its story if it is the other")
        }
        if side == .before { addPhoto(words, line) } else { waitingPhotos.append(photo(words, line)) }
    }

    mutating func openStory(_ run: ArraySlice<ReadLine>, next: ReadLine?) {
        let titles = run.prefix { $0.role.isHeading || $0.role == .deck }
        let headings = titles.prefix { $0.role.isHeading }
        var decks = titles.dropFirst(headings.count).prefix { $0.role == .deck }
        if headings.count > Self.mostHeadings, decks.isEmpty, next?.role == .dispatch {
            openIndex(headings.dropLast())
            openStory(run[(headings.endIndex - 1)...], next: next)
            return
        }
        var rest = run[decks.endIndex...]
        // A deck over everything else can only be the title.
        let lead = headings.isEmpty ? decks.prefix(1) : headings
        if headings.isEmpty { decks = decks.dropFirst() }

        var headline = HeadlineParts(lead.map(\.line), habits)
        if !decks.isEmpty {
            let deck = decks.map(\.line.text).joined(separator: "\n")
            headline.deck = headline.deck.map { $0 + "\n" + deck } ?? deck
        }
        let titleLine = lead.first { $0.line.number == headline.titleLine }?.line ?? lead.first!.line
        open(headline, at: titleLine)
        if let doubt = headline.doubt {
            warn(
                titleLine, "this is taken as the title; \(doubt)",
                hint: "in Markdown copy, title, kicker and deck have keys of their own")
        }

        var subhead: [RawLine] = []
        while let read = rest.popFirst() {
            switch read.role {
            case .caption(let words): addPhoto(words, read.line)
            case .byline(let byline): addByline(byline, read.line)
            default:
                // A picture with its words is a story; a heading behind it, with text or a picture of its own, begins the next.
                let afterPhoto = stories[stories.count - 1].photos.last.map { $0.caption.count > 20 } ?? false
                let hasOwn = next != nil || rest.contains { $0.role.isCaption }
                // So does one that is explained or signed itself.
                let isSigned = rest.contains { $0.role == .deck || BylineRule.byline($0.line) != nil }
                if subhead.isEmpty, afterPhoto && hasOwn || isSigned {
                    openStory(run[(rest.startIndex - 1)...], next: next)
                    return
                }
                subhead.append(read.line)
            }
        }
        if let first = subhead.first {
            warn(
                first, "this short line is taken as a subhead, though no text stands over it",
                hint: "put it in one line with what it belongs to if it is a piece of a paragraph")
            stories[stories.count - 1].addSubhead(subhead, place: first.place(in: source))
        }
        if next == nil, stories[stories.count - 1].photos.isEmpty {
            warn(titleLine, "this title has no story under it", hint: "delete it, or add its text")
        }
    }

    /// Kicker, title of two lines, deck of two lines; what is more stands over another story.
    static var mostHeadings: Int { 4 }

    /// A list of headings with nothing under them: what is in today's paper.
    mutating func openIndex(_ headings: ArraySlice<ReadLine>) {
        let first = headings.first!.line
        warn(
            first, "these lines are taken as a story of their own",
            hint: "delete them if they only name what stands elsewhere")
        open(HeadlineParts([first], habits), at: first)
        for read in headings.dropFirst() {
            stories[stories.count - 1].addVerse([read.line], place: read.line.place(in: source))
        }
    }

    mutating func addByline(_ byline: String, _ line: RawLine) {
        if BylineRule.byline(line) == nil {
            warn(line, "these words are taken as the byline", hint: "write 记者 or □ before a reporter's name")
        }
        stories[stories.count - 1].byline = stories[stories.count - 1].byline.map { $0 + " " + byline } ?? byline
    }
}
