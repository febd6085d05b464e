internal import Copy
public import Layouts
public import Pages
public import Typesetting

/// A story's photos with their captions and credits, in whole columns and rows.
public struct PhotoBlock: Hashable, Sendable {
    public var columns: Int
    public var rows: Int
    /// One figure for each picture, placed from the block's top left corner.
    public var figures: [Figure]
    /// The largest share of a picture's height or width that is cropped away.
    public var cropped: Double { figures.map(\.cropped).max() ?? 0 }

    public struct Figure: Hashable, Sendable {
        /// The index of the picture in its story.
        public var picture: Int
        public var frame: Rect
        public var crop: PlacedImage.Crop
        public var caption: [ComposedLine]
        /// The label in the frame of a missing picture: the name of its file.
        public var label: [ComposedLine]
        /// Characters of the caption and the credit that the fonts lack.
        public var missingGlyphs: [MissingGlyph] = []
        /// The share of the picture's height or width that is cropped away.
        public var cropped: Double { 1 - min(crop.width, crop.height) }
    }
}

/// The caption and credit of a picture, typeset to a width.
public struct PhotoWords: Hashable, Sendable {
    public var lines: [ComposedLine]
    /// The height of the lines and of the white above them.
    public var height: Length
    public var missingGlyphs: [MissingGlyph]
}

/// Builds photo blocks. A block takes whole rows; photos are cropped about their focus and never stretched.
public struct PhotoBlockBuilder {
    let layout: Layout
    let typesetter: Typesetter

    public init(layout: Layout, typesetter: Typesetter) {
        self.layout = layout
        self.typesetter = typesetter.running(layout.direction)
    }

    /// The white under the last caption, in rows. It separates the block from the text below.
    private static let rowsBelow = 0.5

    /// The arrangement of a story's pictures over a number of columns: side by side if their number divides that of the
    /// columns, otherwise one above the other.
    ///
    /// - Parameter legs: the columns to use instead of the page's.
    public func arrangement(of pictures: [Picture], columns: Int, legs: LegGrid? = nil) -> Arrangement {
        arrangement(of: pictures, pictures.map(text(under:)), columns: columns, legs: legs)
    }

    /// - Parameter texts: the captions and credits of the pictures.
    func arrangement(of pictures: [Picture], _ texts: [Text], columns: Int, legs: LegGrid?) -> Arrangement {
        let legs = legs ?? LegGrid(layout.grid, columns: columns)
        let across = pictures.count > 1 && columns % pictures.count == 0 ? pictures.count : 1
        let span = columns / across
        let width = legs.width(of: span)
        return Arrangement(
            pictures: pictures, columns: columns, across: across, width: width,
            words: texts.map { words($0, width: width) }, labels: pictures.map(label), gutter: legs.gutter,
            grid: layout.grid)
    }

    /// A story's pictures over a number of columns, with typeset captions. Only the height is still open.
    public struct Arrangement: Sendable {
        public let pictures: [Picture]
        public let columns: Int
        let across: Int
        let width: Length
        public let words: [PhotoWords]
        let labels: [ComposedLine?]
        let gutter: Length
        let grid: Grid

        private var below: Length { grid.leading * PhotoBlockBuilder.rowsBelow }

        /// More rows than any page has. A picture that is higher is cropped to it, because all numbers of rows about the
        /// natural one are tried, and a picture of one pixel's width would have millions.
        private static let mostRows = 1000

        /// The number of rows at which the pictures are shown whole, as nearly as whole rows allow; from 3 to 1000.
        public var naturalRows: Int {
            let heights = zip(pictures, words).map { width * $0.shape + $1.height }
            let height = across > 1 ? heights.max()! : heights.reduce(.zero, +)
            return max(3, Int(min(Double(Self.mostRows), ((height + below) / grid.leading).rounded())))
        }

        /// The block in a number of rows.
        public func block(rows: Int) -> PhotoBlock {
            let heights = heights(rows: rows)
            var figures: [PhotoBlock.Figure] = []
            var y = Length.zero
            for (index, picture) in pictures.enumerated() {
                let x = across > 1 ? (width + gutter) * Double(index) : .zero
                figures.append(figure(index, picture, x: x, y: y, height: heights[index]))
                if across == 1 { y += heights[index] + words[index].height }
            }
            return PhotoBlock(columns: columns, rows: rows, figures: figures)
        }

        /// The largest share of a picture's height or width that a block of this number of rows crops away.
        public func cropped(rows: Int) -> Double {
            if pictures.count == 1 {
                let height = grid.leading * Double(rows) - below - words[0].height
                let crop = PhotoBlockBuilder.crop(pictures[0], max(grid.leading, height) / width)
                return 1 - min(crop.width, crop.height)
            }
            return zip(pictures, heights(rows: rows)).map { picture, height in
                let crop = PhotoBlockBuilder.crop(picture, max(grid.leading, height) / width)
                return 1 - min(crop.width, crop.height)
            }.max() ?? 0
        }

        /// The heights of the pictures in a block of this number of rows.
        private func heights(rows: Int) -> [Length] {
            let room = grid.leading * Double(rows) - below
            if across > 1 { return pictures.map { _ in room - words.map(\.height).max()! } }
            let taken = words.map(\.height).reduce(.zero, +)
            let shapes = pictures.map(\.shape).reduce(0, +)
            return pictures.map { (room - taken) * ($0.shape / shapes) }
        }

        private func figure(_ index: Int, _ picture: Picture, x: Length, y: Length, height: Length) -> PhotoBlock.Figure
        {
            let height = max(grid.leading, height)
            return PhotoBlock.Figure(
                picture: index, frame: Rect(x: x, y: y, width: width, height: height),
                crop: PhotoBlockBuilder.crop(picture, height / width),
                caption: words[index].lines.map { $0.moved(x: x, y: y + height) },
                label: [labels[index]].compactMap { $0 }.map {
                    $0.moved(x: x + (width - $0.width) / 2, y: y + height / 2)
                }, missingGlyphs: words[index].missingGlyphs)
        }
    }

    /// The part of a picture that a frame shows: the largest part of the frame's shape (height over width), about the
    /// focus.
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

    /// The label of a missing picture: the name of its file. Nil when the picture is there.
    private func label(of picture: Picture) -> ComposedLine? {
        guard picture.file == nil, let name = picture.photo.file?.split(separator: "/").last else { return nil }
        let style = layout[.caption]
        return typesetter.line(StyledText(String(name), role: style.role), style: style).lines.first
    }

    /// The caption and credit of a picture, shaped for every width.
    struct Text: Sendable {
        fileprivate var caption: ShapedParagraph?
        fileprivate var credit: ComposedParagraph?
    }

    func text(under picture: Picture) -> Text {
        let style = layout[.caption], creditStyle = layout[.credit]
        let caption = picture.photo.caption
        return Text(
            caption: caption.isEmpty
                ? nil : typesetter.shapedParagraph(StyledText(caption, role: style.role), style: style),
            credit: picture.photo.credit.map {
                typesetter.line(StyledText($0, role: creditStyle.role), style: creditStyle)
            })
    }

    /// The caption at the left, and the credit at the right end of the caption's last line if the style asks for that
    /// and the credit fits, otherwise on a line of its own.
    private func words(_ text: Text, width: Length) -> PhotoWords {
        let style = layout[.caption]
        var lines: [ComposedLine] = []
        var missingGlyphs: [MissingGlyph] = []
        var count = 0
        func add(_ line: ComposedLine, row: Int) {
            let y = layout.photos.captionGap + style.leading * Double(row)
            lines.append(line.moved(y: y + GalleyLine.baseline(of: style, in: style.leading)))
            count = row + 1
        }
        if let caption = text.caption {
            let composed = typesetter.paragraph(caption, measure: width)
            for (row, line) in composed.lines.enumerated() { add(line, row: row) }
            missingGlyphs = composed.missingGlyphs
        }
        if let composed = text.credit {
            let line = composed.lines[0]
            let fits =
                layout.photos.credit == .beside && count > 0 && lines.last!.width + line.width + style.size <= width
            add(line.moved(x: width - line.width), row: fits ? count - 1 : count)
            missingGlyphs += composed.missingGlyphs
        }
        let height = count == 0 ? .zero : layout.photos.captionGap + style.leading * Double(count)
        return PhotoWords(lines: lines, height: height, missingGlyphs: missingGlyphs)
    }
}
