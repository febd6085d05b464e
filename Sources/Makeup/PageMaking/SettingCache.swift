internal import Copy
internal import Concurrency
internal import Layouts
internal import Synchronization

/// What was set and weighed already for pages of one layout, as the same stories are asked for again by every page that is
/// tried with them. Several hands share it.
final class SettingCache: Sendable {
    /// An article, looked up by its name alone: others of the same name are few.
    private struct Copy: Hashable {
        var article: Article

        func hash(into hasher: inout Hasher) { hasher.combine(article.id) }
    }

    /// What is set of a story depends on this, beside the layout.
    private struct Judged: Hashable {
        private var copy: Copy
        private var rank: Int
        private var pictures: [Picture]

        init(_ story: Story) { (copy, rank, pictures) = (Copy(article: story.article), story.rank, story.pictures) }

        func hash(into hasher: inout Hasher) {
            hasher.combine(copy)
            hasher.combine(rank)
        }
    }

    /// All that a story's variants depend on beside the layout.
    struct Key: Hashable {
        private var judged: Judged
        private var forms: StoryForms

        init(_ story: Story) { (judged, forms) = (Judged(story), story.forms) }
    }

    private let bodies = OnceCache<Copy, Body>()
    private let scales = Mutex<[Judged: Scales]>([:])

    deinit { LettingGo.later(bodies, scales.withLock { Array($0.values) }) }

    /// An article's body; set when it is asked for first.
    func body(of article: Article, _ set: () -> Body) -> Body { bodies.value(for: Copy(article: article), set) }

    /// Stories with their shelves. Those that nobody has weighed are weighed before those are waited for that others weigh.
    func weighed(
        _ stories: [Story], _ weigh: (Story, StorySettings.Known) -> [WidthVariants]
    ) -> [StoryVariants] {
        let scales = scales(for: stories)
        let free = zip(stories, scales).map { story, scales in
            scales.weighedIfFree(story.forms) { weigh(story, $0) }
        }
        return stories.indices.map { index in
            free[index] ?? scales[index].weighed(stories[index].forms) { weigh(stories[index], $0) }
        }
    }

    /// Weighs a story, unless somebody does already.
    func weighIfFree(_ story: Story, _ weigh: (StorySettings.Known) -> [WidthVariants]) {
        _ = scales(for: [story])[0].weighedIfFree(story.forms, weigh)
    }

    private func scales(for stories: [Story]) -> [Scales] {
        scales.withLock { scales in
            stories.map { story in
                let judged = Judged(story)
                if let known = scales[judged] { return known }
                let new = Scales()
                scales[judged] = new
                return new
            }
        }
    }

    /// Weighs one story in all its forms, for one hand at a time.
    ///
    /// Unchecked: no two hands ever have what is known of the story, which only who has the lock sees.
    private final class Scales: @unchecked Sendable {
        private let weighed = Mutex<[StoryForms: StoryVariants]>([:])
        private let turn = Mutex(())
        /// What is set of the story, whatever its forms.
        private let known = StorySettings.Known()

        /// The story in some forms; weighed when nobody has asked for them before.
        func weighed(_ forms: StoryForms, _ weigh: (StorySettings.Known) -> [WidthVariants]) -> StoryVariants {
            weighed(forms) ?? turn.withLock { _ in weighedNow(forms, weigh) }
        }

        /// The same, but nil while somebody else weighs it.
        func weighedIfFree(_ forms: StoryForms, _ weigh: (StorySettings.Known) -> [WidthVariants]) -> StoryVariants? {
            weighed(forms) ?? turn.withLockIfAvailable { _ in weighedNow(forms, weigh) }
        }

        private func weighed(_ forms: StoryForms) -> StoryVariants? { weighed.withLock { $0[forms] } }

        private func weighedNow(_ forms: StoryForms, _ weigh: (StorySettings.Known) -> [WidthVariants]) -> StoryVariants
        {
            // Somebody may have weighed it meanwhile.
            if let known = weighed(forms) { return known }
            let new = StoryVariants(weigh(known))
            weighed.withLock { $0[forms] = new }
            return new
        }
    }
}
