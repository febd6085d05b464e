public import Copy
internal import Diagnostics
public import Makeup
public import Pages

/// The pages of an edition, the dummy of each page in words, and a report about them.
public struct ComposedEdition: Sendable {
    public var document: Document
    /// The edition with the pages that were made, each with its section. Estimated pages for which no copy was left are
    /// not included.
    public var edition: Edition
    public var dummies: [String]
    public var report: EditionReport
    /// The dummies that keep the stories in their places when the pages are made again.
    public var kept: EditionDummy
    /// The position of each story, page by page.
    public var stories: [PlacedStory]
    /// Guides that an editor may lay over the pages; empty unless `Options.hasGuides` is set.
    public var guides: [PageGuides]
    /// The pages for the next run to reuse; empty unless `Options.reusable` is set.
    public var reusable: ReusablePages
}

/// The pages of a run, by their jobs. A later run reuses the pages of jobs that have not changed.
public struct ReusablePages: Sendable {
    var pages: [PageJob: [Reported<ComposedPage>]] = [:]

    public init() {}

    init(pages: [PageJob: [Reported<ComposedPage>]]) { self.pages = pages }
}
