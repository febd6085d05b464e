public import Diagnostics
public import Pages

/// What stands on every page of a kind, whatever the day's stories: masthead, ear, folio, bands.
///
/// A block is a rectangle of the grid, or a strip in the head or foot margin; its parts are placed in rows of the
/// page's leading, counted from the block's top, and may stand at fractions of a row.
public struct FurnitureBlock: Hashable, Sendable {
    public var name: String
    public var position: Position
    public var frame: Box.Frame?
    public var fill: Ink?
    public var parts: [FurniturePart]
    public var place: SourcePlace

    public enum Position: Hashable, Sendable {
        case grid(GridRect)
        /// Over the type area's whole width, so far above its top.
        case head(height: Length, above: Length)
        /// Over the type area's whole width, so far below its foot.
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

public enum FurniturePart: Hashable, Sendable {
    case text(FurnitureText)
    case rule(FurnitureRule)
    case image(FurnitureImage)
    case band(FurnitureBand)
    case index(FurnitureIndex)
}

/// Where in its block a part stands.
public struct FurnitureStrip: Hashable, Sendable {
    /// Rows of the page's leading from the block's top, and how many rows high; what is lower stands in the middle.
    public var row: Double
    public var rows: Double
    /// The part of the block's width that it may use, in shares from its left edge.
    public var from: Double
    public var to: Double

    public init(row: Double, rows: Double, from: Double = 0, to: Double = 1) {
        self.row = row
        self.rows = rows
        self.from = from
        self.to = to
    }
}

/// A text with placeholders: {date}, {weekday}, {lunar}, {issue}, {total}, {page}, {pages}, {section}, {editors},
/// {paper.KEY}, {today.KEY}.
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

/// A rule across a block, or down it.
public struct FurnitureRule: Hashable, Sendable {
    public var strip: FurnitureStrip
    public var kind: Kind
    public var thickness: Length
    public var ink: Ink

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case single
        /// 文武线: a thick rule over a thin one.
        case thickThin = "thick-thin"
        case thinThick = "thin-thick"
        /// From the top of its strip to the foot, where the strip begins.
        case upright
    }

    public init(strip: FurnitureStrip, kind: Kind, thickness: Length, ink: Ink = .black) {
        self.strip = strip
        self.kind = kind
        self.thickness = thickness
        self.ink = ink
    }
}

/// A nameplate or mark as a picture: as large as its strip holds it, in its own proportions.
public struct FurnitureImage: Hashable, Sendable {
    /// A JPEG, PNG or SVG file.
    public var file: String
    public var strip: FurnitureStrip
    /// Where in the strip's width it stands.
    public var align: TextStyle.Alignment
    /// Height over width, once somebody has looked into the file.
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

/// A coloured ground under what comes after it in the block.
public struct FurnitureBand: Hashable, Sendable {
    public var strip: FurnitureStrip
    public var ink: Ink

    public init(strip: FurnitureStrip, ink: Ink) {
        self.strip = strip
        self.ink = ink
    }
}

/// The index of the day (今日导读): what else the edition has, an entry a story.
public struct FurnitureIndex: Hashable, Sendable {
    /// An entry, with {title}, {page} and {section}.
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
