internal import Diagnostics

/// Goes through the lines from top to bottom and makes stories of them: text goes to the story that is being read,
/// and every run of headings, bylines and captions is either the head of a new one or a pause in the old.
struct StoryAssembler {
    let lines: [ReadLine]
    let habits: CopyHabits
    let source: SourceText
    let reporter: Reporter
    /// Whether bylines between two stories stand over their titles in this copy; nil if it does not tell.
    let bylinesLead: Bool?
    var stories: [StoryDraft] = []
    /// What stands before the title that it belongs to.
    var waitingPhotos: [Photo] = []
    var waitingByline: String?

    init(_ lines: [ReadLine], habits: CopyHabits, source: SourceText, reporter: Reporter) {
        self.lines = lines
        self.habits = habits
        self.source = source
        self.reporter = reporter
        bylinesLead = BylinePlaces(lines).lead
    }

    mutating func assemble() -> [StoryDraft] {
        var index = 0
        while index < lines.count {
            let read = lines[index]
            if read.role.isDisplay {
                let end = lines[index...].firstIndex { !$0.role.isDisplay } ?? lines.count
                take(lines[index..<end], next: end < lines.count ? lines[end] : nil, announcesList: announcesList(end))
                index = end
            } else if read.role == .verse {
                let end = lines[index...].firstIndex { $0.role != .verse } ?? lines.count
                takeVerse(lines[index..<end].map(\.line))
                index = end
            } else {
                takeText(read)
                index += 1
            }
        }
        if let waitingByline, let last = lines.last?.line { signLast(waitingByline, last) }
        return stories
    }

    // MARK: Text

    mutating func takeText(_ read: ReadLine) {
        openStoryIfNone(at: read.line)
        if read.role == .dispatch, stories[stories.count - 1].hasText {
            warn(
                read.line, "this dispatch has no title and stays with the story before it",
                hint: "put its title on a line of its own over it")
        }
        stories[stories.count - 1].addText(read.line, as: read.role, habits, source, reporter)
    }

    mutating func takeVerse(_ verse: [RawLine]) {
        openStoryIfNone(at: verse[0])
        let lineGap = verse.dropFirst().map(\.gap).min() ?? 0
        var stanza: [RawLine] = []
        for line in verse {
            if let first = stanza.first, line.gap > lineGap {
                stories[stories.count - 1].addVerse(stanza, place: first.place(in: source))
                stanza = []
            }
            stanza.append(line)
        }
        stories[stories.count - 1].addVerse(stanza, place: stanza[0].place(in: source))
    }

    mutating func openStoryIfNone(at line: RawLine) {
        guard stories.isEmpty else { return }
        warn(line, "the copy begins without a title", hint: "put the story's title on a line of its own over it")
        open(HeadlineParts([], habits), at: line)
    }

    // MARK: Runs of headings, bylines and captions

    /// - Parameter announcesList: whether the next line says that a list follows.
    mutating func take(_ run: ArraySlice<ReadLine>, next: ReadLine?, announcesList: Bool) {
        guard let head = run.firstIndex(where: { $0.role.isHeading || $0.role == .deck }) else {
            takeWithoutHeading(run, next: next)
            return
        }
        let body = run[head...]
        let around = surroundings(
            next, announcesList: announcesList, followsByline: run[..<head].contains { $0.role.isByline })
        let score = StoryStart.score(body, around)
        let opens = score >= StoryStart.threshold
        let areLast = !opens && next == nil && run.allSatisfy { $0.role.isHeading }
        if stories.last?.hasText ?? false, !areLast, StoryStart.isDoubtful(score, around) {
            warn(
                body.first!.line, opens ? "this is taken as a new story's title" : "this is taken as a subhead",
                hint: opens
                    ? "if it is a subhead, shorten it or number it"
                    : "if it is a title, put a dateline or byline under it")
        }
        if opens {
            takeBefore(run[..<head], behind: body, next: next)
            openStory(body, next: next)
        } else if areLast {
            takeLastLines(run)
        } else {
            takeSubheads(run)
        }
    }

    /// Captions alone interrupt the story; a byline alone signs it, or the next.
    mutating func takeWithoutHeading(_ run: ArraySlice<ReadLine>, next: ReadLine?) {
        for read in run {
            switch read.role {
            case .caption(let words):
                if stories.isEmpty {
                    waitingPhotos.append(photo(words, read.line))
                } else {
                    addPhoto(words, read.line)
                }
            case .byline(let byline): sign(byline, read.line, nextIsSigned: true)
            default: break
            }
        }
        if next == nil, stories.isEmpty, let first = run.first { open(HeadlineParts([], habits), at: first.line) }
    }

    /// A byline on its own between two stories.
    mutating func sign(_ byline: String, _ line: RawLine, nextIsSigned: Bool) {
        let last = stories.last
        let isSigned = last.map { $0.byline != nil || $0.opensWithDispatch || $0.isSigned } ?? true
        if last == nil || !nextIsSigned && (isSigned || bylinesLead ?? false) {
            waitingByline = waitingByline.map { $0 + " " + byline } ?? byline
            return
        }
        if !nextIsSigned, bylinesLead == nil {
            warn(
                line, "this byline stands between two stories and is given to the one before it",
                hint: "put it under the title of its story if it is the other")
        }
        signLast(byline, line)
    }

    mutating func signLast(_ byline: String, _ line: RawLine) {
        openStoryIfNone(at: line)
        let last = stories.count - 1
        if let present = stories[last].byline {
            stories[last].byline = present + " " + byline
            warn(line, "the story has two bylines", hint: "put each under the title of its story")
        } else {
            stories[last].byline = byline
        }
    }

    // MARK: What both do

    mutating func open(_ headline: HeadlineParts, at line: RawLine) {
        var story = StoryDraft(headline, place: line.place(in: source))
        story.byline = waitingByline
        for photo in waitingPhotos { story.addPhoto(photo) }
        (waitingByline, waitingPhotos) = (nil, [])
        stories.append(story)
    }

    mutating func addPhoto(_ words: CreditRule.Caption, _ line: RawLine) {
        if !credits(words) { stories[stories.count - 1].addPhoto(photo(words, line)) }
    }

    /// Whether it was only a credit, and has found its pictures.
    mutating func credits(_ words: CreditRule.Caption) -> Bool {
        guard words.caption.isEmpty, let credit = words.credit else { return false }
        let isForAll = credit.contains("均") && stories[stories.count - 1].creditAllPhotos(credit)
        return isForAll || stories[stories.count - 1].creditLastPhoto(credit)
    }

    func photo(_ words: CreditRule.Caption, _ line: RawLine) -> Photo {
        if words.isGuess {
            warn(
                line, "this is taken as a caption, for a picture seems to have stood over it",
                hint: "leave out the blank lines before it if it is text")
        }
        return Photo(file: nil, caption: words.caption, credit: words.credit, place: line.place(in: source))
    }

    /// Whether a line ends in a colon and a list or a table follows.
    private func announcesList(_ index: Int) -> Bool {
        guard index + 1 < lines.count, lines[index].line.ending == .colon else { return false }
        return lines[index + 1].role == .listItem || lines[index + 1].role == .verse
    }

    func surroundings(
        _ next: ReadLine?, announcesList: Bool, followsByline: Bool
    ) -> StoryStart.Surroundings {
        let story = stories.last
        return StoryStart.Surroundings(
            next: next, announcesList: announcesList, inFeature: story?.isFeature ?? false,
            hasSubheads: story?.hasSubheads ?? false,
            blocks: story?.blocks.count ?? 0, title: story.map { Array($0.headline.title.unicodeScalars).ems } ?? 0,
            opensWithDispatch: story?.opensWithDispatch ?? false,
            // Poems have no subheads but the titles of other poems.
            isSigned: story.map { $0.isSigned || $0.isPoem && next?.role != .verse } ?? false,
            followsByline: followsByline, habits: habits)
    }

    func warn(_ line: RawLine, _ sentence: String, hint: String) {
        reporter.warning(at: line.place(in: source), sentence, hints: hint)
    }
}
