internal import Copy
internal import Diagnostics
internal import Layouts
internal import Typesetting

/// Says of a page that holds too much or too little by how much, in lines and characters, and names what mends it. Every
/// remedy that is named has been tried: with it the page is filled.
struct CopyfitAdvisor {
    private let fullest: BestFitPage
    private let number: Int
    private let context: PageContext
    /// The page with all its stories.
    private var page: PagePlanInput { fullest.whole }

    /// How much is tried to be cut beyond what the page is over at least: its stories in their smallest forms hardly ever
    /// stand beside each other without a white row.
    private static let cutSteps = [0.02, 0.04, 0.07]
    /// Lines that are tried to be added, fewer than the holes have.
    private static let addedSteps = [0, 3, 6, 10, 15]
    /// Stories that are tried, the longest first; more than these shares of one are not for cutting, or for adding.
    private static let mostStories = 2
    private static let mostCut = 0.4
    private static let mostAdded = 1.5

    /// - Parameter number: the page's number.
    init(_ fullest: BestFitPage, number: Int, in context: PageContext) {
        self.fullest = fullest
        self.number = number
        self.context = context
    }

    /// Reports what the page cannot hold, and white that it is hardly worth a filler; returns what is to be said of its
    /// holes while nothing closes them.
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

    /// Stories that a message names: who has to find room for more of them needs a page first.
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

    /// Lines as an editor counts them, and about as many characters.
    private func inLines(_ lines: Int) -> String {
        "\(lines) \(lines == 1 ? "line" : "lines") (about \(lines * page.layout.grid.measure) characters)"
    }

    /// How much of which story has to go so that all stories fill the page; nil when no cut of one does it.
    private func cut(_ excess: Int) -> String? {
        tried(Self.cutSteps.map { max(0, excess) + Int(($0 * Double(page.room)).rounded()) }) { lines, story in
            "\(inLines(lines)) from “\(page.stories[story].article.label)” (\(page.stories[story].body.best.rows) lines)"
        } change: {
            -$0
        }
    }

    /// How much longer a story would fill the page; nil when none would.
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
        for story in stories {
            let whole = page.stories[story].body.best.rows
            for lines in sizes {
                guard lines > 0, Double(lines) <= (change(1) < 0 ? Self.mostCut : Self.mostAdded) * Double(whole) else {
                    continue
                }
                let article = page.stories[story].article.resized(by: change(lines) * page.layout.grid.measure)
                let other = context.input(page, replacing: story, with: article)
                if other.filled(.trial) != nil { return sentence(lines, story) }
            }
        }
        return nil
    }
}
