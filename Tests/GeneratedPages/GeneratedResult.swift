internal import Copy
public import Diagnostics
internal import Layouts
internal import Makeup
internal import Pages
public import Press
internal import TestSupport

/// A generated edition, made, and all that is wrong with it.
public struct GeneratedResult {
    public let edition: GeneratedEdition
    public let made: ComposedEdition
    public let diagnostics: [Diagnostic]
    /// What must never be: collisions, lost words, a fault that nothing is said of.
    public let faults: [String]
    /// What keeps a page from being a good one; allowed where a report of too much or too little says why.
    public let flaws: [String]

    /// White of all column-lines that a filled page may have.
    public static let mostWhite = 0.015

    /// Characters of a title that a message has at least: longer ones are cut short there.
    private static let namedTitle = 20

    public init(_ generated: GeneratedEdition) throws {
        let folder = try TemporaryFolder()
        let edition = try generated.edition(in: folder.path)
        let resources = Resources(
            layouts: [folder.path + "/layouts", Checkout.folder + "/layouts"], program: Checkout.program)
        let result = try EditionPress(resources: resources, fonts: SampleFonts.open).make(edition)
        self.edition = generated
        made = result.value
        diagnostics = result.diagnostics
        let finder = LayoutFinder(folders: resources.layoutFolders)
        var faults: [String] = [], flaws: [String] = []
        for (page, report) in zip(made.document.pages, made.report.pages) {
            let layout = try finder.layout(named: report.layout).value
            faults += InkAudit(page, layout: layout).faults
            flaws += LineAudit(page).faults + Self.flaws(of: report)
            faults += Self.untrue(result.diagnostics, of: report)
        }
        let copy = CopyAudit(edition, made.document.pages)
        faults += copy.faults
        // A story that stands nowhere is named in an error.
        let errors = result.diagnostics.filter { $0.severity == .error }
        faults += copy.absent.filter { article in
            !errors.contains { ($0.message + $0.hints.joined()).contains(article.title.prefix(Self.namedTitle)) }
        }.map { "\($0.id) is lost, and nothing is said of it" }
        self.faults = faults
        self.flaws = flaws
    }

    /// What is said of a page in figures that the page does not show.
    private static func untrue(_ diagnostics: [Diagnostic], of report: PageReport) -> [String] {
        let short = diagnostics.compactMap {
            $0.message.wholeMatch(of: /page (\d+) is (\d+) lines? \(.*\) short: (.*)/)
        }
        .filter { Int($0.1) == report.page }
        guard let said = short.first else {
            return report.emptyLines > 0 && !report.stories.isEmpty
                ? ["page \(report.page) has a hole, and nothing is said of it"] : []
        }
        let shown = said.3.contains("columns") ? report.emptyLines : report.whiteLines
        return Int(said.2) == shown
            ? [] : ["page \(report.page) is said to be \(said.2) lines short, and \(shown) are white"]
    }

    private static func flaws(of report: PageReport) -> [String] {
        var flaws: [String] = []
        if report.whiteShare > mostWhite {
            flaws.append("page \(report.page) is white to \((report.whiteShare * 1000).rounded() / 10) %")
        }
        for story in report.stories where story.legDifference > 1 {
            flaws.append("legs of \(story.id) differ by \(story.legDifference): \(story.legs)")
        }
        for pair in report.buttingHeads where abs(pair.sizes[0] - pair.sizes[1]) < 0.5 {
            flaws.append("headlines of \(pair.left) and \(pair.right) butt")
        }
        flaws += report.inversions.filter { isSeen($0, in: report) }.map { "\($0.story) \($0.fault) \($0.other)" }
        return flaws
    }

    /// Whether a reader would take one story for the more important one that is not: a headline that is smaller, the
    /// day's lead under anything. That of two other stories the larger stands lower is what pages are like: one may hold the foot.
    private static func isSeen(_ fault: PageReport.RankInversion, in report: PageReport) -> Bool {
        fault.fault == .smaller || report.page == 1 && report.stories.contains { $0.id == fault.story && $0.rank == 1 }
    }

    /// Too much for the pages, or too little.
    public var isReported: Bool {
        diagnostics.contains { $0.message.contains(" short: ") || $0.severity == .error }
    }
}
