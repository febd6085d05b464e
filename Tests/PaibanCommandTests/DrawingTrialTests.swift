import TestSupport
import Testing

/// Drawings that take all time or memory, or end the process that draws them.
@Suite(.waiting)
struct DrawingTrialTests {
    private func edition(_ drawing: String) throws -> TemporaryFolder {
        try TemporaryFolder([
            "day/edition.yaml": "pages: [{layout: small, copy: [copy/one.md]}]\n",
            "day/copy/one.md": "---\ntitle: 黄桃熟了\n---\n\n沿江村的黄桃熟了。\n",
            "day/layouts/small.yaml": """
            page: {size: A4}
            grid: {columns: 2, measure: 24字, gutter: 1.5字, leading: 13pt, rows: 54}
            furniture:
              plate: {head: {height: 10mm}, parts: [{image: plate.svg}]}

            """,
            "day/layouts/plate.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 100'>\(drawing)</svg>",
        ])
    }

    private func errors(_ drawing: String, _ arguments: [String]) throws -> String {
        let folder = try edition(drawing)
        let run = try ProgramRun(Checkout.program, arguments, in: folder.path)
        #expect((0...2).contains(run.status), "\(arguments): \(run.status)")
        return run.errors
    }

    private static let whole = "width='300' height='100'"
    private static let bombs = [
        // Copies of copies.
        "<g id='a0'><path d='M0 0h1v1z'/></g>"
            + (1..<10).map { level in
                "<g id='a\(level)'>" + String(repeating: "<use href='#a\(level - 1)'/>", count: 10) + "</g>"
            }.joined(),
        // Filters over the whole drawing.
        "<filter id='f'>" + String(repeating: "<feGaussianBlur stdDeviation='90'/>", count: 2000)
            + "</filter><rect \(whole) filter='url(#f)'/>",
        "<filter id='f'><feTurbulence baseFrequency='.01' numOctaves='1000000'/></filter><rect \(whole) filter='url(#f)'/>",
        // An assertion of librsvg.
        "<filter id='f'><feConvolveMatrix order='500' kernelMatrix='" + String(repeating: "1 ", count: 250_000)
            + "'/></filter><rect \(whole) filter='url(#f)'/>",
    ]

    @Test(arguments: bombs.indices)
    func aDrawingOutsideTheLimitsIsNotDrawn(_ number: Int) throws {
        for arguments in [["build", "day", "--proof"], ["preview", "day"]] {
            #expect(
                try errors(Self.bombs[number], arguments).contains("plate.svg” takes too much time or memory to draw"))
        }
    }

    @Test func otherDrawingsAreDrawn() throws {
        for drawing in [
            "<path d='M0 0h9v9z'/>", "<text font-size='20'>江边日报</text>",
            "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter><rect \(Self.whole) filter='url(#f)'/>",
        ] {
            #expect(!(try errors(drawing, ["build", "day", "--proof"]).contains("takes too much")))
        }
    }

    @Test func theCommandIsNotListed() throws {
        let help = try ProgramRun(Checkout.program, ["--help"])
        #expect(!help.output.contains("try-drawing"))
        let unknown = try ProgramRun(Checkout.program, ["nonsense-word"])
        #expect(!unknown.errors.contains("try-drawing"))
    }
}
