internal import Diagnostics
internal import Layouts
internal import Pages
internal import Typesetting

/// Builds the furniture of a page: masthead, ear, folio and the other blocks of its layout.
struct FurnitureBuilder {
    let layout: Layout
    let typesetter: Typesetter
    let values: PlaceholderValues

    func items(_ reporter: Reporter) -> [Item] {
        layout.furniture.map { block in
            let frame = rect(of: block.position)
            var items: [Item] = []
            if block.fill != nil || block.frame != nil {
                items.append(.box(Box(rect: frame, fill: block.fill, frame: block.frame)))
            }
            for part in block.parts {
                switch part {
                case .text(let text):
                    items += FurnitureTextBuilder(typesetter: typesetter, values: values)
                        .items(text, in: rect(of: text.strip, in: frame), reporter)
                case .index(let index):
                    items += IndexBuilder(typesetter: typesetter, entries: values.entries)
                        .items(index, in: rect(of: index.strip, in: frame))
                case .rule(let rule): items += self.rule(rule, in: rect(of: rule.strip, in: frame))
                case .image(let image): items.append(self.image(image, in: rect(of: image.strip, in: frame)))
                case .band(let band):
                    items.append(.box(Box(rect: rect(of: band.strip, in: frame), fill: band.ink)))
                }
            }
            return .group(Group(role: .furniture(block.name), items: items))
        }
    }

    private func rect(of position: FurnitureBlock.Position) -> Rect {
        let area = layout.grid.typeArea
        switch position {
        case .grid(let cells): return layout.grid.pageRect(cells)
        case .head(let height, let above):
            return Rect(x: area.x, y: area.y - above - height, width: area.width, height: height)
        case .foot(let height, let below):
            return Rect(x: area.x, y: area.maxY + below, width: area.width, height: height)
        }
    }

    private func rect(of strip: FurnitureStrip, in block: Rect) -> Rect {
        let leading = layout.grid.leading
        return Rect(
            x: block.x + block.width * strip.from, y: block.y + leading * strip.row,
            width: block.width * (strip.to - strip.from), height: leading * strip.rows)
    }

    /// The thinnest line that a printing plate holds.
    private static let hairline = Length.pt(0.25)

    /// A double rule (文武线): a thick line, a space of the same width, and a thin line. The thin line has a fifth of the
    /// thick line's width, but at least that of a hairline.
    private func rule(_ rule: FurnitureRule, in frame: Rect) -> [Item] {
        func line(_ y: Length, _ thickness: Length) -> Item {
            .rule(
                Rule(from: Point(x: frame.x, y: y), to: Point(x: frame.maxX, y: y), thickness: thickness, ink: rule.ink)
            )
        }
        let thin = max(rule.thickness / 5, min(rule.thickness, Self.hairline))
        let apart = rule.thickness / 2 + rule.thickness + thin / 2
        switch rule.kind {
        case .single: return [line(frame.y, rule.thickness)]
        case .thickThin: return [line(frame.y, rule.thickness), line(frame.y + apart, thin)]
        case .thinThick: return [line(frame.y, thin), line(frame.y + apart, rule.thickness)]
        case .upright:
            return [
                .rule(
                    Rule(
                        from: Point(x: frame.x, y: frame.y), to: Point(x: frame.x, y: frame.maxY),
                        thickness: rule.thickness, ink: rule.ink))
            ]
        }
    }

    /// The picture, as large as its strip allows. A file that could not be read fills the strip; printing reports the
    /// error.
    private func image(_ image: FurnitureImage, in strip: Rect) -> Item {
        guard let shape = image.shape else { return .image(PlacedImage(file: image.file, frame: strip)) }
        let width = min(strip.width, strip.height / shape)
        let height = width * shape
        let spare = strip.width - width
        let x =
            switch image.align {
            case .left, .justify: strip.x
            case .center, .spread: strip.x + spare / 2
            case .right: strip.x + spare
            }
        let frame = Rect(x: x, y: strip.y + (strip.height - height) / 2, width: width, height: height)
        return .image(PlacedImage(file: image.file, frame: frame))
    }
}
