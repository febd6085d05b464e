import Diagnostics
import GeneratedCopy
import TestSupport
import Testing

@testable import Copy

/// The raw reader held against many pages of generated copy whose truth is known.
@Suite(.slow)
struct RawCopyScoreTests {
    /// As many of each style.
    private static let pages = 23 * CopyStyle.allCases.count

    static let score: CopyScore = {
        var score = CopyScore()
        for seed in 0..<pages {
            let copy = GeneratedCopy(seed: seed)
            score.add(copy, read: RawCopyReader().read(copy.source))
        }
        return score
    }()
    /// Where the form tells, of a hundred of these at most one is missed and one invented without a word.
    @Test(
        "what the form tells is found again",
        arguments: CopyScore.Kind.allCases)
    func isFound(_ kind: CopyScore.Kind) {
        let count = Self.score[kind]
        #expect(count.hits > 100)
        #expect(count.surePrecision >= 0.99 && count.sureRecall >= 0.99)
    }

    /// Guesses that are said help nobody when there is one on every line.
    @Test func guessesAreFew() { #expect(Self.score.guesses < 2 * Self.score.pages) }

    /// The report; a change of a rule shows in it, for better or worse.
    @Test func theReport() {
        #expect(difference(Self.score.report, fromGolden: "raw-copy.score.txt") == nil)
    }
}
