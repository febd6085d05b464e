import Copy
import Dispatch
import Layouts
import Synchronization
import Testing
import Typesetting

@testable import Makeup

/// Who weighs which story when several hands ask for the same ones.
struct SettingCacheTests {
    private let store = SettingCache()

    private func story(_ id: String, _ forms: StoryForms = []) -> Story {
        Story(
            article: Article(id: id, title: id, body: [], place: SamplePage.place), rank: 2,
            body: Body(lengths: [.init(galley: Galley(), cost: 0)]), pictures: [], forms: forms)
    }

    /// Shelves by which one story is told from another.
    private func shelves(_ count: Int) -> [WidthVariants] {
        Array(repeating: WidthVariants(headlines: []), count: count)
    }

    @Test func eachFormIsWeighedOnceWithWhatIsSetAlready() {
        let counts = Mutex<[StoryForms: Int]>([:]), known = Mutex<Set<ObjectIdentifier>>([])
        for _ in 0..<3 {
            for forms in [StoryForms.box, .leadPhoto] {
                let weighed = store.weighed([story("a", forms)]) { story, set in
                    counts.withLock { $0[story.forms, default: 0] += 1 }
                    _ = known.withLock { $0.insert(ObjectIdentifier(set)) }
                    return shelves(story.forms.rawValue)
                }
                #expect(weighed.map(\.shelves.count) == [forms.rawValue])
            }
        }
        #expect(counts.withLock { $0 } == [.box: 1, .leadPhoto: 1])
        #expect(known.withLock(\.count) == 1)
    }

    @Test("while somebody weighs a story, those that nobody weighs come first, and nobody else weighs it")
    func whoHasOtherStoriesDoesNotWait() {
        let isBegun = DispatchSemaphore(value: 0), isNeeded = DispatchSemaphore(value: 0)
        let work = DispatchGroup()
        let came = Mutex(DispatchTimeoutResult.timedOut)
        DispatchQueue.global().async(group: work) {
            _ = store.weighed([story("a")]) { _, _ in
                isBegun.signal()
                // Whoever waits for this story before it weighs the other lets the time run out.
                let result = isNeeded.wait(timeout: .now() + 20)
                came.withLock { $0 = result }
                return shelves(1)
            }
        }
        isBegun.wait()
        store.weighIfFree(story("a", .box)) { _ in
            Issue.record("the story is in another hand")
            return []
        }
        let own = Mutex<[String]>([])
        let weighed = store.weighed([story("a"), story("b")]) { story, _ in
            own.withLock { $0.append(story.article.id) }
            isNeeded.signal()
            return shelves(2)
        }
        work.wait()
        #expect(came.withLock { $0 } == .success)
        #expect(own.withLock { $0 } == ["b"])
        #expect(weighed.map(\.shelves.count) == [1, 2])
    }
}
