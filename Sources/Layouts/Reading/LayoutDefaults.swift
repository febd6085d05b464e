import Pages

/// The values of keys that a layout file leaves out.
///
/// Sizes are those of a broadsheet with a body of 9 pt; smaller pages use them in proportion. They follow the look of
/// Chinese dailies: hard news in hei, features in song-heavy, decks and captions in kai.
enum LayoutDefaults {
    static let page = "对开"
    static let bleed = Length.mm(3)
    static let bodySize = Length.pt(9)
    /// Leading over size of body type: 13 pt on 9 pt.
    static let bodyLeading = 13.0 / 9
    static let columns = 6
    /// The gutter in body characters.
    static let gutter = 1.5
    /// The margin that the reader leaves if it has to choose the measure or the rows, as a share of the sheet's shorter
    /// side.
    static let margin = 0.055
    /// The least margin: with less white, the press's grippers or the guillotine reach the type.
    static let leastMargin = Length.mm(5)

    /// The font roles of the fonts/roles.yaml that comes with the program.
    static let roles: Set<String> = ["song", "song-heavy", "hei", "hei-heavy", "kai", "fangsong", "latin"]

    /// The styles that composition uses.
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

    /// The base of a style that composition does not use and that is not `like` another.
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

    /// The headline style of a rank; ranks beyond the last one use the last style.
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

    /// The leading of a headline's parts as a multiple of their size.
    static let titleLeading = 1.15
    static let kickerLeading = 1.2
    static let deckLeading = 1.3

    /// The factor for headline sizes: 1 on a broadsheet (390 mm wide), 0.8 on a tabloid (270 mm), linear between and below.
    private static func headlineScale(pageWidth: Length) -> Double {
        min(1, max(0.5, 0.35 + pageWidth.millimetres / 600))
    }

    /// Boxed stories of a page. If there are more than a few, none of them stands out.
    static let boxes = 0
    static let mostBoxes = 4

    static let ruleThickness = Length.pt(0.5)
    /// The thick half of a double rule (文武线).
    static let doubleRuleThickness = Length.pt(1.5)

    /// The length rounded to half points, in which type is specified.
    private static func half(_ length: Length) -> Length { .pt((length.points * 2).rounded() / 2) }
}
