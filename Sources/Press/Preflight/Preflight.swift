public import Diagnostics
public import Pages
internal import Printing

/// Checks finished pages before they go to a printing house.
///
///     let made = try press.make(edition)
///     let findings = made.diagnostics + Preflight().diagnostics(of: made.value.document)
///
/// It does not repeat what making the pages reports: stories that are too long, missing characters and captions.
public struct Preflight: Sendable {
    public init() {}

    public func diagnostics(of document: Document) -> [Diagnostic] {
        FontRule.diagnostics(of: document) + document.pages.flatMap(diagnostics)
            + PhotoRule.diagnostics(of: document) + InkLimit.diagnostics(of: document)
    }

    private func diagnostics(of page: Page) -> [Diagnostic] {
        EmptyFurnitureRule.diagnostics(of: page) + MissingGlyphRule.diagnostics(of: page)
            + HairlineRule.diagnostics(of: page) + RichBlackRule.diagnostics(of: page)
    }
}
