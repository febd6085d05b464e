import Concurrency
import Copy
import Diagnostics
import Testing
import Typesetting

@testable import Makeup

struct PageContextTests {
    private let sample: SamplePage

    init() throws { sample = try SamplePage("makeup: auto\n") }

    private func article(_ characters: Int) -> IllustratedArticle {
        IllustratedArticle(
            Article(
                id: "s\(characters)", title: "合作社里忙起来", body: SamplePage.paragraphs([characters]),
                place: SamplePage.place))
    }

    @Test("variants are evaluated once for each of a story's forms, by all contexts that share a cache")
    func evaluatesOnce() throws {
        let context = sample.context
        var story = context.typeset([article(180)])[0]
        story.rank = 3
        let plain = context.variants(of: [story])[0]
        story.forms = [.besideHeadline]
        let beside = PageContext(layout: sample.layout, typesetter: sample.typesetter, cache: context.cache)
            .variants(of: [story])[0]
        let evaluated = context.cache.stories.value(for: StoryKey(story)) { _ in
            Issue.record("the story is not in the cache")
            return EvaluatedStory()
        }
        #expect(Set(evaluated.variants.keys) == [[], .besideHeadline])
        func heights(_ variants: StoryVariants) -> [[Int]] { variants.widths.map(\.variants.rows) }
        #expect(heights(evaluated.variants[[]]!) == heights(plain))
        #expect(heights(evaluated.variants[.besideHeadline]!) == heights(beside))
    }

    @Test("a plan that a shallow search does not find is searched again, and a plan that is found is cached")
    func searchesDeeper() throws {
        let context = sample.context
        let stories = context.ranked(context.typeset([300, 260, 200, 420, 350].map(article)))
        let shallow = context.filled(stories, .passing), deep = context.filled(stories, .usual)
        let key = PlanKey(stories, fallbackRanks: nil, taken: [])
        let search = context.cache.plans.value(for: key) { _ in
            Issue.record("the plan is not in the cache")
            return PlanSearch(plan: nil, depth: .passing)
        }
        #expect((search.plan == nil) == (deep == nil))
        #expect(search.depth == (shallow == nil ? .usual : .passing))
    }

    @Test("the page is composed from the plan of the allocation")
    func composesTheAllocatedPlan() throws {
        let lengths = [400, 350, 600, 500, 120, 620, 560, 550, 300, 280, 330, 410, 290, 510]
        let slots = (1...2).map { PageSlot(number: $0, layout: sample.layout) }
        let job = PageJob(slots: slots, articles: lengths.map(article))
        let cache = JobCache(job)
        var assignments: [PageAssignment] = []
        job.allocate(with: sample.typesetter, cache) { assignments.append($0) }
        #expect(assignments.map(\.slot.number) == [1, 2])
        let plan = try #require(assignments[0].plan)
        // Planning the page again, without the cache of the allocation, gives the same plan.
        let placed = assignments[0].plan(with: sample.typesetter, JobCache(job)).value.placements
        #expect(placed.map(\.cells) == plan.planned.placements.map(\.cells))
        #expect(placed.map(\.variant) == plan.planned.placements.map(\.variant))
    }
}
