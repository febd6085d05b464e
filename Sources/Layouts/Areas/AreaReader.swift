import Diagnostics
import MarkedYAML
import Pages

/// Reads `areas`: the rectangles that the file reserves for stories.
///
///     areas:
///       picture: |
///         1-15  | M M M M 2 2
///         17-35 | 1 1 1 1 3 3
///       1: {rank: 1}
///       3: {rank: 4, photo: {columns: 1, rows: 12, side: right}, box: {tint: 8%}}
///       notice: {columns: 1-2, rows: 90-106, story: next}
///       poem: {columns: 6, rows: 60-106, story: {section: 副刊}, direction: vertical, legs: 2}
///
/// An area whose name is a number takes the page's story of that number in the order of the copy, and may be drawn without
/// having a group. Other areas name their `story`.
struct AreaReader {
    let cells: CellsReader
    let reporter: Reporter

    /// The key of the picture, which is not an area.
    static let pictureKey = "picture"

    /// The areas in reading order.
    ///
    /// - Parameter furniture: the letters and names under which the picture may draw furniture.
    func areas(_ groups: MappingReader?, furniture: Set<String>) -> [Area] {
        var names: [String: String] = [:]
        let areas = declared(groups, furniture, &names) + drawnOnly(Set(names.keys), furniture)
        reportDuplicates(areas)
        return inReadingOrder(areas)
    }

    /// The areas that have a group.
    ///
    /// - Parameter names: receives the area's name for each letter.
    private func declared(
        _ groups: MappingReader?, _ furniture: Set<String>, _ names: inout [String: String]
    ) -> [Area] {
        guard let groups else { return [] }
        var areas: [Area] = []
        for name in groups.keys where name != Self.pictureKey {
            guard let group = groups.mapping(name, as: "the area “\(name)”") else {
                // “lead:” without a value is an area if the picture draws it.
                names[name] = name
                areas += cells.picture.drawn[name].map { [drawnArea($0)] } ?? []
                continue
            }
            let letter = cells.letter(group, name: name)
            let area = area(name, group, place: groups.place(of: name))
            group.finish()
            if let other = names[letter] {
                reporter.error(
                    at: group.node("letter")?.place ?? group.place,
                    "the areas “\(other)” and “\(name)” have the same letter “\(letter)”",
                    hints: "give each a letter of its own")
            } else if furniture.contains(letter) {
                reporter.error(
                    at: groups.place(of: name), "“\(letter)” is a piece of furniture already",
                    hints: "give the area another name or letter")
            } else {
                names[letter] = name
                areas += area.map { [$0] } ?? []
            }
        }
        return areas
    }

    /// The areas that are drawn and have no group. Unknown letters of the picture are reported.
    private func drawnOnly(_ declared: Set<String>, _ furniture: Set<String>) -> [Area] {
        let names = declared.union(furniture)
        return cells.picture.letters.filter { !names.contains($0) }.compactMap { letter in
            let drawn = cells.picture.drawn[letter]!
            if StorySelectorReader.number(letter) != nil { return drawnArea(drawn) }
            reporter.report(.unknown("area or furniture", letter, among: names, at: drawn.place))
            return nil
        }
    }

    private func drawnArea(_ drawn: AreaPicture.Drawn) -> Area {
        Area(
            name: drawn.letter, cells: drawn.cells, story: StorySelectorReader.standard(of: drawn.letter),
            place: drawn.place)
    }

    private func area(_ name: String, _ group: MappingReader, place: SourcePlace) -> Area? {
        let cells = cells.cells(group, name: name, title: "the area “\(name)”")
        let story = StorySelectorReader(reporter: reporter).selector(of: name, group)
        let rank = group.count("rank", of: .none, in: 1...20)
        let photo = group.mapping("photo", as: "the photo of “\(name)”").map {
            self.photo($0, in: cells, legs: group.node("legs")?.text.flatMap { Int($0) }, name)
        }
        let box = group.mapping("box", as: "the box of “\(name)”").map(BoxStyle.init)
        let legs = group.count("legs", of: .none, in: 1...GridReader.mostColumns)
        let direction = group.choice("direction", as: LineDirection.self)
        let headline = group.choice("headline", as: LineDirection.self) ?? .horizontal
        guard let cells else { return nil }
        return Area(
            name: name, cells: cells, story: story, rank: rank, photo: photo, box: box, legs: legs,
            direction: direction, headline: headline, place: place)
    }

    private func photo(_ group: MappingReader, in cells: GridRect?, legs: Int?, _ name: String) -> PhotoWish {
        let columns = group.count("columns", of: .none, in: 1...GridReader.mostColumns)
        let rows = group.count("rows", of: .row, in: 1...2000)
        let side = group.choice("side", as: PhotoWish.Side.self) ?? .right
        group.finish()
        if let columns, let most = legs ?? cells?.columns.count, columns > most {
            reporter.error(
                at: group.node("columns")?.place,
                "the photo is \(columns) columns wide, its area “\(name)” has \(most)",
                hints: "columns: \(most) is the widest that fits")
        }
        if let rows, let cells, rows > cells.rows.count {
            reporter.error(
                at: group.node("rows")?.place,
                "the photo is \(rows) rows high, its area “\(name)” has \(cells.rows.count)",
                hints: "leave rows for the headline and the text as well")
        }
        return PhotoWish(columns: columns ?? 1, rows: rows, side: side)
    }

    private func reportDuplicates(_ areas: [Area]) {
        var first: [Area.Selector: Area] = [:]
        for area in areas where area.story.isOne {
            guard let other = first[area.story] else {
                first[area.story] = area
                continue
            }
            reporter.error(
                at: area.place, "the areas “\(other.name)” and “\(area.name)” take the same story",
                hints: "give each a story of its own")
        }
    }

    /// The areas from the top and from the left: the order in which those with the next story get theirs.
    private func inReadingOrder(_ areas: [Area]) -> [Area] {
        areas.enumerated().sorted { a, b in
            (a.element.cells.rows.lowerBound, a.element.cells.columns.lowerBound, a.offset)
                < (b.element.cells.rows.lowerBound, b.element.cells.columns.lowerBound, b.offset)
        }.map(\.element)
    }
}

extension Area.Selector {
    /// Whether the selector names one particular story.
    fileprivate var isOne: Bool {
        switch self {
        case .number, .id: true
        case .rule, .next: false
        }
    }
}

extension BoxStyle {
    /// Reads a box: `frame: true`, `tint: 8%`, or both.
    init(_ group: MappingReader) {
        self.init(frame: group.flag("frame") ?? false, tint: group.share("tint") ?? 0)
        group.finish()
    }
}
