import Layouts
import Pages
import Testing

@testable import Typesetting

/// Short titles are opened over a wide measure (CLREQ 6.3.1.1); longer ones stay solid.
struct HeadlineOpeningTests {
    /// The em of white between two characters of a title that is far shorter than its width.
    private func opening(_ title: String) throws -> Double {
        let size = Length.pt(20)
        var style = TextStyle(role: "hei", size: size, leading: size, align: .center)
        style.indent = 0
        let headline = HeadlineStyle(
            title: style, sizes: [size], maxLines: 1, kicker: style, deck: style, rowsAbove: 0, rowsBelow: 0)
        let composed = try #require(
            try SampleTypesetter.make().headlines(title, style: headline, width: .pt(500)).first)
        return (composed.lines[0].width / size - Double(title.count)) / Double(title.count - 1)
    }

    @Test(arguments: [("简讯", 1.0), ("南窑村", 0.5), ("南窑的火", 0.25), ("外婆的渡口", 0), ("劳动课搬进田里", 0)])
    func onlyTheShortestOpen(_ title: String, _ em: Double) throws {
        #expect(abs(try opening(title) - em) < 0.01)
    }
}
