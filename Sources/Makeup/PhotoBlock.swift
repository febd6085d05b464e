internal import Copy
public import Layouts
public import Pages
public import Typesetting

/// A photo with its caption and credit, in whole columns and rows.
public struct PhotoBlock: Hashable, Sendable {
    public var columns: Int
    public var rows: Int
    /// Items; places count from the block's top left corner.
    public var frame: Rect
    public var crop: PlacedImage.Crop
    public var caption: [SetLine]
    public var strays: [Stray]
    /// How much of the picture's height or width was cropped away, as a share.
    public var cropped: Double
}

/// Makes photo blocks: whole rows, cropped about the photo's focus, never stretched.
public struct PhotoMaker {
    let layout: Layout
    let setter: Typesetter

    public init(layout: Layout, setter: Typesetter) {
        self.layout = layout
        self.setter = setter
    }

    /// White under the caption, in rows: it parts the block from the text below.
    private static let rowsBelow = 0.5

    /// The block over so many columns; its rows are the nearest whole number to the picture's natural height unless
    /// they are given.
    public func block(_ picture: Picture, columns: Int, rows: Int? = nil) -> PhotoBlock {
        let grid = layout.grid
        let width = grid.width(of: columns)
        let (caption, strays) = self.caption(picture, width: width)
        let style = layout[.caption]
        let words = caption.isEmpty
            ? Length.zero : layout.photos.captionGap + style.leading * Double(Set(caption.map { $0.runs.first?.origin.y ?? .zero }).count)
        let below = grid.leading * Self.rowsBelow
        let natural = width * picture.shape
        let rows = rows ?? max(3, Int(((natural + words + below) / grid.leading).rounded()))
        let height = max(grid.leading, grid.leading * Double(rows) - words - below)
        let crop = Self.crop(picture, height / width)
        let baseline = height + layout.photos.captionGap
        return PhotoBlock(
            columns: columns, rows: rows, frame: Rect(x: .zero, y: .zero, width: width, height: height), crop: crop,
            caption: caption.map { $0.moved(y: baseline) }, strays: strays, cropped: 1 - min(crop.width, crop.height))
    }

    /// The part of the picture that a frame of another shape shows: as much as it can, about the focus.
    static func crop(_ picture: Picture, _ shape: Double) -> PlacedImage.Crop {
        let focus = picture.photo.focus
        func start(_ centre: Double, _ size: Double) -> Double { min(max(0, centre - size / 2), 1 - size) }
        if shape < picture.shape {
            let height = shape / picture.shape
            return PlacedImage.Crop(x: 0, y: start(focus.y, height), width: 1, height: height)
        }
        let width = picture.shape / shape
        return PlacedImage.Crop(x: start(focus.x, width), y: 0, width: width, height: 1)
    }

    /// Caption at the left, credit at the right end of the same line when it fits, else on a line of its own.
    private func caption(_ picture: Picture, width: Length) -> ([SetLine], [Stray]) {
        let style = layout[.caption], creditStyle = layout[.credit]
        func placed(_ line: SetLine, _ number: Int) -> SetLine {
            line.moved(y: style.leading * Double(number) + GalleyLine.baseline(of: style, in: style.leading))
        }
        var lines: [SetLine] = []
        var strays: [Stray] = []
        if !picture.photo.caption.isEmpty {
            let set = setter.paragraph(
                StyledText(picture.photo.caption, role: style.role), style: style, measure: width)
            lines = set.lines.enumerated().map { placed($1, $0) }
            strays = set.strays
        }
        guard let credit = picture.photo.credit else { return (lines, strays) }
        let set = setter.line(StyledText(credit, role: creditStyle.role), style: creditStyle)
        strays += set.strays
        let own = set.lines[0]
        let last = lines.last?.width ?? .zero
        let fits = !lines.isEmpty && last + own.width + style.size <= width
        let row = fits ? lines.count - 1 : lines.count
        lines.append(placed(own, row).moved(x: width - own.width))
        return (lines, strays)
    }
}
