public import Diagnostics
public import Pages
internal import Printing

/// Looks finished pages over before they go to a printing house.
///
///     let made = try press.make(edition)
///     let findings = made.diagnostics + Preflight().diagnostics(of: made.value.document)
///
/// What making the pages tells (stories too long, characters that no font has, missing captions) it does not tell again.
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
