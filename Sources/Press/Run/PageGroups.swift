internal import Copy
internal import Diagnostics

/// The groups of an edition's pages that are made together: pages that share copy, and pages on which a story of
/// another page may continue.
struct PageGroups {
    /// The runs of pages in each group, as indices of the edition's pages, in order. The pages of a run share their copy; in
    /// a group of several runs each run is one page.
    private(set) var groups: [[Range<Int>]]
    let diagnostics: [Diagnostic]

    init(_ edition: Edition) {
        let runs = Self.runs(of: edition)
        let reporter = Reporter()
        // The first run of each run's group.
        var heads = Array(runs.indices)
        for (index, run) in runs.enumerated() {
            for story in edition.pages[run].first?.articles ?? [] {
                guard let target = Self.target(of: story, in: edition, runs, from: index, reporter) else { continue }
                let (low, high) = (min(heads[index], heads[target]), max(heads[index], heads[target]))
                for other in heads.indices where heads[other] == high { heads[other] = low }
            }
        }
        groups = runs.indices.filter { heads[$0] == $0 }.map { head in
            runs.indices.filter { heads[$0] == head }.map { runs[$0] }
        }
        diagnostics = reporter.diagnostics
    }

    /// The runs of pages that share copy: a page with its own copy, and the pages after it that have none.
    private static func runs(of edition: Edition) -> [Range<Int>] {
        let starts = edition.pages.indices.filter { $0 == 0 || !edition.pages[$0].takesOver }
        return zip(starts, starts.dropFirst() + [edition.pages.count]).map { $0..<$1 }
    }

    /// The index of the run on whose page a story may continue; nil if the story does not jump, or cannot.
    private static func target(
        of story: Article, in edition: Edition, _ runs: [Range<Int>], from index: Int, _ reporter: Reporter
    ) -> Int? {
        guard let jump = story.jump else { return nil }
        func refuse(_ why: String, _ hint: String) -> Int? {
            reporter.warning(at: story.place, "“\(story.title)” cannot continue on page \(jump): \(why)", hints: hint)
            return nil
        }
        func sheets(_ run: Range<Int>) -> Int { edition.pages[run].count { $0.half != .right } }
        guard edition.allotment == nil, sheets(runs[index]) == 1 else {
            return refuse(
                "the program allocates the copy of this page itself",
                "take “jump” out; a story that is too long continues on another page anyway")
        }
        guard edition.pages.indices.contains(jump - 1) else {
            return refuse("the edition has \(edition.pages.count) pages", "name one of them")
        }
        let target = runs.firstIndex { $0.contains(jump - 1) }!
        if target == index { return refuse("it is on that page already", "name another page, or take “jump” out") }
        if sheets(runs[target]) > 1 {
            return refuse("that page shares its copy with others", "name a page with copy of its own")
        }
        return target
    }
}
