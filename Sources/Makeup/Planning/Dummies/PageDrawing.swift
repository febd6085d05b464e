internal import Layouts

/// A dummy drawn in text, as areas are drawn in a layout: the rows, a bar, and for each column the number of its story, from
/// the top of the page. A dot marks a cell that no story fills.
///
///     1-14   | · · · · 1 1
///     16-19  | 2 2 2 2 1 1
///     21-33  | 2 2 2 2 3 3
struct PageDrawing {
    /// The rectangles of each story on the page.
    private let frames: [[GridRect]]

    init(_ stories: [PageDummy.Entry]) { frames = stories.map { $0.cells.frames($0.step) } }

    /// The lines of the drawing, from the top of the page. The single white rows between stories are omitted.
    var lines: [String] {
        let cells = frames.joined()
        let columns = cells.map(\.columns.upperBound).max() ?? 0, rows = cells.map(\.rows.upperBound).max() ?? 0
        var bands: [(rows: Range<Int>, stories: [Int?])] = []
        for row in 0..<rows {
            let stories = stories(in: row, columns: columns)
            if let last = bands.last, last.stories == stories {
                bands[bands.count - 1].rows = last.rows.lowerBound..<row + 1
            } else {
                bands.append((row..<row + 1, stories))
            }
        }
        let drawn = bands.filter { $0.rows.count > 1 || !$0.stories.contains(nil) }
        let places = drawn.map { "\($0.rows.lowerBound + 1)-\($0.rows.upperBound)" }
        let margin = places.map(\.count).max() ?? 0, width = String(frames.count).count
        return zip(places, drawn).map { place, band in
            let words = band.stories.map { padded($0.map { String($0 + 1) } ?? "·", width) }
            return padded(place, margin) + " | " + words.joined(separator: " ").trimmingEnd()
        }
    }

    /// The story in each column of a row; nil where there is none.
    private func stories(in row: Int, columns: Int) -> [Int?] {
        var stories = [Int?](repeating: nil, count: columns)
        for (story, frames) in frames.enumerated().reversed() {
            for cells in frames where cells.rows.contains(row) {
                for column in cells.columns { stories[column] = story }
            }
        }
        return stories
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
    /// The page as a drawing, with one line for each band of rows. The numbers are those of the stories in their order.
    public var drawing: [String] { PageDrawing(stories).lines }
}
