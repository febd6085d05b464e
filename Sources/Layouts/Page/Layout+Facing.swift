internal import Pages

extension Layout {
    /// The layout of the page with a number.
    ///
    /// The file describes odd pages; if pages are facing, even ones are their mirror image. The inner and outer margins
    /// change sides, and so does furniture in head and foot. Stories and furniture on the grid stay in their columns.
    public func side(ofPage number: Int) -> Layout {
        guard page.isFacing, number % 2 == 0 else { return self }
        var layout = self
        let margins = page.margins
        (layout.page.margins.left, layout.page.margins.right) = (margins.right, margins.left)
        if let turn = grid.turn {
            // The sheet lies on its side: left and right of the page are above and below the grid.
            layout.grid.origin.y = turn.width - grid.origin.y - grid.height
        } else {
            layout.grid.origin.x = page.trim.width - grid.origin.x - grid.width
        }
        layout.furniture = furniture.map(\.mirrored)
        return layout
    }
}

extension FurnitureBlock {
    /// The block with the parts of a strip in the margin at its other end. A block on the grid does not change.
    fileprivate var mirrored: FurnitureBlock {
        if case .grid = position { return self }
        var block = self
        block.parts = parts.map(\.mirrored)
        return block
    }
}

extension FurniturePart {
    fileprivate var mirrored: FurniturePart {
        switch self {
        case .text(var text):
            text.strip = text.strip.mirrored
            text.style.align = text.style.align.mirrored
            return .text(text)
        case .index(var index):
            index.strip = index.strip.mirrored
            index.style.align = index.style.align.mirrored
            return .index(index)
        case .rule(var rule):
            rule.strip = rule.strip.mirrored
            return .rule(rule)
        case .band(var band):
            band.strip = band.strip.mirrored
            return .band(band)
        case .image(var image):
            image.strip = image.strip.mirrored
            image.align = image.align.mirrored
            return .image(image)
        }
    }
}

extension FurnitureStrip {
    fileprivate var mirrored: FurnitureStrip {
        var strip = self
        (strip.from, strip.to) = (1 - to, 1 - from)
        return strip
    }
}

extension TextStyle.Alignment {
    fileprivate var mirrored: TextStyle.Alignment {
        switch self {
        case .left: .right
        case .right: .left
        case .justify, .center, .spread: self
        }
    }
}
