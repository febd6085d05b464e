internal import Layouts

/// A dummy drawn in text, as areas are drawn in a layout: the rows, a bar, and for each column the number of the story
/// that stands there, from the top of the page. A dot is what no story fills.
///
///     1-14   | · · · · 1 1
///     16-19  | 2 2 2 2 1 1
///     21-33  | 2 2 2 2 3 3
struct PageDrawing {
    /// What each story covers of the page.
    private let frames: [[GridRect]]

    init(_ stories: [PageDummy.Entry]) { frames = stories.map { $0.cells.frames($0.step) } }

    private static let nothing = "·"

    /// From the top of the page. A single row between stories is white on every page, and not drawn.
    var lines: [String] {
        let cells = frames.joined()
        let columns = cells.map(\.columns.upperBound).max() ?? 0, rows = cells.map(\.rows.upperBound).max() ?? 0
        let width = String(frames.count).count
        var bands: [(rows: Range<Int>, words: [String])] = []
        for row in 0..<rows {
            let words = (0..<columns).map { word(column: $0, row: row) }
            if let last = bands.last, last.words == words {
                bands[bands.count - 1].rows = last.rows.lowerBound..<row + 1
            } else {
                bands.append((row..<row + 1, words))
            }
        }
        let drawn = bands.filter { $0.rows.count > 1 || !$0.words.contains(Self.nothing) }
        let places = drawn.map { "\($0.rows.lowerBound + 1)-\($0.rows.upperBound)" }
        let margin = places.map(\.count).max() ?? 0
        return zip(places, drawn).map { place, band in
            padded(place, margin) + " | "
                + band.words.map { padded($0, width) }.joined(separator: " ")
                .trimmingEnd()
        }
    }

    private func word(column: Int, row: Int) -> String {
        let story = frames.firstIndex { $0.contains { $0.columns.contains(column) && $0.rows.contains(row) } }
        return story.map { String($0 + 1) } ?? Self.nothing
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension String {
    fileprivate func trimmingEnd() -> String {
        String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
    }
}

extension PageDummy {
    /// The page in a drawing, a line a band of rows; the numbers are those of the stories in their order.
    public var drawing: [String] { PageDrawing(stories).lines }
}
