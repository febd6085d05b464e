public import Copy
internal import Diagnostics
internal import Foundation
internal import GeneratedCopy
internal import TestSupport

/// An edition that nobody wrote: as many stories, photos and titles, and as long, as its seed has it. The same seed is
/// the same edition.
public struct GeneratedEdition: Sendable, CustomStringConvertible {
    public var seed: Int
    public var form: Form
    public var character: GeneratedCharacter

    /// The pages that the stories stand on.
    public enum Form: String, CaseIterable, Sendable {
        case broadsheet, tabloid, bulletin
        /// A3, eight narrow columns, and grids of the edition's own.
        case wall, classic, threeColumns, sevenColumns

        /// Those that most editions have.
        public static let usual: [Form] = [.broadsheet, .tabloid, .bulletin]

        var layouts: [String] {
            switch self {
            case .broadsheet: ["broadsheet-auto"]
            case .tabloid: ["tabloid-front", "tabloid-inside"]
            case .bulletin: ["bulletin"]
            case .wall: ["wall-newspaper"]
            case .classic: ["broadsheet-classic-front"]
            case .threeColumns: ["three-columns"]
            case .sevenColumns: ["seven-columns"]
            }
        }

        /// The layout file that the edition brings along.
        var ownLayout: String? {
            switch self {
            case .threeColumns: "extends: tabloid-inside\ngrid: {columns: 3, measure: 22字, gutter: 2字}\n"
            case .sevenColumns: "extends: broadsheet-auto\ngrid: {columns: 7, measure: 14字}\n"
            default: nil
            }
        }

        /// Column-lines beside the masthead, characters in each, and the fewest and most stories.
        var room: (lines: Int, measure: Int, stories: ClosedRange<Int>) {
            switch self {
            case .broadsheet: (580, 17, 5...16)
            case .tabloid: (730, 13, 6...16)
            case .bulletin: (147, 17, 4...9)
            case .wall: (250, 15, 5...12)
            case .classic: (778, 13, 8...16)
            case .threeColumns: (228, 22, 4...9)
            case .sevenColumns: (680, 14, 7...16)
            }
        }
    }

    public init(seed: Int, form: Form, character: GeneratedCharacter = .usual) {
        self.seed = seed
        self.form = form
        self.character = character
    }

    /// The first so many editions, one form after the other.
    public static func editions(_ seeds: Range<Int>) -> [GeneratedEdition] {
        seeds.map { GeneratedEdition(seed: $0, form: Form.usual[$0 % Form.usual.count]) }
    }

    /// One seed in every form and of every character.
    public static func every(_ seed: Int) -> [GeneratedEdition] {
        Form.allCases.flatMap { form in
            GeneratedCharacter.allCases.map { GeneratedEdition(seed: seed, form: form, character: $0) }
        }
    }

    public var description: String { "\(form.rawValue) \(character == .usual ? "" : "\(character.rawValue) ")\(seed)" }

    /// How full the pages are meant to be: most about right, some far too full or too empty.
    private static let fullness = [0.93, 0.95, 0.97, 0.9, 0.94, 1.0, 0.92, 0.75, 0.96, 1.3, 0.91, 0.95]
    /// Rough column-lines that the heads of stories of each rank take, and those of a photo.
    private static let headLines = [36, 20, 13, 9, 5]
    private static let photoLines = 34
    /// On pages of fewer lines heads and photos are about half as high.
    private static let fewLines = 300

    /// - Parameter folder: where its photos are written.
    public func edition(in folder: String) throws -> Edition {
        var chance = SeededRandom(seed)
        var copy = InventedCopy(chance: SeededRandom(seed + 1_000_003), words: character.words)
        let room = form.room
        let count = character.stories(chance.number(in: room.stories), most: room.stories.upperBound)
        let photos = character.photos(chance.number(in: 0...min(5, count)))
        var shares: [Int] = []
        for index in 0..<photos {
            // A second photo now and then goes to the story that has one already.
            let isSame = !shares.isEmpty && chance.isTrue(0.3)
            shares.append(isSame ? shares[index - 1] : chance.number(in: 0...count - 1))
        }
        let weights = (0..<count).map { index -> Double in
            // From briefs to features; the first stories of the copy are the longer ones.
            let base = pow(chance.share(), 2) * 6 + (index < 3 ? 1.5 : 0.15)
            return character.weight(shares.contains(index) && chance.isTrue(0.3) ? 0.1 : base, at: index)
        }
        let heads = (0..<count).reduce(0) { $0 + Self.headLines[min($1, Self.headLines.count - 1)] }
        let goal = Double(room.lines) * chance.pick(Self.fullness)
        let scale = room.lines < Self.fewLines ? 0.45 : 1.0
        let body = max(
            Double(2 * count), goal - Double(heads) * scale - Double(photos * Self.photoLines) * scale)
        let sum = weights.reduce(0, +)
        let stories = try (0..<count).map { index in
            let lines = max(2, Int(body * weights[index] / sum))
            return try story(
                index, lines: lines, photos: shares.filter { $0 == index }.count, folder, &chance, &copy)
        }
        let place = SourcePlace(file: folder + "/edition.yaml", line: 1)
        if let layout = form.ownLayout {
            try FileManager.default.createDirectory(atPath: folder + "/layouts", withIntermediateDirectories: true)
            try writeFile(Array(layout.utf8), to: "\(folder)/layouts/\(form.layouts[0]).yaml")
        }
        let pages = form.layouts.enumerated().map { index, layout in
            EditionPage(
                layout: layout, layoutPlace: place, section: "综合", editors: "责任编辑 李群",
                articles: index == 0 ? stories : [])
        }
        return Edition(
            folder: folder, paper: ["name": "沿江日报", "publisher": "沿江日报社"],
            date: CalendarDate(year: 2023, month: 6, day: 21), issue: "\(seed)", language: character.language,
            pages: pages, place: place)
    }

    /// A story of about so many lines.
    func story(
        _ index: Int, lines: Int, photos: Int, _ folder: String, _ chance: inout SeededRandom,
        _ copy: inout InventedCopy
    ) throws -> Article {
        let place = SourcePlace(file: folder + "/copy/s\(index + 1).md", line: 1)
        var left = lines * form.room.measure
        var body: [Block] = []
        while left > 0 {
            let characters = min(left, chance.number(in: 40...190))
            if lines > 60, body.count % 5 == 4, left > 150 {
                body.append(.subhead([copy.title(chance.number(in: 5...9))], place: place))
            }
            // The last paragraph takes crumbs along.
            let taken = left - characters < 20 ? left : characters
            body.append(.paragraph(Paragraph(copy.paragraph(taken), place: place)))
            left -= taken
        }
        if lines > 40, chance.isTrue(0.15) {
            body.insert(.quote(Paragraph(copy.paragraph(28), place: place)), at: body.count / 2)
        }
        let isLarge = lines > 25
        return Article(
            id: "s\(index + 1)", title: copy.title(chance.number(in: character.titleLength(isLarge ? 6...24 : 4...16))),
            kicker: isLarge && chance.isTrue(0.3) ? copy.title(chance.number(in: 6...12)) : nil,
            deck: isLarge && chance.isTrue(0.3) ? "——" + copy.title(chance.number(in: 8...16)) : nil,
            byline: chance.isTrue(0.15) ? "本报记者 李群" : nil, rank: character.rank(at: index), body: body,
            photos: try (0..<photos).map { try photo(index, $0, folder, place, &chance, &copy) }, place: place)
    }

    private static let shapes = [(1800, 1200), (1800, 1200), (1200, 1800), (1500, 1500), (2400, 1000), (1600, 1200)]

    private func photo(
        _ story: Int, _ number: Int, _ folder: String, _ place: SourcePlace, _ chance: inout SeededRandom,
        _ copy: inout InventedCopy
    ) throws -> Photo {
        let shape = chance.pick(Self.shapes)
        let file = folder + "/photos/s\(story + 1)-\(number + 1).png"
        // One in twelve was forgotten.
        if !chance.isTrue(1.0 / 12) { try PictureFile(width: shape.0, height: shape.1).write(to: file) }
        return Photo(
            file: file, caption: copy.paragraph(chance.number(in: 10...44)),
            credit: chance.isTrue(0.7) ? "记者 李群 摄" : nil, after: number,
            focus: Photo.Focus(x: chance.share(), y: chance.share()), place: place)
    }
}
