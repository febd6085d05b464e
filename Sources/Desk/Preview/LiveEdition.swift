internal import Concurrency
internal import Copy
internal import Diagnostics
internal import FoundationEssentials
internal import Makeup
internal import Pages
internal import Press
internal import Synchronization

/// An edition that is made again whenever its files change, and its state for browsers.
///
/// When the pages cannot be made from the newest files, the last good pages stay and the state holds the errors. Pages
/// are made on a thread of its own; reading the state does not wait for it.
actor LiveEdition {
    private let path: String
    private let resources: @Sendable (_ edition: String) -> Resources
    private let dummy: String?
    private let replacesAnything: Bool
    private let jobs: Int
    private var press: (resources: Resources, fonts: [FileFingerprint], press: EditionPress)?
    /// The pages of the last run; pages whose copy has not changed are not composed again.
    private var reusable = ReusablePages()
    private let executor = QueueExecutor("making")
    private nonisolated let published: Mutex<Published>

    /// What browsers can ask for.
    private struct Published: Sendable {
        var state: PreviewState
        var archive = PageArchive()
        var document: Document?
        /// The errors of what could not be rendered from the current pages.
        var failures: [PreviewState.Rendering: [PreviewState.Problem]] = [:]
        var listeners: [Int: AsyncStream<String>.Continuation] = [:]
        var lastListener = 0

        /// Counts the revision and sends the state to all listeners.
        mutating func publishState() {
            state.failures = failures.values.joined().sorted { ($0.page ?? 0, $0.message) < ($1.page ?? 0, $1.message) }
            state.revision += 1
            for listener in listeners.values { listener.yield(state.event) }
        }
    }

    /// - Parameters:
    ///   - path: the edition's folder, or a copy file.
    ///   - resources: where layouts and fonts are looked for, given the edition's folder.
    ///   - dummy: the file that keeps the pages' dummies, as for building.
    ///   - replacesAnything: whether that file is replaced when it is of another kind.
    ///   - jobs: the number of pages made in parallel.
    init(
        _ path: String, resources: @escaping @Sendable (_ edition: String) -> Resources, dummy: String? = nil,
        replacesAnything: Bool = false, jobs: Int
    ) {
        self.path = path
        self.dummy = dummy
        self.replacesAnything = replacesAnything
        self.resources = resources
        self.jobs = jobs
        published = Mutex(Published(state: PreviewState(edition: Self.name(of: path))))
    }

    /// The name for files made from the edition: its folder's name, or its file's without the extension.
    nonisolated var name: String {
        let name = Self.name(of: path)
        return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last { $0 != "." }.map(String.init) ?? "edition"
    }

    /// The edition's folder, to which the state's paths are relative.
    private nonisolated var folder: String { WatchedFolder.editionFolder(of: path) }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    // MARK: State

    nonisolated var state: PreviewState { published.withLock { $0.state } }

    /// A recent version of a page, by its number.
    nonisolated func version(_ number: Int) -> PageVersion? { published.withLock { $0.archive[number] } }

    /// The last good pages, for printing.
    nonisolated var document: Document? { published.withLock { $0.document } }

    /// The current state and every later one, as server-sent events. A listener that falls behind gets only the newest.
    nonisolated func events() -> AsyncStream<String> {
        let (events, listener) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let number = published.withLock {
            $0.lastListener += 1
            $0.listeners[$0.lastListener] = listener
            listener.yield($0.state.event)
            return $0.lastListener
        }
        listener.onTermination = { [weak self] _ in self?.removeListener(number) }
        return events
    }

    private nonisolated func removeListener(_ number: Int) {
        _ = published.withLock { $0.listeners.removeValue(forKey: number) }
    }

    /// Publishes the errors of rendering something. They stay in the state until the rendering succeeds or its pages are
    /// replaced.
    ///
    /// - Parameters:
    ///   - diagnostics: the errors; empty if the rendering has succeeded.
    ///   - page: the page that is rendered; nil for all.
    nonisolated func publish(_ diagnostics: [Diagnostic], failing rendering: PreviewState.Rendering, page: Int?) {
        let failures = diagnostics.map { PreviewState.Problem($0, page: page).relative(to: folder) }
        published.withLock { published in
            guard published.failures[rendering] ?? [] != failures else { return }
            published.failures[rendering] = failures.isEmpty ? nil : failures
            published.publishState()
        }
    }

    /// Publishes that an earlier process has crashed which made or drew the pages.
    nonisolated func publish(crash signal: Int32) {
        let problem = Diagnostic.error(
            at: nil, "the program crashed while it worked on the pages (signal \(signal))",
            hints: "undo the last change if it may be the cause; the pages are made again when a file is saved")
        published.withLock { published in
            published.state.isBroken = true
            published.state.problems = [PreviewState.Problem(problem, page: nil)]
            published.publishState()
        }
    }

    // MARK: Making

    /// Makes the edition from its current files and publishes the new state. A making that is cancelled changes nothing.
    func refresh(_ cancellation: Cancellation = Cancellation()) {
        var (state, archive, document) = published.withLock { ($0.state, $0.archive, $0.document) }
        var phases: [PreviewState.Phase] = []
        do {
            let read = try measure("reading", &phases) { try EditionReader().read(path) }
            let press = try press(for: read.value.folder)
            try checkDummy(inEdition: read.value.folder)
            let kept = try dummy.flatMap { try EditionDummy(keptIn: $0) }
            let made = try measure("composing", &phases) {
                try press.make(
                    read.value,
                    EditionPress.Options(
                        dummy: kept, hasGuides: true, reusable: reusable, cancellation: cancellation))
            }
            // If the folder has been moved away meanwhile, the pages lack their photos; reading it again throws.
            if !FileManager.default.fileExists(atPath: path) { _ = try EditionReader().read(path) }
            if let dummy { try made.value.kept.write(to: dummy) }
            reusable = made.value.reusable
            measure("comparing", &phases) {
                document = made.value.document
                archive.update(made.value.document.pages, guides: made.value.guides)
                update(&state, made.value, read.diagnostics + made.diagnostics, archive)
            }
            state.isBroken = false
        } catch is CancellationError {
            return
        } catch {
            let diagnostics = (error as? DiagnosticsError)?.diagnostics ?? [.error(at: nil, "\(error)")]
            let locator = DiagnosticLocator(edition: nil, stories: [], layouts: [:])
            state.isBroken = true
            state.problems = diagnostics.map { locator.problem($0).relative(to: folder) }
        }
        state.phases = phases
        published.withLock { published in
            // Failures may have been published meanwhile.
            state.revision = published.state.revision
            published.state = state
            published.archive = archive
            published.document = document
            published.failures = published.failures.filter { failure in
                switch failure.key {
                case .picture(let number), .guides(let number, _): archive[number] != nil
                case .pdf: state.isBroken
                }
            }
            published.publishState()
        }
    }

    /// - Throws: `DiagnosticsError` if the file of the dummies is a file of the edition or of another kind.
    nonisolated func checkDummy(inEdition folder: String) throws {
        guard let dummy else { return }
        let files = EditionFiles(edition: folder, resources: resources(folder)).adding(path, as: "copy of the edition")
        try OutputCheck(files, replacesAnything: replacesAnything).check([Output(dummy, .dummy, option: "--dummy")])
    }

    /// The press, which keeps fonts and composed pages. A new one is opened when the fonts have changed.
    private func press(for folder: String) throws -> EditionPress {
        let resources = resources(folder)
        let folders = resources.fontFolders.flatMap { WatchedFolder(path: $0, depth: 1).existingFolders }
        let fonts = folders.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map {
                FileFingerprint(of: folder + "/" + $0)
            }
        }
        if let press, press.resources == resources, press.fonts == fonts { return press.press }
        let new = EditionPress(resources: resources, jobs: jobs)
        press = (resources, fonts, new)
        reusable = ReusablePages()
        return new
    }

    private func measure<Result>(
        _ name: String, _ phases: inout [PreviewState.Phase], _ work: () throws -> Result
    ) rethrows -> Result {
        let start = ContinuousClock.now
        defer { phases.append(PreviewState.Phase(name: name, seconds: start.duration(to: .now) / .seconds(1))) }
        return try work()
    }

    private func update(
        _ state: inout PreviewState, _ made: ComposedEdition, _ diagnostics: [Diagnostic], _ archive: PageArchive
    ) {
        let pages = made.edition.pages
        let reports = made.report.pages
        let locator = DiagnosticLocator(
            edition: made.edition, stories: made.stories,
            layouts: Dictionary(reports.map { ($0.page, $0.layout) }, uniquingKeysWith: { first, _ in first }))
        state.title = made.document.title
        state.problems = diagnostics.map { locator.problem($0).relative(to: folder) }
        state.pages = made.document.pages.compactMap { page in
            guard let pictures = archive.pictures(ofPage: page.number) else { return nil }
            let report = reports.first { $0.page == page.number }
            let source = pages[page.number - 1]
            return PreviewState.Page(
                number: page.number, lastNumber: source.half == nil ? nil : page.number + 1, section: source.section,
                width: page.trim.width.points, height: page.trim.height.points, picture: pictures.current,
                previousPicture: pictures.previous,
                whiteLines: (report?.whiteLines ?? 0) + (report?.emptyLines ?? 0),
                columnLines: report?.columnLines ?? 0,
                stories: made.stories.filter { $0.page == page.number }.map {
                    PreviewState.Story($0).relative(to: folder)
                })
        }
    }
}

extension PreviewState {
    /// The state as a server-sent event.
    fileprivate var event: String { "event: state\ndata: \(json)\n\n" }
}
