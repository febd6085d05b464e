public import Copy
public import Makeup
public import Pages

/// An edition's pages, the dummy of each in words, and what there is to say of them.
public struct ComposedEdition: Sendable {
    public var document: Document
    /// The edition with its pages as they were made: those that the copy came to, each with its section.
    public var edition: Edition
    public var dummies: [String]
    public var report: EditionReport
    /// The dummies to hold the pages to when they are made again.
    public var kept: EditionDummy
    /// Where each story stands, page by page.
    public var stories: [PlacedStory]
    /// What an editor may lay over the pages; empty unless asked for.
    public var guides: [PageGuides]
}
