public import Copy
internal import Diagnostics
public import Makeup
public import Pages

/// An edition's pages, the dummy of each in words, and the report about them.
public struct ComposedEdition: Sendable {
    public var document: Document
    /// The edition with its pages as they were made: those that the copy came to, each with its section.
    public var edition: Edition
    public var dummies: [String]
    public var report: EditionReport
    /// The dummies that hold the stories to their places when the pages are made again.
    public var kept: EditionDummy
    /// Where each story stands, page by page.
    public var stories: [PlacedStory]
    /// Guides that an editor may lay over the pages; empty unless `Options.hasGuides` is set.
    public var guides: [PageGuides]
    /// The pages for the next run to reuse; empty unless `Options.reusable` is set.
    public var reusable: ReusablePages
}

/// The pages of a run by the jobs that they were made of. A later run reuses those whose job has not changed.
public struct ReusablePages: Sendable {
    var pages: [PageJob: [Reported<ComposedPage>]] = [:]

    public init() {}

    init(pages: [PageJob: [Reported<ComposedPage>]]) { self.pages = pages }
}
