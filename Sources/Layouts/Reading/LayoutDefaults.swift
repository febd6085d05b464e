import Pages

/// What a layout file may leave out. Every value that the readers assume stands here and nowhere else.
///
/// Sizes are those of a broadsheet, whose body is 9 pt; smaller pages take them in proportion. They follow the look of
/// Chinese dailies: hard news in hei, features in song-heavy, decks and captions in kai.
enum LayoutDefaults {
    static let page = "对开"
    static let bleed = Length.mm(3)
    static let bodySize = Length.pt(9)
    /// Leading over size of body type: 13 pt on 9 pt.
    static let bodyLeading = 13.0 / 9
    static let columns = 6
    /// In body characters.
    static let gutter = 1.5
    /// The margin that is kept when measure or rows are left to the reader, as a share of the page's width.
    static let margin = 0.055
    /// Less white than this at the paper's edge and the press's grippers or the guillotine reach the type.
    static let leastMargin = Length.mm(5)

    /// The roles that fonts/roles.yaml ships with.
    static let roles: Set<String> = ["song", "song-heavy", "hei", "hei-heavy", "kai", "fangsong", "latin"]

    /// The styles that composition asks for.
    static func style(_ name: StyleName, _ units: Units) -> TextStyle {
        let body = units.character ?? bodySize
        let row = units.row ?? body * bodyLeading
        return switch name {
        case .body: TextStyle(role: "song", size: body, leading: row, align: .justify, indent: 2)
        case .byline: TextStyle(role: "kai", size: body, leading: row, align: .center)
        case .subhead: TextStyle(role: "hei", size: half(body * 1.17), leading: row, align: .center)
        case .caption: TextStyle(role: "kai", size: half(body * 0.94), leading: half(row * 0.92))
        case .credit: TextStyle(role: "kai", size: half(body * 0.94), leading: half(row * 0.92), align: .right)
        case .quote: TextStyle(role: "kai", size: half(body * 1.25), leading: row, align: .center)
        }
    }

    /// A style that is neither composition's own nor like another.
    static func plainStyle(_ units: Units) -> TextStyle {
        var style = style(.body, units)
        (style.align, style.indent) = (.left, 0)
        return style
    }

    /// Headline sizes by rank, with the kicker's and the deck's, all in points on a broadsheet.
    private static let ranks: [(role: String, sizes: [Double], lines: Int, kicker: Double, deck: Double)] = [
        ("hei-heavy", [54, 50, 46, 44], 2, 20, 22),
        ("song-heavy", [36, 33, 30], 2, 16, 18),
        ("hei-heavy", [28, 26, 24], 2, 14, 15),
        ("hei-heavy", [21, 20, 19, 18], 2, 12, 13),
        ("hei", [14, 13, 12], 2, 10.5, 10.5),
    ]

    static var rankCount: Int { ranks.count }

    /// The headline of a rank; ranks beyond the last are set as the last.
    static func headline(rank: Int, pageWidth: Length) -> HeadlineStyle {
        let rank = ranks[min(max(rank, 1), ranks.count) - 1]
        let scale = headlineScale(pageWidth: pageWidth)
        func lines(_ role: String, _ points: Double, _ leading: Double) -> TextStyle {
            let size = half(.pt(points * scale))
            return TextStyle(role: role, size: size, leading: size * leading, align: .center)
        }
        return HeadlineStyle(
            title: lines(rank.role, rank.sizes[0], titleLeading), sizes: rank.sizes.map { half(.pt($0 * scale)) },
            maxLines: rank.lines, kicker: lines("kai", rank.kicker, kickerLeading),
            deck: lines("kai", rank.deck, deckLeading), rowsAbove: 1, rowsBelow: 1)
    }

    /// Leading over size of the three parts of a headline.
    static let titleLeading = 1.15
    static let kickerLeading = 1.2
    static let deckLeading = 1.3

    /// 1 on a broadsheet (390 mm), 0.8 on a tabloid (270 mm), and on that line for pages between and below.
    private static func headlineScale(pageWidth: Length) -> Double {
        min(1, max(0.5, 0.35 + pageWidth.millimetres / 600))
    }

    /// Boxed stories of a page: more than a few, and none stands out.
    static let boxes = 0
    static let mostBoxes = 4

    static let ruleThickness = Length.pt(0.5)
    /// 文武线: its thick half.
    static let doubleRuleThickness = Length.pt(1.5)

    /// To the half point: what type is specified in.
    private static func half(_ length: Length) -> Length { .pt((length.points * 2).rounded() / 2) }
}
