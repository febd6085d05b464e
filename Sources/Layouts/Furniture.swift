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
}

/// A text with placeholders: {date}, {weekday}, {lunar}, {issue}, {total}, {page}, {pages}, {section}, {editors},
/// {paper.KEY}, {today.KEY}.
public struct FurnitureText: Hashable, Sendable {
    public var template: String
    public var style: TextStyle
    /// Rows from the block's top at which the line's box starts, and how high it is; the text stands in its middle.
    public var row: Double
    public var rows: Double
    /// The part of the block's width that the line may use, in shares from its left edge.
    public var from: Double
    public var to: Double
    public var place: SourcePlace

    public init(
        template: String, style: TextStyle, row: Double, rows: Double, from: Double = 0, to: Double = 1,
        place: SourcePlace
    ) {
        self.template = template
        self.style = style
        self.row = row
        self.rows = rows
        self.from = from
        self.to = to
        self.place = place
    }
}

/// A rule across a block.
public struct FurnitureRule: Hashable, Sendable {
    /// Rows from the block's top.
    public var row: Double
    public var kind: Kind
    public var thickness: Length
    public var ink: Ink

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case single
        /// 文武线: a thick rule over a thin one.
        case thickThin = "thick-thin"
        case thinThick = "thin-thick"
    }

    public init(row: Double, kind: Kind, thickness: Length, ink: Ink = .black) {
        self.row = row
        self.kind = kind
        self.thickness = thickness
        self.ink = ink
    }
}

/// A nameplate or mark as a picture, scaled to fit its rows.
public struct FurnitureImage: Hashable, Sendable {
    public var file: String
    public var row: Double
    public var rows: Double
    public var place: SourcePlace

    public init(file: String, row: Double, rows: Double, place: SourcePlace) {
        self.file = file
        self.row = row
        self.rows = rows
        self.place = place
    }
}
