internal import Diagnostics
internal import Pages
internal import Printing

/// Small type in black that has other inks in it: where the plates do not meet, it gets coloured edges.
enum RichBlackRule {
    /// Type below this size is small: the plates of a newspaper press meet within some tenths of a millimetre, which is
    /// the thickness of its strokes.
    private static let small = Length.pt(14)
    /// From so much black on, a colour is meant as black.
    private static let black = 0.7
    /// Less of another ink is not seen at an edge.
    private static let trace = 0.05

    static func diagnostics(of page: Page) -> [Diagnostic] {
        let runs = page.glyphRuns.filter { run in
            let inks = run.ink.press
            return run.size < small && inks.black >= black && inks.total - inks.black > trace
        }
        guard let first = runs.first else { return [] }
        return [
            .warning(
                at: nil,
                "page \(page.number): small type, such as “\(first.text.prefix(8))”, is in black with other inks",
                hints: "use black alone for type below \(Int(small.points)) pt")
        ]
    }
}
