import Copy
import GeneratedCopy

/// The precision and recall of the raw copy reader on generated pages, for each kind of element:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark copy 5000 8000
///
/// The tests check the first of these pages. Others show the effect of a rule on pages that nobody has examined.
enum CopyBenchmark {
    static func run(_ seeds: Range<Int>) {
        var score = CopyScore()
        for seed in seeds {
            let copy = GeneratedCopy(seed: seed)
            score.add(copy, read: RawCopyReader().read(copy.source))
        }
        print(score.report)
    }
}
