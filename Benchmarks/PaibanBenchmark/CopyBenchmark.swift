import Copy
import GeneratedCopy

/// How well the raw copy of generated pages is read, whose truth is known: precision and recall of each kind of thing.
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark copy 5000 8000
///
/// Tests hold the reader to the first of them; what a rule does for pages that nobody has looked at shows here.
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
