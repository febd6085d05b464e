public import Copy
internal import Concurrency
public import Diagnostics
public import Fonts
internal import Layouts
internal import Makeup
internal import Pages
internal import Synchronization
internal import Typesetting

/// The whole run: an edition in, its pages out.
///
///     let press = EditionPress(resources: Resources(edition: edition.folder, program: programPath()))
///     let made = try press.make(edition)
///
/// A press may make editions again and again: it keeps its fonts open, and with a cache it makes only the pages that
/// have changed.
public struct EditionPress: Sendable {
    let resources: Resources
    let typesetters: TypesetterPool
    private let cache: PageCache?
    let workers: WorkerPool

    /// - Parameters:
    ///   - fonts: opens the fonts; the resources' own unless given. Each worker opens them for itself.
    ///   - jobs: how many pages are made at once. The pages are the same for every number.
    public init(
        resources: Resources, fonts: (@Sendable () throws -> FontBook)? = nil, jobs: Int = 1, cache: PageCache? = nil
    ) {
        self.resources = resources
        typesetters = TypesetterPool(hyphenation: resources.hyphenation, fonts ?? { try resources.openFonts() })
        workers = WorkerPool(jobs: jobs)
        self.cache = cache
    }

    /// Makes pages of an edition.
    ///
    /// - Parameters:
    ///   - numbers: the pages wanted, from 1; nil for all.
    ///   - kept: the dummies of an earlier build, to hold the pages to.
    ///   - guides: whether guides are to be drawn for the pages.
    ///   - progress: is told how many pages are made, of how many; from whichever thread made one.
    /// - Throws: `DiagnosticsError` with all that is wrong with the layouts, when one cannot be used.
    public func make(
        _ edition: Edition, pages numbers: Set<Int>? = nil, keeping kept: EditionDummy? = nil, guides: Bool = false,
        progress: (@Sendable (_ made: Int, _ of: Int) -> Void)? = nil
    ) throws -> Reported<ComposedEdition> {
        var known: [String: Reported<Layout>] = [:]
        guard let allotment = edition.allotment else {
            return try pages(of: edition, numbers, &known, kept, guides, progress)
        }
        if allotment.articles.count > SharedCopyPages.mostWeighed {
            typesetters.prepare(workers.jobs - 1, for: edition.language)
        }
        // The pages are reckoned from the copy; a story that they do not hold after all gets one more.
        let layouts = try layouts(
            asked: [allotment.front, allotment.inside] + allotment.sections.compactMap(\.layout),
            language: edition.language, known: &known)
        var made: Reported<ComposedEdition>?
        let tries = try typesetters.lend(for: edition.language) {
            PageAllotter(allotment: allotment, layouts: layouts.value, typesetter: $0).tries()
        }
        for pages in tries {
            var edition = edition
            edition.pages = pages
            made = try self.pages(of: edition, numbers, &known, kept, guides, progress)
            if made?.diagnostics.hasErrors == false { break }
        }
        var all = made!
        if numbers == nil { all.diagnostics += missingGlyphs(allotment, among: all.value.document.pages.count) }
        return all
    }

    /// Notices of pages that the copy does not make.
    private func missingGlyphs(_ allotment: Allotment, among count: Int) -> [Diagnostic] {
        allotment.notices.filter { $0.key > count }.sorted { $0.key < $1.key }.flatMap { page, notices in
            notices.map {
                .error(
                    at: $0.place, "the notice stands on page \(page), and the edition has \(count) pages",
                    hints: "give it another page, or say how many pages there are: pages: \(page)")
            }
        }
    }

    private func pages(
        of edition: Edition, _ numbers: Set<Int>?, _ known: inout [String: Reported<Layout>], _ kept: EditionDummy?,
        _ guides: Bool,
        _ progress: (@Sendable (_ made: Int, _ of: Int) -> Void)?
    ) throws -> Reported<ComposedEdition> {
        if let wrong = numbers?.sorted().first(where: { !edition.pages.indices.contains($0 - 1) }) {
            throw DiagnosticsError([
                .error(at: nil, "there is no page \(wrong): the edition has \(edition.pages.count)")
            ])
        }
        // Of a spread either number asks for both pages.
        let numbers = numbers.map { Set($0.map { edition.pages[$0 - 1].half == .right ? $0 - 1 : $0 }) }
        let reporter = Reporter()
        // 1. The layouts that the pages ask for, each read once.
        let all = PageGroups(edition)
        reporter.report(all.diagnostics)
        let groups = all.groups.filter { group in
            numbers.map { !$0.isDisjoint(with: group.joined().map { $0 + 1 }) } ?? true
        }
        let ranges = Array(groups.joined())
        let read = try layouts(
            asked: ranges.flatMap { edition.pages[$0] }.map { Allotment.LayoutName($0.layout, place: $0.layoutPlace) },
            language: edition.language, known: &known)
        reporter.report(read.diagnostics)
        let sheets = try sheets(of: edition, ranges, read.value, reporter)
        reporter.report(resources.missingHyphenation(of: edition))
        // 2. The stories onto pages, several pages at once.
        let pools = groups.map { group in
            let pools = group.map { range in
                pool(edition.pages[range], sheets.filter { range.contains($0.sheet.number - 1) }, kept, reporter)
            }
            var first = pools[0]
            first.linked = Array(pools.dropFirst())
            return first
        }
        // Hands that find no pool help with those that others make.
        let hands = SpareHands(count: max(0, workers.jobs / max(1, pools.count) - 1)) { [typesetters] work in
            try? typesetters.lend(for: edition.language, work)
        }
        let done = Mutex(0)
        let total = sheets.count
        var pages = try workers.map(pools) { pool in
            let pages =
                try cache?.pages(of: pool)
                ?? typesetters.lend(for: edition.language) {
                    pool.pages(typesetter: $0, hands: hands)
                }
            done.withLock { count in
                count += pages.count
                progress?(count, total)
            }
            return pages
        }
        cache?.keep(Array(zip(pools, pages)))
        // The reckoning of pages may have been too cautious.
        var edition = edition
        while edition.allotment != nil, edition.allotment?.count == nil, edition.pages.count > 1,
            pages[pages.count - 1].last?.value.modules.isEmpty == true
        {
            pages[pages.count - 1].removeLast()
            edition.pages.removeLast()
        }
        // 3. Fillers into what no story fills, each once in the edition.
        let made = try filled(pages, edition, sheets, reporter).map { spread($0, in: edition) }
        // 4. Furniture round them, now that it is known what stands where.
        for made in made {
            let index = made.value.page.number - 1
            edition.pages[index].section = edition.pages[index].section ?? made.value.section
        }
        let layouts = Dictionary(uniqueKeysWithValues: sheets.map { ($0.sheet.number, $0.sheet.layout) })
        let entries = indexEntries(of: edition, made.map(\.value))
        let day = PlaceholderValues(edition: edition)
        let wanted = made.filter { numbers?.contains($0.value.page.number) ?? true }
        let furnished = try workers.map(wanted) { [edition] made in
            let number = made.value.page.number
            let facts = day.on(
                edition.pages[number - 1], number: number, pages: edition.pages.count,
                entries: entries.filter { $0.page != number })
            return try typesetters.lend(for: edition.language) { typesetter in
                PageComposer(layout: layouts[number]!, typesetter: typesetter).furnished(made.value.page, facts: facts)
            }
        }
        let drawn = try typesetters.lend(for: edition.language) { typesetter in
            guard guides else { return [PageGuides]() }
            return wanted.map { made in
                GuideBuilder(layout: layouts[made.value.page.number]!, typesetter: typesetter).guides(of: made.value)
            }
        }
        // The stories' galleys and forms are no part of the pages.
        defer { LettingGo.later(pages.map { $0.map(\.value.modules) }, pools) }
        let stories = wanted.flatMap { made in
            PlacedStory.stories(of: made.value) { module in
                module.frames.map(layouts[made.value.page.number]!.grid.pageRect)
            }
        }
        var keep = kept ?? EditionDummy()
        for (made, page) in zip(wanted, furnished) {
            reporter.report(made.diagnostics + page.diagnostics)
            keep.take(made.value.kept)
        }
        let document = Document(
            title: title(of: edition), author: edition.paper["publisher"] ?? edition.paper["name"] ?? "",
            language: edition.language, date: edition.date?.iso ?? "", pages: furnished.map(\.value),
            outline: wanted.map { $0.value.outline(section: edition.pages[$0.value.page.number - 1].section) })
        return Reported(
            ComposedEdition(
                document: document, edition: edition, dummies: wanted.map(\.value.dummy),
                report: EditionReport(pages: wanted.map(\.value.report)), kept: keep, stories: stories,
                guides: drawn),
            reporter.diagnostics)
    }

    /// A spread with the name of both its pages.
    private func spread(_ made: Reported<ComposedPage>, in edition: Edition) -> Reported<ComposedPage> {
        let number = made.value.page.number
        guard edition.pages[number - 1].half != nil else { return made }
        return made.map { page in
            var page = page
            page.page.label = "第\(number)、\(number + 1)版"
            return page
        }
    }

    /// The pages with their holes closed by the edition's fillers, from the first page on.
    private func filled(
        _ pages: [[Reported<ComposedPage>]], _ edition: Edition, _ sheets: [FittedSheet], _ reporter: Reporter
    ) throws -> [Reported<ComposedPage>] {
        let pages = pages.joined().sorted { $0.value.page.number < $1.value.page.number }
        let shapes = PhotoShapes(reporter: reporter)
        // A picture that is missing closes nothing.
        let fillers = edition.fillers.map { ($0, $0.photos.map(shapes.picture)) }
            .filter { $1.allSatisfy { $0.file != nil } }
        guard !fillers.isEmpty, pages.contains(where: { !$0.value.holes.isEmpty }) else { return pages }
        return try typesetters.lend(for: edition.language) { typesetter in
            var placer = FillerPlacer(fillers, typesetter: typesetter)
            return pages.map { made in
                let layout = sheets.first { $0.sheet.number == made.value.page.number }!.sheet.layout
                let closed = placer.closing(made.value, layout: layout)
                let others = made.diagnostics.filter { !made.value.shortage.contains($0) }
                return Reported(closed, others + closed.shortage)
            }
        }
    }

    /// What the index of the day may list: the stories of every page, by its copy alone where the page was not made.
    private func indexEntries(of edition: Edition, _ made: [ComposedPage]) -> [IndexEntry] {
        edition.pages.indices.flatMap { index in
            guard let page = made.first(where: { $0.page.number == index + 1 }) else {
                return IndexEntry.entries(ofPage: index + 1, in: edition)
            }
            return page.indexEntries(section: edition.pages[index].section)
        }
    }

    private func pool(
        _ pages: ArraySlice<EditionPage>, _ sheets: [FittedSheet], _ kept: EditionDummy?, _ reporter: Reporter
    ) -> PageJob {
        let shapes = PhotoShapes(reporter: reporter)
        let articles = (pages.first?.articles ?? []) + sheets.flatMap(\.notices)
        return PageJob(
            sheets: sheets.map(\.sheet), articles: articles, pictures: articles.map { $0.photos.map(shapes.picture) },
            previous: (kept?.pages ?? []).filter { pages.indices.contains($0.page - 1) })
    }

    private func title(of edition: Edition) -> String {
        [edition.paper["name"], edition.date?.iso, edition.issue.map { "第\($0)期" }].compactMap { $0 }.joined(
            separator: " ")
    }
}
