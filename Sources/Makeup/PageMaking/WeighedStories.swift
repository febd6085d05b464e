internal import Copy
internal import Crew
internal import Layouts
internal import Synchronization

/// What was set and weighed already for pages of one layout, as the same stories are asked for again by every page that is
/// tried with them. Several hands share it.
final class WeighedStories: Sendable {
    /// An article, looked up by its name alone: others of the same name are few.
    private struct Copy: Hashable {
        var article: Article

        func hash(into hasher: inout Hasher) { hasher.combine(article.id) }
    }

    /// All that a story's variants depend on beside the layout.
    struct Key: Hashable {
        private var copy: Copy
        private var rank: Int
        fileprivate var forms: StoryForms
        private var pictures: [Picture]

        init(_ story: Story) {
            (copy, rank, forms, pictures) = (Copy(article: story.article), story.rank, story.forms, story.pictures)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(copy)
            hasher.combine(rank)
            hasher.combine(forms)
        }
    }

    private let bodies = MadeOnce<Copy, Body>()
    private let stories = MadeOnce<Key, WeighedStory>()
    /// What is set of each story, whatever its forms.
    private let pieces = MadeOnce<Key, Pieces>()

    /// Unchecked: behind its lock no two hands ever have it.
    private final class Pieces: @unchecked Sendable {
        private let lock = Mutex(())
        private let known = StoryPieces.Known()

        func use<Result: Sendable>(_ work: (StoryPieces.Known) -> Result) -> Result {
            lock.withLock { _ in work(known) }
        }
    }

    deinit { LettingGo.later([bodies, stories, pieces] as [any Sendable]) }

    /// An article's body; set when it is asked for first.
    func body(of article: Article, _ set: () -> Body) -> Body { bodies.value(for: Copy(article: article), set) }

    /// A story with its shelves; weighed when it is asked for first.
    func weighed(_ story: Story, _ weigh: (StoryPieces.Known) -> [VariantShelf]) -> WeighedStory {
        let key = Key(story)
        return stories.value(for: key) {
            var plain = key
            plain.forms = []
            return WeighedStory(pieces.value(for: plain) { Pieces() }.use(weigh))
        }
    }
}
