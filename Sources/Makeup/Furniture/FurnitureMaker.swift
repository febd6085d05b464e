internal import Diagnostics
internal import Layouts
internal import Pages
internal import Typesetting

/// Draws a page's furniture: masthead, ear, folio and whatever else the layout file has.
struct FurnitureMaker {
    let layout: Layout
    let setter: Typesetter
    let facts: Facts

    func items(_ reporter: Reporter) -> [Item] {
        layout.furniture.map { block in
            let frame = rect(of: block.position)
            var items: [Item] = []
            if block.fill != nil || block.frame != nil {
                items.append(.box(Box(rect: frame, fill: block.fill, frame: block.frame)))
            }
            for part in block.parts {
                switch part {
                case .text(let text): items += self.text(text, in: frame, reporter)
                case .rule(let rule): items += self.rule(rule, in: frame)
                case .image(let image): items.append(self.image(image, in: frame))
                }
            }
            return .group(Group(role: .furniture(block.name), items: items))
        }
    }

    private func rect(of position: FurnitureBlock.Position) -> Rect {
        let grid = layout.grid
        switch position {
        case .grid(let cells): return grid.rect(cells)
        case .head(let height, let above):
            return Rect(x: grid.origin.x, y: grid.origin.y - above - height, width: grid.width, height: height)
        case .foot(let height, let below):
            return Rect(x: grid.origin.x, y: grid.origin.y + grid.height + below, width: grid.width, height: height)
        }
    }

    private func text(_ text: FurnitureText, in frame: Rect, _ reporter: Reporter) -> [Item] {
        let (words, missing) = facts.fill(text.template)
        for name in missing {
            reporter.warning(
                at: text.place, "the edition gives no {\(name)}",
                hints: "add it to edition.yaml, or take it out of the layout")
        }
        let width = frame.width * (text.to - text.from)
        let set = setter.line(StyledText(words, role: text.style.role), style: text.style, within: width)
        guard let line = set.lines.first, !words.isEmpty else { return [] }
        if line.width > width + .pt(0.5) {
            reporter.warning(
                at: text.place,
                "“\(words)” is wider than its place by \(Int((line.width - width).points.rounded(.up))) pt",
                hints: "set it smaller or give it more columns")
        }
        let leading = layout.grid.leading
        let top = frame.y + leading * text.row
        let height = leading * text.rows
        let baseline = top + GalleyLine.baseline(of: text.style, in: height)
        return line.items(at: frame.x + frame.width * text.from, baseline)
    }

    /// A double rule is its thick line, a space as wide, and a thin line a fifth of it (文武线).
    private func rule(_ rule: FurnitureRule, in frame: Rect) -> [Item] {
        let y = frame.y + layout.grid.leading * rule.row
        func line(_ y: Length, _ thickness: Length) -> Item {
            .rule(
                Rule(from: Point(x: frame.x, y: y), to: Point(x: frame.maxX, y: y), thickness: thickness, ink: rule.ink)
            )
        }
        let thin = rule.thickness / 5
        let apart = rule.thickness / 2 + rule.thickness + thin / 2
        switch rule.kind {
        case .single: return [line(y, rule.thickness)]
        case .thickThin: return [line(y, rule.thickness), line(y + apart, thin)]
        case .thinThick: return [line(y, thin), line(y + apart, rule.thickness)]
        }
    }

    private func image(_ image: FurnitureImage, in frame: Rect) -> Item {
        let leading = layout.grid.leading
        return .image(
            PlacedImage(
                file: image.file,
                frame: Rect(
                    x: frame.x, y: frame.y + leading * image.row, width: frame.width, height: leading * image.rows)))
    }
}
