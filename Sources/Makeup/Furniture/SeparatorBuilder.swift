internal import Layouts
internal import Pages

/// Builds the rules between modules: a hairline in the middle of the gutter between two side by side, and a rule in the white
/// row between two, one above the other.
struct SeparatorBuilder {
    let layout: Layout

    /// - Parameters:
    ///   - modules: the frames of each module; there is no rule between frames of the same module.
    ///   - boxed: modules in a box, which need no rule beside it.
    func items(for modules: [[GridRect]], boxed: Set<GridRect> = []) -> [Item] {
        let open = modules.filter { frames in !frames.contains(where: boxed.contains) }
        let tops = open.compactMap(\.first).filter { cell in !boxed.contains { $0.isRight(above: cell) } }
        let rules = vertical(open) + horizontal(tops)
        return rules.isEmpty ? [] : [.group(Group(role: .furniture("rules"), items: rules))]
    }

    private func vertical(_ modules: [[GridRect]]) -> [Item] {
        guard let style = layout.separators.vertical else { return [] }
        let cells = modules.enumerated().flatMap { index, frames in frames.map { (index, $0) } }
        var items: [Item] = []
        for (index, left) in cells {
            for (other, right) in cells where other != index && left.columns.upperBound == right.columns.lowerBound {
                let rows = left.rows.clamped(to: right.rows)
                guard !rows.isEmpty else { continue }
                let x = layout.grid.x(ofColumn: right.columns.lowerBound) - layout.grid.gutter / 2
                items.append(
                    .rule(
                        Rule(
                            from: Point(x: x, y: layout.grid.y(ofRow: rows.lowerBound)),
                            to: Point(x: x, y: layout.grid.y(ofRow: rows.upperBound)),
                            thickness: style.thickness, ink: style.ink)))
            }
        }
        return items
    }

    /// Rules in the middle of the white row above each story. There is none under furniture: a masthead has rules of its own.
    private func horizontal(_ cells: [GridRect]) -> [Item] {
        guard let style = layout.separators.horizontal else { return [] }
        return cells.filter { $0.rows.lowerBound > 0 && !isUnderFurniture($0) }.map { cell in
            let frame = layout.grid.rect(cell)
            let y = frame.y - layout.grid.leading / 2
            return .rule(
                Rule(
                    from: Point(x: frame.x, y: y), to: Point(x: frame.maxX, y: y), thickness: style.thickness,
                    ink: style.ink))
        }
    }

    private func isUnderFurniture(_ cell: GridRect) -> Bool {
        layout.furniture.contains { block in
            guard case .grid(let above) = block.position else { return false }
            return above.columns.overlaps(cell.columns)
                && (cell.rows.lowerBound - 1...cell.rows.lowerBound).contains(above.rows.upperBound)
        }
    }
}

extension GridRect {
    /// Whether the rectangle ends in the row before the other begins, and covers all of its columns.
    fileprivate func isRight(above other: GridRect) -> Bool {
        rows.upperBound + 1 == other.rows.lowerBound && columns.lowerBound <= other.columns.lowerBound
            && columns.upperBound >= other.columns.upperBound
    }
}
