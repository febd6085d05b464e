import Concurrency
import Testing

@testable import Printing

struct GlyphCacheTests {
    private struct Failure: Error {}

    @Test func returnsAndThrowsWhatTheBodyDoes() throws {
        #expect(try GlyphCache.withoutEviction { 7 } == 7)
        #expect(try GlyphCache.withoutEviction { try GlyphCache.withoutEviction { "nested" } } == "nested")
        #expect(throws: Failure.self) { try GlyphCache.withoutEviction { throw Failure() } }
    }

    /// The calls of all workers overlap, and each has its own body.
    @Test func runsInParallel() throws {
        let numbers = Array(0..<200)
        let results = try WorkerPool(jobs: 4).map(numbers) { number in try GlyphCache.withoutEviction { number } }
        #expect(results == numbers)
    }
}
