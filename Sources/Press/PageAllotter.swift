internal import Copy
internal import Layouts
internal import Makeup
internal import Typesetting

/// Makes the list of pages that an edition leaves to the program: sections in their order, on as many pages as they need.
///
/// Sections run on from page to page, so that only the last may be short of copy; one with a layout of its own begins a
/// page. Which story then stands on which page is for the pages themselves to find (`PageJob`).
struct PageAllotter {
    let allotment: Allotment
    let layouts: [String: Layout]
    let typesetter: Typesetter

    /// Stories whose cells come to so much more than the pages' room still make a page of their own rather than none.
    private static let leastShare = 0.02

    /// Of a page's room what its stories may want beyond it in their cheapest forms, and still stand on it in smaller ones:
    /// more, and they may as well fill two.
    private static let mostTight = 0.35

    /// More pages than the reckoning can be off by.
    private static let mostExtra = 2

    /// The pages to try one after the other: as many as the stories were reckoned to need, and should they not hold them
    /// after all, one more each time. Where a little more than one page was reckoned, one for all comes first.
    func tries() -> [[EditionPage]] {
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

    /// Stories that run on over pages; of one section if that has a layout or editors of its own.
    private struct Run {
        var section: Allotment.Section?
        var articles: [Article]
    }

    private func runs() -> [Run] {
        let named = allotment.sections.map(\.name)
        let found = allotment.articles.compactMap(\.section)
        var names = named
        for name in found where !names.contains(name) { names.append(name) }
        // Stories of no section stand before all others.
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

    /// By rank where the copy gives one, else in the copy's order; over several pages each page has its share of every
    /// rank, a lead first, and the highest stand on the first.
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

    /// Whether somebody has to reckon how many pages stories need. Behind the last stories pages may stay empty, and are
    /// taken out again; so where they fill one page after the other nobody has to.
    private func isCounted(_ run: Int, of runs: [Run]) -> Bool {
        allotment.count != nil || run < runs.count - 1 || runs[run].articles.count <= PageJob.mostSearched
    }

    private func plenty(_ run: Run) -> Int {
        let context = context(of: run)
        return 1 + context.estimatedLines(of: run.articles) / max(1, context.room)
    }

    private func pagesNeeded(_ share: Double) -> Int { max(1, Int((share - Self.leastShare).rounded(.up))) }

    /// Pages that the stories would fill in their cheapest forms.
    private func share(_ run: Run) -> Double {
        let context = context(of: run)
        // Only their shapes matter here, and a picture is taken for one of the usual.
        let articles = run.articles.map { IllustratedArticle($0, pictures: $0.photos.map(PictureReader.missing)) }
        let lines = context.lines(of: articles).reduce(0, +)
        return Double(lines) / Double(max(1, context.room))
    }

    /// Takes pages from the runs that have most, or gives them to the last, until there are so many.
    private func fit(_ counts: inout [Int], to total: Int) {
        while counts.reduce(0, +) > total, let most = counts.indices.max(by: { counts[$0] < counts[$1] }),
            counts[most] > 1
        {
            counts[most] -= 1
        }
        counts[counts.count - 1] += max(0, total - counts.reduce(0, +))
    }
}
