internal import Copy
internal import Diagnostics
internal import Layouts
internal import Typesetting

/// Reports by how much a page's copy is too long or too short, in lines and characters, and suggests remedies. Every
/// suggested remedy has been tried: with it the page is filled.
struct CopyfitAdvisor {
    private let fullest: BestFitPage
    private let number: Int
    private let context: PageContext
    /// The page with all its stories.
    private var page: PagePlanInput { fullest.whole }

    /// The cuts that are tried, as shares of the page's room beyond its least excess. Stories in their smallest forms
    /// hardly ever fit together without white rows.
    private static let cutSteps = [0.02, 0.04, 0.07]
    /// The differences between the lines of the holes and the added lines that are tried.
    private static let addedSteps = [0, 3, 6, 10, 15]
    /// The number of stories that are tried, the longest first, and the largest shares of a story that are cut or
    /// added.
    private static let mostStories = 2
    private static let mostCut = 0.4
    private static let mostAdded = 1.5

    /// - Parameter number: the page's number.
    init(_ fullest: BestFitPage, number: Int, in context: PageContext) {
        self.fullest = fullest
        self.number = number
        self.context = context
    }

    /// Reports stories that the page cannot hold, and white that is too little for a filler. Returns the messages about
    /// its holes, which apply while nothing fills them.
    func report(to reporter: Reporter) -> [Diagnostic] {
        if !fullest.left.isEmpty { reportOver(reporter) }
        guard fullest.planned.holes.isEmpty else { return [shortage] }
        reportWhite(reporter)
        return []
    }

    private func reportWhite(_ reporter: Reporter) {
        let placements = fullest.planned.placements
        let lines = placements.reduce(0) { $0 + $1.variant.white }
        guard Double(lines) > page.layout.prices.page.goodWhite * Double(page.columnLines),
            let worst = placements.max(by: { $0.variant.white < $1.variant.white })
        else { return }
        let share = lines == worst.variant.white ? "all" : "\(worst.variant.white)"
        reporter.warning(
            at: worst.story.article.place,
            "page \(number) is \(inLines(lines)) short: they stay white at its legs' feet, \(share) of them in “\(worst.story.article.label)”",
            hints: "let “\(worst.story.article.label)” run as much longer, or give it a larger photo")
    }

    private func reportOver(_ reporter: Reporter) {
        let lines = fullest.whole.excessLines
        let left = fullest.left.map(\.article)
        let size =
            lines > 0
            ? "is \(inLines(lines)) over" : "cannot be filled with all its \(fullest.whole.stories.count) stories"
        let names = listed(left.map { "“\($0.label)”" })
        let moved = listed(fullest.left.map { "“\($0.article.label)” (\($0.body.best.rows) lines)" })
        let move =
            "move \(moved) to another page; one added behind without copy of its own takes what is over"
        reporter.error(
            at: left[0].place, "page \(number) \(size): \(names) stands nowhere on it",
            hints: cut(lines).map { "\(move); or cut \($0)" } ?? move)
    }

    /// The most stories that a message names. If more of them are over, the edition needs another page.
    private static let mostNamed = 8

    private func listed(_ names: [String]) -> String {
        let rest = names.count - Self.mostNamed
        return names.prefix(Self.mostNamed).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    private var shortage: Diagnostic {
        let holes = fullest.planned.holes
        let lines = holes.reduce(0) { $0 + $1.columns.count * $1.rows.count }
        let places = holes.map {
            "columns \($0.columns.lowerBound + 1)-\($0.columns.upperBound), rows \($0.rows.lowerBound + 1)-\($0.rows.upperBound)"
        }
        let longer = fullest.left.isEmpty ? stretched(holes).map { "let " + $0 } : nil
        return .warning(
            at: page.layout.place,
            "page \(number) is \(inLines(lines)) short: \(places.joined(separator: "; ")) stay white",
            hints: longer ?? "add a story or a photo",
            "or list notices and pictures under “fillers:” in edition.yaml")
    }

    /// Describes a number of lines, with about as many characters.
    private func inLines(_ lines: Int) -> String {
        "\(lines) \(lines == 1 ? "line" : "lines") (about \(lines * page.layout.grid.measure) characters)"
    }

    /// The cut of a story with which all stories fill the page; nil when no cut of one story does.
    private func cut(_ excess: Int) -> String? {
        tried(Self.cutSteps.map { max(0, excess) + Int(($0 * Double(page.room)).rounded()) }) { lines, story in
            "\(inLines(lines)) from “\(page.stories[story].article.label)” (\(page.stories[story].body.best.rows) lines)"
        } change: {
            -$0
        }
    }

    /// The addition to a story with which it fills the page; nil when none does.
    private func stretched(_ holes: [GridRect]) -> String? {
        let room = holes.reduce(0) { $0 + $1.columns.count * ($1.rows.count + 1) }
        return tried(Self.addedSteps.map { room - $0 }) { lines, story in
            "“\(page.stories[story].article.label)” run \(inLines(lines)) longer"
        } change: {
            $0
        }
    }

    private func tried(_ sizes: [Int], sentence: (Int, Int) -> String, change: (Int) -> Int) -> String? {
        let stories = page.stories.indices
            .sorted { (page.stories[$1].body.best.rows, $0) < (page.stories[$0].body.best.rows, $1) }
            .prefix(Self.mostStories)
        let meter = SearchMeter(SearchMeter.trial)
        for story in stories {
            let whole = page.stories[story].body.best.rows
            for lines in sizes {
                guard lines > 0, Double(lines) <= (change(1) < 0 ? Self.mostCut : Self.mostAdded) * Double(whole) else {
                    continue
                }
                let article = page.stories[story].article.resized(by: change(lines) * page.layout.grid.measure)
                let other = context.input(page, replacing: story, with: article)
                if other.filled(.trial, meter) != nil { return sentence(lines, story) }
            }
        }
        return nil
    }
}
