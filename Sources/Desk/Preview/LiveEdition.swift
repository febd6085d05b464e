internal import Copy
internal import Diagnostics
internal import FoundationEssentials
internal import Makeup
internal import Pages
internal import Press
internal import Synchronization

/// An edition that is made again whenever its files change, and what there is to show of it.
///
/// Where the newest copy cannot be made into pages, the last good ones stay, with what stands in the way. Making goes on
/// a thread of its own; whoever looks at what there is does not wait for it.
actor LiveEdition {
    private let path: String
    private let resources: @Sendable (_ edition: String) -> Resources
    private let dummy: String?
    private let jobs: Int
    private var press: (resources: Resources, fonts: [FileStamp], press: EditionPress)?
    /// The pages of the last run; pages whose copy has not changed are not composed again.
    private var reusable = ReusablePages()
    private let thread = QueueExecutor("making")
    private nonisolated let shown: Mutex<Shown>

    /// What there is to show.
    private struct Shown: Sendable {
        var state: PreviewState
        var archive = PageArchive()
        var document: Document?
        var listeners: [Int: AsyncStream<String>.Continuation] = [:]
        var lastListener = 0
    }

    /// - Parameters:
    ///   - resources: where layouts and fonts are looked for, given the edition's folder.
    ///   - dummy: the file that keeps the pages' dummies, as for building.
    ///   - jobs: pages made at once.
    init(
        _ path: String, resources: @escaping @Sendable (_ edition: String) -> Resources, dummy: String? = nil, jobs: Int
    ) {
        self.path = path
        self.dummy = dummy
        self.resources = resources
        self.jobs = jobs
        shown = Mutex(Shown(state: PreviewState(edition: path)))
    }

    /// What files of the edition are named after: its folder's name, or its file's without the ending.
    nonisolated var name: String {
        let name = path.split(separator: "/").last { $0 != "." } ?? "edition"
        return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Makes the edition as its files are now, and tells the listeners.
    func refresh() {
        var (state, archive, document) = shown.withLock { ($0.state, $0.archive, $0.document) }
        var phases: [PreviewState.Phase] = []
        do {
            let read = try timed("reading", &phases) { try EditionReader().read(path) }
            let press = try press(for: read.value.folder)
            let kept = try dummy.flatMap { try EditionDummy(keptIn: $0) }
            let made = try timed("composing", &phases) {
                try press.make(
                    read.value, EditionPress.Options(dummy: kept, hasGuides: true, reusable: reusable))
            }
            // Pages of a folder that was moved away meanwhile lack their photos.
            if !FileManager.default.fileExists(atPath: path) { _ = try EditionReader().read(path) }
            if let dummy { try made.value.kept.write(to: dummy) }
            reusable = made.value.reusable
            timed("comparing", &phases) {
                document = made.value.document
                archive.take(made.value.document.pages, guides: made.value.guides)
                describe(made.value, read.diagnostics + made.diagnostics, archive, &state)
            }
            state.isBroken = false
        } catch {
            let diagnostics = (error as? DiagnosticsError)?.diagnostics ?? [.error(at: nil, "\(error)")]
            let finder = ProblemFinder(edition: nil, stories: [], layouts: [:])
            state.isBroken = true
            state.problems = diagnostics.map(finder.problem)
        }
        state.phases = phases
        state.revision += 1
        let event = Self.event(state)
        shown.withLock { shown in
            shown.state = state
            shown.archive = archive
            shown.document = document
            for listener in shown.listeners.values { listener.yield(event) }
        }
    }

    nonisolated var state: PreviewState { shown.withLock { $0.state } }

    /// A page as it was in some state, for its picture and guides.
    nonisolated func entry(_ picture: Int) -> PageArchive.Entry? { shown.withLock { $0.archive[picture] } }

    /// The last good pages, to be printed.
    nonisolated var printable: Document? { shown.withLock { $0.document } }

    /// The state as it is, and each one that comes after it.
    nonisolated func events() -> AsyncStream<String> {
        // Whoever cannot keep up needs only the newest.
        let (events, listener) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let number = shown.withLock {
            $0.lastListener += 1
            $0.listeners[$0.lastListener] = listener
            listener.yield(Self.event($0.state))
            return $0.lastListener
        }
        listener.onTermination = { [weak self] _ in self?.forget(number) }
        return events
    }

    private nonisolated func forget(_ listener: Int) {
        _ = shown.withLock { $0.listeners.removeValue(forKey: listener) }
    }

    private static func event(_ state: PreviewState) -> String { "event: state\ndata: \(state.json)\n\n" }

    // MARK: Making

    /// The press, opened anew when the fonts have changed: it keeps them open, and pages set in them.
    private func press(for folder: String) throws -> EditionPress {
        let resources = resources(folder)
        let fonts = resources.fontFolders.flatMap { WatchedFolder(path: $0, depth: 1).all }.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map {
                FileStamp(of: folder + "/" + $0)
            }
        }
        if let press, press.resources == resources, press.fonts == fonts { return press.press }
        let new = EditionPress(resources: resources, jobs: jobs)
        press = (resources, fonts, new)
        reusable = ReusablePages()
        return new
    }

    private func timed<Result>(
        _ name: String, _ phases: inout [PreviewState.Phase], _ work: () throws -> Result
    ) rethrows -> Result {
        let start = ContinuousClock.now
        defer { phases.append(PreviewState.Phase(name: name, seconds: start.duration(to: .now) / .seconds(1))) }
        return try work()
    }

    private func describe(
        _ made: ComposedEdition, _ diagnostics: [Diagnostic], _ archive: PageArchive, _ state: inout PreviewState
    ) {
        let pages = made.edition.pages
        let reports = made.report.pages
        let finder = ProblemFinder(
            edition: made.edition, stories: made.stories,
            layouts: Dictionary(reports.map { ($0.page, $0.layout) }, uniquingKeysWith: { first, _ in first }))
        state.title = made.document.title
        state.folder = made.edition.folder
        state.problems = diagnostics.map(finder.problem)
        state.pages = made.document.pages.compactMap { page in
            guard let pictures = archive.pictures(ofPage: page.number) else { return nil }
            let report = reports.first { $0.page == page.number }
            let known = pages[page.number - 1]
            return PreviewState.Page(
                number: page.number, last: known.half == nil ? nil : page.number + 1, section: known.section,
                width: page.trim.width.points, height: page.trim.height.points, picture: pictures.now,
                before: pictures.before,
                whiteLines: (report?.whiteLines ?? 0) + (report?.emptyLines ?? 0),
                columnLines: report?.columnLines ?? 0,
                stories: made.stories.filter { $0.page == page.number }.map(PreviewState.Story.init))
        }
    }
}

extension PreviewState.Story {
    init(_ story: PlacedStory) {
        self.init(
            id: story.id, title: story.title, rank: story.rank,
            frames: story.frames.map { [$0.x.points, $0.y.points, $0.width.points, $0.height.points] },
            file: story.place.file, line: story.place.line, excerpt: story.place.excerpt, lines: story.lines,
            whiteLines: story.whiteLines, oversetLines: story.oversetLines, headlineSize: story.headlineSize,
            continuesOn: story.continuesOn, continuedFrom: story.continuedFrom)
    }
}
