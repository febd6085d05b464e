import GeneratedPages
import Testing

/// Pages that nobody made, of copy that nobody wrote, by the whole run: several dozen of them, each looked at for what
/// must never be and for what a good page has.
struct GeneratedPagesTests {
    /// Forty editions, some of two pages. Long planning is slow where nothing is optimized, so that many are small.
    static let editions = GeneratedEdition.editions(0..<45)

    @Test("nothing stands on anything, no word is lost, and what is said of a page is true", arguments: editions)
    func isWhole(_ edition: GeneratedEdition) throws {
        let result = try GeneratedResult(edition)
        #expect(result.faults == [])
        #expect(result.isReported || result.flaws == [])
    }
}
