import Diagnostics
import GeneratedCopy
import TestSupport
import Testing

@testable import Copy

/// The raw copy reader's result for generated copy, compared with the stories that the copy was generated from.
@Suite(.slow)
struct RawCopyScoreTests {
    /// The same number of each style.
    private static let pages = 23 * CopyStyle.allCases.count

    static let score: CopyScore = {
        var score = CopyScore()
        for seed in 0..<pages {
            let copy = GeneratedCopy(seed: seed)
            score.add(copy, read: RawCopyReader().read(copy.source))
        }
        return score
    }()
    /// Where the form decides, at most one in a hundred is missed or spurious without a warning.
    @Test(
        "what the form shows is recognised",
        arguments: CopyScore.Kind.allCases)
    func isFound(_ kind: CopyScore.Kind) {
        let count = Self.score[kind]
        #expect(count.hits > 100)
        #expect(count.certainPrecision >= 0.99 && count.certainRecall >= 0.99)
    }

    /// Warnings on every line would help nobody.
    @Test func guessesAreFew() { #expect(Self.score.guesses < 2 * Self.score.pages) }

    /// The report. It shows the effect of every change of a rule.
    @Test func theReportMatchesTheGolden() {
        #expect(difference(Self.score.report, fromGolden: "raw-copy.score.txt") == nil)
    }
}
