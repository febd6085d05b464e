internal import Pages

extension PlacedImage {
    /// From the upright picture, one unit wide and high from its top left, to the page.
    var placing: Affine {
        Affine.move(-crop.x, -crop.y)
            .then(.scale(frame.width.points / crop.width, frame.height.points / crop.height))
            .then(.move(frame.x.points, frame.y.points))
    }
}

extension PhotoFile.Orientation {
    /// From the picture as it lies in the file to the upright one, both one unit wide and high from their top left.
    var matrix: Affine {
        switch self {
        case .upright: Affine(xx: 1, yx: 0, xy: 0, yy: 1, x: 0, y: 0)
        case .mirrored: Affine(xx: -1, yx: 0, xy: 0, yy: 1, x: 1, y: 0)
        case .upsideDown: Affine(xx: -1, yx: 0, xy: 0, yy: -1, x: 1, y: 1)
        case .mirroredUpsideDown: Affine(xx: 1, yx: 0, xy: 0, yy: -1, x: 0, y: 1)
        case .transposed: Affine(xx: 0, yx: 1, xy: 1, yy: 0, x: 0, y: 0)
        case .needsClockwise: Affine(xx: 0, yx: 1, xy: -1, yy: 0, x: 1, y: 0)
        case .transverse: Affine(xx: 0, yx: -1, xy: -1, yy: 0, x: 1, y: 1)
        case .needsAnticlockwise: Affine(xx: 0, yx: -1, xy: 1, yy: 0, x: 0, y: 1)
        }
    }
}

extension Box {
    /// What is painted for a photo that is not to be had.
    static func missingPhoto(_ frame: Rect) -> Box {
        Box(rect: frame, fill: .black(0.2), frame: Box.Frame(thickness: .pt(0.25)))
    }
}
