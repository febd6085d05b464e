import Diagnostics
import Pages
import Testing

@testable import Printing

/// Wavy rules and narrowed glyphs, measured in the printed page.
@Suite struct LineArtTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// The positions of the page's dark pixels, in points.
    private func darkPixels(_ items: [Item]) throws -> [(x: Double, y: Double)] {
        let picture = try scratch.picture(of: PDFPrinter().print(.sample(items)).value)
        return (0..<picture.height).flatMap { y in
            (0..<picture.width).filter { picture[$0, y][0] < 128 }.map { (x: Double($0) / 4, y: Double(y) / 4) }
        }
    }

    private func rule(_ wave: Rule.Wave?) -> Item {
        .rule(
            Rule(
                from: Point(x: .pt(50), y: .pt(100)), to: Point(x: .pt(150), y: .pt(100)), thickness: .pt(1),
                wave: wave))
    }

    @Test func aWaveReachesItsCrestsOnBothSides() throws {
        let waved = try darkPixels([rule(Rule.Wave(length: .pt(20), height: .pt(4)))])
        #expect(abs(try #require(waved.map(\.y).min()) - 95.5) < 0.6)
        #expect(abs(try #require(waved.map(\.y).max()) - 104.5) < 0.6)
        // The first crest is above the line, a quarter of a wave in; the second below it.
        #expect(waved.contains { abs($0.x - 55) < 1 && abs($0.y - 96) < 0.6 })
        #expect(waved.contains { abs($0.x - 65) < 1 && abs($0.y - 104) < 0.6 })
        let straight = try darkPixels([rule(nil)])
        #expect(straight.allSatisfy { abs($0.y - 100) < 1 })
    }

    @Test func narrowedGlyphsKeepTheirHeight() throws {
        func extent(_ scale: Double) throws -> (width: Double, height: Double) {
            var run = SampleType().run("中", size: 40)
            run.widthScale = scale
            let ink = try darkPixels([.text(run)])
            let (x, y) = (ink.map(\.x), ink.map(\.y))
            return (try #require(x.max()) - x.min()!, try #require(y.max()) - y.min()!)
        }
        let (whole, half) = (try extent(1), try extent(0.5))
        #expect(abs(half.width / whole.width - 0.5) < 0.03)
        #expect(abs(half.height - whole.height) < 0.6)
    }
}
