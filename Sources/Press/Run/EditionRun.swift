internal import Concurrency
internal import Copy
internal import Diagnostics
internal import Layouts
internal import Makeup
internal import Pages

/// One run over the listed pages of an edition. It has the steps that `EditionPress` calls in order, and the state that
/// they share.
struct EditionRun {
    private var edition: Edition
    private let options: EditionPress.Options
    private let press: EditionPress
    private let reporter = Reporter()
    /// The numbers of the requested pages; nil for all.
    private let wanted: Set<Int>?
    /// The groups of the edition's pages that are made together.
    private let groups: [[Range<Int>]]
    private var prepared: [PreparedPage] = []
    /// The composed pages by job, and all of them in the order of their numbers.
    private var composed: [[Reported<ComposedPage>]] = []
    private var pages: [Reported<ComposedPage>] = []
    private var furnished: [Reported<Page>] = []
    private var reusable: ReusablePages?
    /// The caches of the jobs, kept for another run with more pages; nil if there is none.
    private(set) var caches: [JobCache]?

    /// - Parameter caches: the caches of an earlier run with fewer pages; empty before the first of several runs, nil
    ///   before the only one.
    /// - Throws: `DiagnosticsError` if the edition does not have a requested page.
    init(
        _ edition: Edition, _ options: EditionPress.Options, _ press: EditionPress, reusing caches: [JobCache]?
    ) throws {
        try Self.check(options.pages, of: edition)
        (self.edition, self.options, self.press, self.caches) = (edition, options, press, caches)
        // Either number of a spread selects both of its pages.
        let wanted = options.pages.map { Set($0.map { edition.pages[$0 - 1].half == .right ? $0 - 1 : $0 }) }
        let all = PageGroups(edition)
        reporter.report(all.diagnostics)
        groups = all.groups.filter { group in
            wanted.map { !$0.isDisjoint(with: group.joined().map { $0 + 1 }) } ?? true
        }
        self.wanted = wanted
    }

    /// - Throws: `DiagnosticsError` if the edition does not have one of the pages.
    static func check(_ pages: Set<Int>?, of edition: Edition) throws {
        if let wrong = pages?.sorted().first(where: { !edition.pages.indices.contains($0 - 1) }) {
            throw DiagnosticsError([
                .error(at: nil, "there is no page \(wrong): the edition has \(edition.pages.count)")
            ])
        }
    }

    func report(_ diagnostics: [Diagnostic]) { reporter.report(diagnostics) }

    private var ranges: [Range<Int>] { Array(groups.joined()) }

    /// The layouts that the pages name.
    var layoutNames: [Allotment.LayoutName] {
        ranges.flatMap { edition.pages[$0] }.map { Allotment.LayoutName($0.layout, place: $0.layoutPlace) }
    }

    /// Prepares the pages as slots for stories.
    ///
    /// - Throws: `DiagnosticsError` with every notice that does not fit.
    mutating func prepare(with layouts: [String: Layout]) throws {
        let pages = try PreparedPage.pages(of: edition, ranges, layouts)
        reporter.report(pages.diagnostics)
        prepared = pages.value
    }

    /// The jobs of the pages. The job of a group's first range is linked to the jobs of its other ranges.
    var jobs: [PageJob] {
        groups.map { group in
            let jobs = group.dropFirst().map { job(of: $0) }
            return job(of: group[0], linked: jobs)
        }
    }

    private func job(of range: Range<Int>, linked: [PageJob] = []) -> PageJob {
        let own = prepared.filter { range.contains($0.slot.number - 1) }
        let articles = (edition.pages[range].first?.articles ?? []) + own.flatMap(\.notices)
        let reader = PictureReader(reporter: reporter, severity: options.needsPhotos ? .error : .warning)
        return PageJob(
            slots: own.map(\.slot), articles: articles.map(reader.illustrated),
            previous: (options.dummy?.pages ?? []).filter { range.contains($0.page - 1) }, linked: linked)
    }

    /// Composes the pages of jobs concurrently, or reuses those of an earlier run.
    mutating func compose(_ jobs: [PageJob]) throws {
        let runner = PageJobRunner(
            pool: press.pool, typesetters: press.typesetters, language: edition.language,
            cancellation: options.cancellation)
        let progress = ProgressCounter(total: prepared.count, options.progress), options = options
        let earlier = caches ?? [], keepsCaches = caches != nil
        let results = try press.pool.map(Array(jobs.indices)) { index -> (pages: [Reported<ComposedPage>], JobCache?) in
            let job = jobs[index]
            if let pages = options.reusable?.pages[job] {
                progress.add(pages.count)
                return (pages, nil)
            }
            let cache = JobCache(job, reusing: earlier.indices.contains(index) ? earlier[index] : nil)
            // Galleys and variants are not part of the pages.
            defer { if !keepsCaches { DeferredRelease.release(cache) } }
            let pages = try runner.pages(of: job, cache) { progress.add(1) }
            return (pages, keepsCaches ? cache : nil)
        }
        composed = results.map(\.pages)
        if keepsCaches { caches = jobs.indices.map { results[$0].1 ?? JobCache(jobs[$0]) } }
        if options.reusable != nil {
            reusable = ReusablePages(pages: Dictionary(zip(jobs, composed), uniquingKeysWith: { $1 }))
        }
        // The galleys of a long edition are not part of the result.
        DeferredRelease.release(composed.map { $0.map(\.value.modules) }, jobs)
    }

    /// Drops the last pages of an edition whose number of pages was estimated, if no story is left for them. A page on which
    /// no story found a place says so, and stays.
    mutating func dropEmptyPages() {
        guard let allotment = edition.allotment, allotment.count == nil else { return }
        while edition.pages.count > 1, let last = composed[composed.count - 1].last, last.value.modules.isEmpty,
            !last.diagnostics.hasErrors
        {
            composed[composed.count - 1].removeLast()
            edition.pages.removeLast()
        }
    }

    /// Closes holes with the edition's fillers, from the first page on. A filler whose picture is missing is not used.
    mutating func placeFillers() throws {
        pages = composed.joined().sorted { $0.value.page.number < $1.value.page.number }
        let reader = PictureReader(reporter: reporter)
        let fillers = edition.fillers.map(reader.illustrated).filter { $0.pictures.allSatisfy { $0.file != nil } }
        guard !fillers.isEmpty, pages.contains(where: { !$0.value.holes.isEmpty }) else { return }
        let layouts = layouts, pages = pages
        self.pages = try press.typesetters.withResource(for: edition.language) { typesetter in
            var placer = FillerPlacer(fillers, typesetter: typesetter)
            return pages.map { page in
                let closed = placer.closing(page.value, layout: layouts[page.value.page.number]!)
                let others = page.diagnostics.filter { !page.value.shortage.contains($0) }
                return Reported(closed, others + closed.shortage)
            }
        }
    }

    /// The layouts by the numbers of their pages.
    private var layouts: [Int: Layout] {
        Dictionary(uniqueKeysWithValues: prepared.map { ($0.slot.number, $0.slot.layout) })
    }

    /// Gives each page without a section the section of its stories, and labels each spread with the numbers of both
    /// pages.
    mutating func nameSections() {
        for index in pages.indices {
            let number = pages[index].value.page.number
            edition.pages[number - 1].section = edition.pages[number - 1].section ?? pages[index].value.section
            if edition.pages[number - 1].half != nil { pages[index].value.page.label = "第\(number)、\(number + 1)版" }
        }
    }

    /// Draws the furniture of the requested pages.
    mutating func furnish() throws {
        let entries = indexEntries, values = PlaceholderValues(edition: edition)
        let edition = edition, layouts = layouts, press = press, cancellation = options.cancellation
        furnished = try press.pool.map(wantedPages) { page in
            try cancellation?.check()
            let number = page.value.page.number
            let own = values.on(
                edition.pages[number - 1], number: number, pages: edition.pages.count,
                entries: entries.filter { $0.page != number })
            return try press.typesetters.withResource(for: edition.language) { typesetter in
                PageComposer(layout: layouts[number]!, typesetter: typesetter).furnished(page.value.page, values: own)
            }
        }
    }

    private var wantedPages: [Reported<ComposedPage>] {
        pages.filter { wanted?.contains($0.value.page.number) ?? true }
    }

    /// The entries that the index of the day may list: the stories of every page. The entries of a page that was not
    /// made come from its copy.
    private var indexEntries: [IndexEntry] {
        edition.pages.indices.flatMap { index in
            guard let page = pages.first(where: { $0.value.page.number == index + 1 }) else {
                return IndexEntry.entries(ofPage: index + 1, in: edition)
            }
            return page.value.indexEntries(section: edition.pages[index].section)
        }
    }

    /// The document with its report, dummies, outline and guides.
    func result() throws -> Reported<ComposedEdition> {
        let wanted = wantedPages, layouts = layouts
        var dummy = options.dummy ?? EditionDummy()
        for (page, furnished) in zip(wanted, furnished) {
            reporter.report(page.diagnostics + furnished.diagnostics)
            dummy.take(page.value.kept)
        }
        let document = Document(
            title: title, author: edition.paper["publisher"] ?? edition.paper["name"] ?? "",
            language: edition.language, date: edition.date?.iso ?? "", pages: furnished.map(\.value),
            outline: wanted.map { $0.value.outline(section: edition.pages[$0.value.page.number - 1].section) })
        let stories = wanted.flatMap { page in
            PlacedStory.stories(of: page.value) { module in
                module.frames.map(layouts[page.value.page.number]!.grid.pageRect)
            }
        }
        return Reported(
            ComposedEdition(
                document: document, edition: edition, dummies: wanted.map(\.value.dummy),
                report: EditionReport(pages: wanted.map(\.value.report)), kept: dummy, stories: stories,
                guides: try guides(of: wanted), reusable: reusable ?? ReusablePages()),
            reporter.diagnostics)
    }

    private var title: String {
        [edition.paper["name"], edition.date?.iso, edition.issue.map { "第\($0)期" }].compactMap { $0 }
            .joined(separator: " ")
    }

    private func guides(of pages: [Reported<ComposedPage>]) throws -> [PageGuides] {
        guard options.hasGuides else { return [] }
        let layouts = layouts
        return try press.typesetters.withResource(for: edition.language) { typesetter in
            pages.map { page in
                GuideBuilder(layout: layouts[page.value.page.number]!, typesetter: typesetter).guides(of: page.value)
            }
        }
    }
}
