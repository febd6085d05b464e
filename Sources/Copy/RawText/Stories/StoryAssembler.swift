internal import Diagnostics

/// Assembles stories from the classified lines, from top to bottom: text goes to the current story, and each run of
/// headings, bylines and captions either opens a new story or interrupts the current one.
struct StoryAssembler {
    let lines: [ClassifiedLine]
    let conventions: CopyConventions
    let source: SourceText
    let reporter: Reporter
    /// Whether bylines between two stories belong to the story below; nil when the copy gives no evidence.
    let bylinesPrecedeTitles: Bool?
    /// The stories so far; the last one is the current story.
    var stories: [StoryDraft] = []
    /// Photos and byline of the story that opens next.
    var pendingPhotos: [Photo] = []
    var pendingByline: String?

    init(_ lines: [ClassifiedLine], conventions: CopyConventions, source: SourceText, reporter: Reporter) {
        self.lines = lines
        self.conventions = conventions
        self.source = source
        self.reporter = reporter
        bylinesPrecedeTitles = BylinePosition(lines).isAboveTitle
    }

    /// The stories of all lines.
    mutating func assemble() -> [StoryDraft] {
        var index = 0
        while index < lines.count {
            let entry = lines[index]
            if entry.role.isDisplay {
                let end = lines[index...].firstIndex { !$0.role.isDisplay } ?? lines.count
                addRun(
                    lines[index..<end], next: end < lines.count ? lines[end] : nil, announcesList: announcesList(end))
                index = end
            } else if entry.role == .verse {
                let end = lines[index...].firstIndex { $0.role != .verse } ?? lines.count
                addVerse(lines[index..<end].map(\.line))
                index = end
            } else {
                addText(entry)
                index += 1
            }
        }
        if let pendingByline, let last = lines.last?.line { addBylineToLast(pendingByline, last) }
        return stories
    }

    // MARK: Text

    mutating func addText(_ entry: ClassifiedLine) {
        openStoryIfNone(at: entry.line)
        if entry.role == .dispatch, stories[stories.count - 1].hasText {
            warn(
                entry.line, "this dispatch has no title and is added to the story before it",
                hint: "put its title on a line of its own above it")
        }
        stories[stories.count - 1].addText(entry.line, as: entry.role, conventions, source, reporter)
    }

    private mutating func addVerse(_ verse: [RawLine]) {
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

    /// Opens a story without a title if the copy begins with text.
    private mutating func openStoryIfNone(at line: RawLine) {
        guard stories.isEmpty else { return }
        warn(line, "the copy begins without a title", hint: "put the story's title on a line of its own above it")
        open(HeadlineParts([], conventions), at: line)
    }

    // MARK: Runs of headings, bylines and captions

    /// Adds a run of headings, bylines and captions.
    /// - Parameters:
    ///   - next: the line of text after the run.
    ///   - announcesList: whether `next` announces a list.
    private mutating func addRun(_ run: ArraySlice<ClassifiedLine>, next: ClassifiedLine?, announcesList: Bool) {
        guard let head = run.firstIndex(where: { $0.role.isHeading || $0.role == .deck }) else {
            addWithoutHeading(run, next: next)
            return
        }
        let body = run[head...]
        let context = context(
            next, announcesList: announcesList, followsByline: run[..<head].contains { $0.role.isByline })
        let score = StoryStart.score(body, context)
        let opens = score >= StoryStart.threshold
        let areLastLines = !opens && next == nil && run.allSatisfy { $0.role.isHeading }
        if stories.last?.hasText ?? false, !areLastLines, StoryStart.isDoubtful(score, context) {
            warn(
                body.first!.line,
                opens ? "this is treated as the title of a new story" : "this is treated as a subhead",
                hint: opens
                    ? "if it is a subhead, shorten it or number it"
                    : "if it is a title, put a dateline or byline below it")
        }
        if opens {
            assignLeadingLines(run[..<head], above: body, next: next)
            openStory(body, next: next)
        } else if areLastLines {
            addLastLines(run)
        } else {
            addSubheads(run)
        }
    }

    /// Captions without a heading belong to the current story; a byline without a heading belongs to it or to the next.
    private mutating func addWithoutHeading(_ run: ArraySlice<ClassifiedLine>, next: ClassifiedLine?) {
        for entry in run {
            switch entry.role {
            case .caption(let caption):
                if stories.isEmpty {
                    pendingPhotos.append(photo(caption, entry.line))
                } else {
                    addPhoto(caption, entry.line)
                }
            case .byline(let byline): assignByline(byline, entry.line, nextIsSigned: true)
            default: break
            }
        }
        if next == nil, stories.isEmpty, let first = run.first { open(HeadlineParts([], conventions), at: first.line) }
    }

    /// Assigns a byline between two stories to one of them.
    mutating func assignByline(_ byline: String, _ line: RawLine, nextIsSigned: Bool) {
        let isSigned = stories.last.map { $0.byline != nil || $0.opensWithDispatch || $0.isSigned } ?? true
        if stories.isEmpty || !nextIsSigned && (isSigned || bylinesPrecedeTitles ?? false) {
            if pendingByline == nil { pendingByline = byline } else { pendingByline! += " " + byline }
            return
        }
        if !nextIsSigned, bylinesPrecedeTitles == nil {
            warn(
                line, "this byline is between two stories and goes to the story before it",
                hint: "if it belongs to the next story, put it below that story's title")
        }
        addBylineToLast(byline, line)
    }

    /// Adds a byline at the end of the current story.
    private mutating func addBylineToLast(_ byline: String, _ line: RawLine) {
        openStoryIfNone(at: line)
        let last = stories.count - 1
        if stories[last].byline != nil {
            warn(line, "the story has two bylines", hint: "put each below the title of its story")
        }
        stories[last].addByline(byline)
    }

    // MARK: Stories and warnings

    /// Opens a story with the pending byline and photos.
    mutating func open(_ headline: HeadlineParts, at line: RawLine) {
        var story = StoryDraft(headline, place: line.place(in: source))
        story.byline = pendingByline
        for photo in pendingPhotos { story.addPhoto(photo) }
        (pendingByline, pendingPhotos) = (nil, [])
        stories.append(story)
    }

    /// Whether a line ends with a colon and a list or table follows.
    private func announcesList(_ index: Int) -> Bool {
        guard index + 1 < lines.count, lines[index].line.ending == .colon else { return false }
        return lines[index + 1].role == .listItem || lines[index + 1].role == .verse
    }

    private func context(
        _ next: ClassifiedLine?, announcesList: Bool, followsByline: Bool
    ) -> StoryStart.Context {
        let story = stories.last
        return StoryStart.Context(
            next: next, announcesList: announcesList, inFeature: story?.isFeature ?? false,
            hasSubheads: story?.hasSubheads ?? false,
            blockCount: story?.blocks.count ?? 0,
            titleWidth: story.map { Array($0.headline.title.unicodeScalars).ems } ?? 0,
            opensWithDispatch: story?.opensWithDispatch ?? false,
            // A poem has no subheads: a heading after it is the title of another.
            isSigned: story.map { $0.isSigned || $0.isPoem && next?.role != .verse } ?? false,
            followsByline: followsByline, conventions: conventions)
    }

    func warn(_ line: RawLine, _ sentence: String, hint: String) {
        reporter.warning(at: line.place(in: source), sentence, hints: hint)
    }
}
