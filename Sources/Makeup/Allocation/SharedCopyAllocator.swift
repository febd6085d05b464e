internal import Copy
internal import Layouts
internal import Typesetting

/// Allocates the copy of several pages that share it. Stories that do not fit the first page go to the next one, by
/// rank, so that each page is filled.
///
/// The areas of a layout take their stories first. The remaining stories go to the pages that the planner fills.
struct SharedCopyAllocator {
    private let job: PageJob
    private let contexts: [PageContext]

    init(_ job: PageJob, _ typesetter: Typesetter, _ cache: JobCache) {
        self.job = job
        contexts = job.slots.map { cache.context(of: $0, typesetter) }
    }

    func allocate(_ decide: (PageAssignment) throws -> Void) rethrows {
        let claims = AreaAssignment(layouts: job.slots.map(\.layout), among: job.articles.count) { candidates }
        try allocate(claims.left.map { job.articles[$0] }) { page, allocated in
            var assignment = allocated
            assignment.slot.layout = claims.layouts[page]
            assignment.articles = claims.claimed[page].map { job.articles[$0] }
            assignment.previous = job.dummy(of: assignment.slot.number)
            try decide(assignment)
        }
    }

    /// Allocates the stories that no area has taken. A page that consists only of areas gets none of them, unless all
    /// pages do.
    private func allocate(
        _ articles: [IllustratedArticle], _ decide: (_ page: Int, PageAssignment) throws -> Void
    ) rethrows {
        let automatic = job.slots.indices.filter { job.slots[$0].layout.makeup != .areas }
        let takers = automatic.isEmpty ? [0] : automatic
        for page in job.slots.indices where !takers.contains(page) {
            try decide(page, PageAssignment(slot: job.slots[page]))
        }
        if takers.count == 1 {
            let stories = contexts[takers[0]].typeset(articles)
            return try decide(takers[0], PageAssignment(slot: job.slots[takers[0]], stories: stories))
        }
        try StoryAllocator(slots: takers.map { job.slots[$0] }, contexts: takers.map { contexts[$0] })
            .allocate(articles, previous: job.previous) { try decide(takers[$0], $1) }
    }

    /// The stories from which areas choose. Ranks that the copy does not give are computed only if an area chooses by a
    /// rule.
    private var candidates: [AreaChoice.Candidate] {
        let hasRules = job.slots.contains { slot in
            slot.layout.areas.contains { if case .rule = $0.story { true } else { false } }
        }
        let ranks =
            hasRules
            ? contexts[0].ranked(contexts[0].typeset(job.articles)).map(\.rank)
            : job.articles.map { $0.article.rank ?? 1 }
        return zip(job.articles, ranks).map {
            AreaChoice.Candidate(article: $0.article, hasPhotos: !$0.pictures.isEmpty, rank: $1)
        }
    }
}
