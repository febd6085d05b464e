public import Concurrency
public import Copy
public import Diagnostics
public import Fonts
internal import Layouts
internal import Makeup
internal import Pages
internal import Typesetting

/// Makes the pages of editions.
///
///     let press = EditionPress(resources: Resources(edition: edition.folder, program: programPath()))
///     let composed = try press.make(edition)
///
/// A press keeps its fonts open, so one press may make many editions, one after another or concurrently.
public struct EditionPress: Sendable {
    let resources: Resources
    /// The typesetters, by language.
    let typesetters: ResourcePool<String, Typesetter>
    let pool: WorkerPool

    /// - Parameters:
    ///   - fonts: opens the fonts; by default, the fonts of the resources. Each worker opens its own fonts.
    ///   - jobs: the number of workers that make pages concurrently. The pages do not depend on it.
    public init(resources: Resources, fonts: (@Sendable () throws -> FontBook)? = nil, jobs: Int = 1) {
        self.resources = resources
        let open = fonts ?? { try resources.openFonts() }
        let hyphenation = resources.hyphenation
        typesetters = ResourcePool { language in
            Typesetter(fonts: try open(), language: language, hyphenation: hyphenation)
        }
        pool = WorkerPool(jobs: jobs)
    }

    /// The options of a run.
    public struct Options: Sendable {
        /// The numbers of the pages to make, from 1; nil for all.
        public var pages: Set<Int>?
        /// The dummies of an earlier run, which keep stories in their places.
        public var dummy: EditionDummy?
        /// Whether guides are drawn for the pages.
        public var hasGuides: Bool
        /// Whether a photo file that cannot be used is an error, as for a press; else it is a warning.
        public var needsPhotos: Bool
        /// The pages of an earlier run. The run reuses those whose copy and layout are the same. Nil disables reuse.
        public var reusable: ReusablePages?
        /// Ends the run early, with a `CancellationError`.
        public var cancellation: Cancellation?
        /// Receives the number of pages that are composed, and the number of all pages. It is called on the thread that
        /// composed them.
        public var progress: (@Sendable (_ composed: Int, _ of: Int) -> Void)?

        public init(
            pages: Set<Int>? = nil, dummy: EditionDummy? = nil, hasGuides: Bool = false, needsPhotos: Bool = false,
            reusable: ReusablePages? = nil, cancellation: Cancellation? = nil,
            progress: (@Sendable (_ composed: Int, _ of: Int) -> Void)? = nil
        ) {
            self.pages = pages
            self.dummy = dummy
            self.hasGuides = hasGuides
            self.needsPhotos = needsPhotos
            self.reusable = reusable
            self.cancellation = cancellation
            self.progress = progress
        }
    }

    /// Makes pages of an edition.
    ///
    /// - Throws: `DiagnosticsError` with everything that is wrong with the layouts, if one cannot be used;
    ///   `CancellationError` if the run is cancelled.
    public func make(_ edition: Edition, _ options: Options = Options()) throws -> Reported<ComposedEdition> {
        // 1. The fonts, and with them the layouts.
        let fonts = try openFonts(for: edition)
        var layouts = LayoutSet(
            finder: resources.layoutFinder, roles: fonts.roles,
            rolesWithoutFonts: fonts.rolesWithoutFonts)
        // 2. The edition's pages: as it lists them, or as many as its copy is estimated to need.
        var attempts = [edition.pages]
        if let allotment = edition.allotment { attempts = try pageLists(for: allotment, edition, &layouts) }
        // 3. The run. If the estimated pages do not hold the copy, another run with one more page.
        var composed: Reported<ComposedEdition>?
        var caches: [JobCache]? = attempts.count > 1 ? [] : nil
        defer { DeferredRelease.release(caches) }
        for pages in attempts {
            var edition = edition, own = options
            edition.pages = pages
            // Whether the edition has a requested page is known when its pages hold the copy.
            let isShort = pages.count < attempts.last!.count && options.pages?.max() ?? 0 > pages.count
            if isShort { own.pages = nil }
            composed = try run(edition, own, fonts, &layouts, &caches)
            guard composed?.diagnostics.hasErrors == false else { continue }
            if isShort { try EditionRun.check(options.pages, of: edition) }
            break
        }
        var result = composed!
        // 4. Notices for pages that do not exist.
        if let allotment = edition.allotment, options.pages == nil {
            result.diagnostics += Self.unplacedNotices(of: allotment, pages: result.value.document.pages.count)
        }
        return result
    }

    /// One run over the edition's pages as they are listed.
    private func run(
        _ edition: Edition, _ options: Options, _ fonts: OpenFonts, _ layouts: inout LayoutSet,
        _ caches: inout [JobCache]?
    ) throws -> Reported<ComposedEdition> {
        var run = try EditionRun(edition, options, self, reusing: caches)
        // 1. The layouts that the pages name.
        let read = try layouts.layouts(named: run.layoutNames, on: pool)
        run.report(resources.missingHyphenation(of: edition) + fonts.diagnostics + read.diagnostics)
        // 2. The pages as slots for stories, with their notices.
        try run.prepare(with: read.value)
        // 3. Jobs: pages that share copy, with the shapes of its pictures.
        let jobs = run.jobs
        // 4. Pages with their stories: allocated, planned and composed job by job.
        try run.compose(jobs)
        caches = run.caches
        // 5. Estimated pages without copy are dropped.
        run.dropEmptyPages()
        // 6. Fillers for the holes. Each filler is used once in the edition.
        try run.placeFillers()
        // 7. Sections and index, which depend on the page of each story.
        run.nameSections()
        // 8. Furniture round the stories.
        try run.furnish()
        // 9. The document, with its report, dummies and guides.
        return try run.result()
    }

    /// The properties of the fonts that a run needs.
    struct OpenFonts {
        /// The font roles of roles.yaml, and those of them without an installed font.
        var roles: Set<String>
        var rolesWithoutFonts: Set<String>
        /// Font files that cannot be read.
        var diagnostics: [Diagnostic]
    }

    private func openFonts(for edition: Edition) throws -> OpenFonts {
        // Opening fonts takes about as long as making a page, so all workers that will be needed open theirs
        // concurrently.
        let isLong = edition.allotment.map { $0.articles.count > PageJob.mostSearched } ?? false
        let opened = try pool.map(Array(0..<(isLong ? pool.jobs : 1))) { _ in
            try typesetters.withResource(for: edition.language) { typesetter in
                let fonts = typesetter.fonts, roles = Set(typesetter.fonts.roles.names)
                return OpenFonts(
                    roles: roles, rolesWithoutFonts: roles.filter { !fonts.has($0) },
                    diagnostics: resources.diagnostics(of: fonts))
            }
        }
        return opened[0]
    }

    /// The lists of pages to try, in order.
    private func pageLists(
        for allotment: Allotment, _ edition: Edition, _ layouts: inout LayoutSet
    ) throws -> [[EditionPage]] {
        let named = try layouts.layouts(
            named: [allotment.front, allotment.inside] + allotment.sections.compactMap(\.layout), on: pool)
        return try typesetters.withResource(for: edition.language) {
            PageAllotter(allotment: allotment, layouts: named.value, typesetter: $0).candidates()
        }
    }

    private static func unplacedNotices(of allotment: Allotment, pages count: Int) -> [Diagnostic] {
        allotment.notices.filter { $0.key > count }.sorted { $0.key < $1.key }.flatMap { page, notices in
            notices.map {
                .error(
                    at: $0.place, "the notice stands on page \(page), and the edition has \(count) pages",
                    hints: "give it another page, or say how many pages there are: pages: \(page)")
            }
        }
    }
}
