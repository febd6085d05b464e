public import Copy
public import Diagnostics
internal import Layouts
public import Makeup
public import Pages
public import Press
internal import TestSupport
public import Fonts

/// A generated edition, made, and all that is wrong with it.
public struct GeneratedResult {
    public let edition: GeneratedEdition
    public let made: MadeEdition
    public let diagnostics: [Diagnostic]
    /// What must never be: collisions, lost words, a fault that nothing is said of.
    public let faults: [String]
    /// What keeps a page from being a good one; allowed where a report of too much or too little says why.
    public let flaws: [String]

    /// White of all column-lines that a filled page may have.
    public static let mostWhite = 0.015

    public init(_ generated: GeneratedEdition, fonts: @escaping @Sendable () throws -> FontBook) throws {
        let folder = try TemporaryFolder()
        let edition = try generated.edition(in: folder.path)
        let resources = Resources(layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
        let result = try EditionPress(resources: resources, fonts: fonts).make(edition)
        self.edition = generated
        made = result.value
        diagnostics = result.diagnostics
        let finder = LayoutFinder(folders: resources.layoutFolders)
        var faults: [String] = [], flaws: [String] = []
        for (page, report) in zip(made.document.pages, made.report.pages) {
            let layout = try finder.layout(named: report.layout).value
            faults += InkAudit(page, layout: layout).faults
            flaws += LineAudit(page).faults + Self.flaws(of: report)
        }
        let copy = CopyAudit(edition, made.document.pages)
        faults += copy.faults
        // A story that stands nowhere is named in an error.
        let errors = result.diagnostics.filter { $0.severity == .error }
        faults += copy.absent.filter { article in
            !errors.contains { ($0.message + $0.hints.joined()).contains(article.title) }
        }.map { "\($0.id) is lost, and nothing is said of it" }
        self.faults = faults
        self.flaws = flaws
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
        flaws += report.inversions.map { "\($0.story) \($0.fault) \($0.other)" }
        return flaws
    }

    /// Too much for the pages, or too little.
    public var isReported: Bool {
        diagnostics.contains { $0.message.contains("lines short") || $0.severity == .error }
    }
}
