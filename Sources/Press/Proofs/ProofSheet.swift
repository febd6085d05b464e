internal import Pages
internal import Typesetting

/// Lays lines of one measure out in strips, with hairlines at the column's edges and a tick at every fifth line.
struct ProofSheet {
    let measure: Length
    let size: Length
    let leading: Length
    /// The faces of the lines.
    let faces: FaceTable

    private static let rows = 60
    private static let strips = 4
    private static let margin = Length.pt(24)
    private static let edge = Length.pt(0.2)
    private static let ink = Ink.black(0.4)

    private var gutter: Length { 2 * size }

    func pages(of lines: [ComposedLine]) -> [Page] {
        var pages: [Page] = []
        var rest = lines[...]
        repeat {
            var strips: [ArraySlice<ComposedLine>] = []
            while !rest.isEmpty, strips.count < Self.strips {
                strips.append(rest.prefix(Self.rows))
                rest = rest.dropFirst(Self.rows)
            }
            pages.append(page(of: strips, number: pages.count + 1))
        } while !rest.isEmpty
        return pages
    }

    private func page(of strips: [ArraySlice<ComposedLine>], number: Int) -> Page {
        let rows = Double(strips.map(\.count).max() ?? 1)
        let columns = Double(max(1, strips.count))
        let trim = Size(
            width: 2 * Self.margin + columns * measure + (columns - 1) * gutter,
            height: 2 * Self.margin + rows * leading)
        var items: [Item] = []
        for (index, lines) in strips.enumerated() {
            let x = Self.margin + Double(index) * (measure + gutter)
            items.append(.group(Group(role: .guide("column"), items: edges(x: x, rows: lines.count))))
            items += lines.enumerated().flatMap { row, line in
                let y = Self.margin + Double(row) * leading + (leading - size) / 2 + size * GlyphRun.ascent
                return line.moved(x: x, y: y).runs.map { Item.text($0) }
            }
        }
        return Page(number: number, trim: trim, items: items, faces: faces)
    }

    private func edges(x: Length, rows: Int) -> [Item] {
        let bottom = Self.margin + Double(rows) * leading
        let sides = [x, x + measure].map { x in
            line(from: Point(x: x, y: Self.margin), to: Point(x: x, y: bottom))
        }
        let ticks = stride(from: 5, through: rows, by: 5).map { row in
            let y = Self.margin + Double(row) * leading
            return line(from: Point(x: x - size * 0.5, y: y), to: Point(x: x, y: y))
        }
        return sides + ticks
    }

    private func line(from: Point, to: Point) -> Item {
        .rule(Rule(from: from, to: to, thickness: Self.edge, ink: Self.ink))
    }
}
