internal import Copy
internal import Layouts
internal import Makeup
internal import Typesetting

/// Lists the pages of an edition whose pages the program determines (`pages: auto`): the sections in order, on as many
/// pages as they need.
///
/// Sections continue from page to page, so that only the last page may be short of copy. A section with its own layout
/// begins a page. `PageJob.allocate` later decides which story is on which page.
struct PageAllotter {
    let allotment: Allotment
    let layouts: [String: Layout]
    let typesetter: Typesetter

    /// Stories that exceed the room of whole pages by more than this share of a page get another page.
    private static let leastShare = 0.02

    /// The share of a page's room by which stories in their cheapest forms may exceed the page and still fit it in
    /// smaller forms. Stories that exceed it by more may fill two pages.
    private static let mostTight = 0.35

    /// The most pages by which the estimate may be too low.
    private static let mostExtra = 2

    /// The lists of pages to try, in order. The first has as many pages as the stories are estimated to need, and each
    /// further list has one more. If the estimate is a little more than one page, a list of a single page comes first.
    func candidates() -> [[EditionPage]] {
        let runs = runs()
        let shares = runs.indices.map { isCounted($0, of: runs) ? share(runs[$0]) : nil }
        var counts = zip(runs, shares).map { run, share in share.map(pagesNeeded) ?? plenty(run) }
        if let count = allotment.count {
            fit(&counts, to: count)
            return [pages(of: runs, counts)]
        }
        let isTight = runs.count == 1 && shares[0].map { counts[0] > 1 && $0 <= 1 + Self.mostTight } ?? false
        let others = (0...Self.mostExtra).map { extra in
            pages(of: runs, counts.dropLast() + [counts[counts.count - 1] + extra])
        }
        return (isTight ? [pages(of: runs, [1])] : []) + others
    }

    private func pages(of runs: [Run], _ counts: [Int]) -> [EditionPage] {
        var pages: [EditionPage] = []
        for (run, count) in zip(runs, counts) {
            for index in 0..<count {
                let layout = layout(of: run, isFirst: pages.isEmpty)
                pages.append(
                    EditionPage(
                        layout: layout.name, layoutPlace: layout.place, section: run.section?.name,
                        editors: run.section?.editors ?? allotment.editors, articles: index == 0 ? run.articles : [],
                        notices: allotment.notices[pages.count + 1] ?? []))
            }
        }
        return pages
    }

    /// Stories that continue over pages. A section with its own layout or editors is a run by itself.
    private struct Run {
        var section: Allotment.Section?
        var articles: [Article]
    }

    private func runs() -> [Run] {
        let named = allotment.sections.map(\.name)
        let found = allotment.articles.compactMap(\.section)
        var names = named
        for name in found where !names.contains(name) { names.append(name) }
        // Stories without a section come first.
        var runs = [Run(articles: ordered(allotment.articles.filter { $0.section == nil }))]
        for name in names {
            let articles = ordered(allotment.articles.filter { $0.section == name })
            guard !articles.isEmpty else { continue }
            let section = allotment.sections.first { $0.name == name }
            if let section, section.layout != nil || section.editors != nil {
                runs.append(Run(section: section, articles: articles))
            } else if runs.last?.section == nil {
                runs[runs.count - 1].articles += articles
            } else {
                runs.append(Run(articles: articles))
            }
        }
        let filled = runs.filter { !$0.articles.isEmpty }
        return filled.isEmpty ? [Run(articles: [])] : filled
    }

    /// The stories by rank if the copy gives one, then the others in the order of the copy. If they take several pages,
    /// each page gets its share of every rank, a lead first. The first page gets the highest ranks.
    private func ordered(_ articles: [Article]) -> [Article] {
        let ranked = articles.enumerated().sorted {
            ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset)
        }.map(\.element)
        let context = PageContext(layout: layouts[allotment.inside.name]!, typesetter: typesetter)
        let pages = max(1, context.estimatedLines(of: articles) / max(1, context.room))
        return (0..<pages).flatMap { page in
            stride(from: page, to: ranked.count, by: pages).map { ranked[$0] }
        }
    }

    private func layout(of run: Run, isFirst: Bool) -> Allotment.LayoutName {
        run.section?.layout ?? (isFirst ? allotment.front : allotment.inside)
    }

    private func context(of run: Run) -> PageContext {
        PageContext(layout: layouts[layout(of: run, isFirst: false).name]!, typesetter: typesetter)
    }

    /// Whether the number of pages that a run needs must be estimated from typeset stories. An upper bound is enough
    /// for the last run: its stories fill one page after another, and empty pages at the end are dropped.
    private func isCounted(_ run: Int, of runs: [Run]) -> Bool {
        allotment.count != nil || run < runs.count - 1 || runs[run].articles.count <= PageJob.mostSearched
    }

    private func plenty(_ run: Run) -> Int {
        let context = context(of: run)
        return 1 + context.estimatedLines(of: run.articles) / max(1, context.room)
    }

    private func pagesNeeded(_ share: Double) -> Int { max(1, Int((share - Self.leastShare).rounded(.up))) }

    /// The number of pages, with a fraction, that the stories fill in their cheapest forms.
    private func share(_ run: Run) -> Double {
        let context = context(of: run)
        // Photo files are not read for an estimate. Every photo is assumed to have the usual shape.
        let articles = run.articles.map { IllustratedArticle($0, pictures: $0.photos.map(PictureReader.missing)) }
        let lines = context.lines(of: articles).reduce(0, +)
        return Double(lines) / Double(max(1, context.room))
    }

    /// Removes pages from the runs with the most pages, or adds pages to the last run, until the total is reached.
    private func fit(_ counts: inout [Int], to total: Int) {
        while counts.reduce(0, +) > total, let most = counts.indices.max(by: { counts[$0] < counts[$1] }),
            counts[most] > 1
        {
            counts[most] -= 1
        }
        counts[counts.count - 1] += max(0, total - counts.reduce(0, +))
    }
}
