public import Diagnostics
public import Pages

/// A piece of furniture, which every page of a kind has: masthead, ear, folio, bands.
///
/// A block is a rectangle of the grid, or a strip in the head or foot margin. Its parts are placed in rows of the page's
/// leading, counted from the block's top, and may stand at fractions of a row.
public struct FurnitureBlock: Hashable, Sendable {
    public var name: String
    public var position: Position
    public var frame: Box.Frame?
    /// The ink of the block's ground; nil for none.
    public var fill: Ink?
    /// The parts in the order in which they are painted.
    public var parts: [FurniturePart]
    /// Where the file names the block.
    public var place: SourcePlace

    public enum Position: Hashable, Sendable {
        case grid(GridRect)
        /// Over the whole width of the type area, at a distance above its top.
        case head(height: Length, above: Length)
        /// Over the whole width of the type area, at a distance below its foot.
        case foot(height: Length, below: Length)
    }

    public init(
        name: String, position: Position, frame: Box.Frame? = nil, fill: Ink? = nil, parts: [FurniturePart],
        place: SourcePlace
    ) {
        self.name = name
        self.position = position
        self.frame = frame
        self.fill = fill
        self.parts = parts
        self.place = place
    }
}

/// A part of a block.
public enum FurniturePart: Hashable, Sendable {
    case text(FurnitureText)
    case rule(FurnitureRule)
    case image(FurnitureImage)
    case band(FurnitureBand)
    case index(FurnitureIndex)
}

/// The place of a part in its block.
public struct FurnitureStrip: Hashable, Sendable {
    /// The distance from the block's top, in rows of the page's leading.
    public var row: Double
    /// The strip's height in rows of the page's leading. A part that is lower stands in the vertical middle.
    public var rows: Double
    /// The strip's left end, as a share of the block's width.
    public var from: Double
    /// The strip's right end, as a share of the block's width.
    public var to: Double

    public init(row: Double, rows: Double, from: Double = 0, to: Double = 1) {
        self.row = row
        self.rows = rows
        self.from = from
        self.to = to
    }
}

/// A text with placeholders: {date}, {weekday}, {lunar}, {issue}, {total}, {page}, {facing}, {pages}, {section},
/// {editors}, {paper.KEY}, {today.KEY}.
public struct FurnitureText: Hashable, Sendable {
    public var template: String
    public var style: TextStyle
    public var strip: FurnitureStrip
    public var direction: LineDirection
    public var place: SourcePlace

    public init(
        template: String, style: TextStyle, strip: FurnitureStrip, direction: LineDirection = .horizontal,
        place: SourcePlace
    ) {
        self.template = template
        self.style = style
        self.strip = strip
        self.direction = direction
        self.place = place
    }
}

/// A rule across a block, or an upright one.
public struct FurnitureRule: Hashable, Sendable {
    public var strip: FurnitureStrip
    public var kind: Kind
    /// The thickness of a single rule, or of the thick half of a double one.
    public var thickness: Length
    public var ink: Ink

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case single
        /// A thick rule above a thin one (文武线).
        case thickThin = "thick-thin"
        /// A thin rule above a thick one.
        case thinThick = "thin-thick"
        /// From the top of its strip to the foot, at the strip's left end.
        case upright
    }

    public init(strip: FurnitureStrip, kind: Kind, thickness: Length, ink: Ink = .black) {
        self.strip = strip
        self.kind = kind
        self.thickness = thickness
        self.ink = ink
    }
}

/// A nameplate or logo as a picture, as large as it fits its strip, in its own proportions.
public struct FurnitureImage: Hashable, Sendable {
    /// A JPEG, PNG or SVG file.
    public var file: String
    public var strip: FurnitureStrip
    /// The place in the strip's width.
    public var align: TextStyle.Alignment
    /// The picture's height divided by its width; nil until the file has been read.
    public var shape: Double?
    public var place: SourcePlace

    public init(
        file: String, strip: FurnitureStrip, align: TextStyle.Alignment = .center, place: SourcePlace
    ) {
        self.file = file
        self.strip = strip
        self.align = align
        self.place = place
    }
}

/// A coloured ground under the parts that follow it in the block.
public struct FurnitureBand: Hashable, Sendable {
    public var strip: FurnitureStrip
    public var ink: Ink

    public init(strip: FurnitureStrip, ink: Ink) {
        self.strip = strip
        self.ink = ink
    }
}

/// The index of the day (今日导读): an entry for each story on other pages.
public struct FurnitureIndex: Hashable, Sendable {
    /// The text of an entry, with the placeholders {title}, {page} and {section}.
    public var template: String
    /// The most entries.
    public var entries: Int
    public var style: TextStyle
    public var strip: FurnitureStrip
    public var place: SourcePlace

    public init(template: String, entries: Int, style: TextStyle, strip: FurnitureStrip, place: SourcePlace) {
        self.template = template
        self.entries = entries
        self.style = style
        self.strip = strip
        self.place = place
    }
}
