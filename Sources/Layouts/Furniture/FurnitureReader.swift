import Diagnostics
import MarkedYAML
import Pages

/// Reads `furniture`: the blocks that every page has.
///
///     furniture:
///       masthead:
///         letter: M                 # drawn in the picture under this letter; or columns and rows
///         parts: [ … ]              # see FurniturePartReader
///       folio:
///         foot: {height: 5mm, below: 4mm}
///         parts: [ … ]
///
/// A block stands on the grid or in a margin: `head` is a strip above the grid, `foot` one below it.
struct FurnitureReader {
    let cells: CellsReader
    let parts: FurniturePartReader
    let grid: Grid
    /// The margins that contain head and foot; nil if the page is wrong.
    let margins: PageFormat.Margins?
    let reporter: Reporter

    func blocks(_ groups: MappingReader?) -> [FurnitureBlock] {
        guard let groups else { return [] }
        return groups.keys.compactMap { name in
            groups.mapping(name, as: "the furniture “\(name)”").flatMap {
                block(name, $0, place: groups.place(of: name))
            }
        }
    }

    /// The words that stand for furniture in the picture.
    func letters(_ groups: MappingReader?) -> Set<String> {
        guard let groups else { return [] }
        return Set(
            groups.keys.map { name in
                guard case .mapping(let pairs)? = groups.node(name)?.content else { return name }
                return pairs.first { $0.key.text == "letter" }?.value.text ?? name
            })
    }

    private func block(_ name: String, _ group: MappingReader, place: SourcePlace) -> FurnitureBlock? {
        let title = "the furniture “\(name)”"
        let head = group.mapping("head", as: "the head of \(title)")
        let foot = group.mapping("foot", as: "the foot of \(title)")
        var position: FurnitureBlock.Position?
        if let strip = head ?? foot {
            if head != nil, foot != nil {
                reporter.error(
                    at: group.place(of: "foot"), "\(title) stands in the head and in the foot",
                    hints: "make two pieces of it")
            }
            position = self.strip(strip, isHead: head != nil, title)
            for key in ["letter", "columns", "rows"] where group.node(key) != nil {
                reporter.error(
                    at: group.place(of: key), "\(title) stands in the margin and has \(key) as well",
                    hints: "keep one of the two")
            }
        } else {
            position = cells.cells(group, name: name, title: title).map { .grid($0) }
        }
        let height = position.map(extent)
        let frame = parts.styles.palette.line("frame", in: group, otherwise: nil)
        let fill = parts.styles.palette.ink("fill", in: group)
        let read = group.list("parts").compactMap { parts.part($0, of: title, height: height) }
        group.finish()
        return position.map {
            FurnitureBlock(name: name, position: $0, frame: frame, fill: fill, parts: read, place: place)
        }
    }

    /// The block's height.
    private func extent(_ position: FurnitureBlock.Position) -> Length {
        switch position {
        case .grid(let cells): return grid.pageRect(cells).height
        case .head(let height, _), .foot(let height, _): return height
        }
    }

    private func strip(_ group: MappingReader, isHead: Bool, _ title: String) -> FurnitureBlock.Position {
        let units = parts.styles.units
        let height = group.length("height", units, atLeast: .pt(1)) ?? parts.row
        let distance = group.length(isHead ? "above" : "below", units) ?? parts.row
        group.finish()
        let edge = isHead ? "top" : "bottom"
        if let margin = isHead ? margins?.top : margins?.bottom, height + distance > margin + .tolerance {
            reporter.error(
                at: group.place,
                "\(title) needs \((height + distance).inMillimetres), and the \(edge) margin is \(margin.inMillimetres)",
                hints: "make it lower or nearer, or the margin larger")
        }
        return isHead ? .head(height: height, above: distance) : .foot(height: height, below: distance)
    }
}
