internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Paints the cropped part of an image into its frame, upright. An image that cannot be used becomes a grey frame
    /// and a warning.
    func paint(_ image: PlacedImage) {
        guard image.frame.width > .zero, image.frame.height > .zero else { return }
        if Drawing.isDrawing(image.file) { return paintDrawing(image) }
        guard image.crop.width > 0, image.crop.height > 0, let picture = images.picture(for: image) else {
            return paint(Box.missingImage(image.frame))
        }
        guard let tagger else { return paint(picture, image) }
        tagger.markImage(in: context) { paint(picture, image) }
    }

    private func paint(_ picture: ImageCache.Picture, _ image: PlacedImage) {
        cairo_save(context)
        addPath(of: image.frame)
        cairo_clip(context)

        // From the stored picture's pixels to the page.
        let transform = AffineTransform.scale(1 / Double(picture.size.width), 1 / Double(picture.size.height))
            .then(picture.orientation.transform).then(image.transform)
        var matrix = cairo_matrix_t(
            xx: transform.xx, yx: transform.yx, xy: transform.xy, yy: transform.yy, x0: transform.x, y0: transform.y)
        cairo_transform(context, &matrix)

        cairo_set_source_surface(context, picture.surface.pointer, 0, 0)
        let pattern = cairo_get_source(context)
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
        // In a raster picture, edge pixels must not blend with the transparency outside. PDF and SVG do not blend them.
        if case .screen = images.medium { cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD) }
        cairo_paint(context)
        cairo_restore(context)
    }

    private func paintDrawing(_ image: PlacedImage) {
        let frame = image.frame
        func paint(_ drawing: Drawing) throws(PhotoFile.Unusable) {
            try drawing.paint(
                in: context, fontOptions, x: frame.x.points, y: frame.y.points, width: frame.width.points,
                height: frame.height.points)
        }
        do throws(PhotoFile.Unusable) {
            let drawing = try images.drawing(for: image)
            guard let tagger else { return try paint(drawing) }
            try tagger.markImage(in: context) { () throws(PhotoFile.Unusable) in try paint(drawing) }
        } catch {
            images.reportUnusable(drawing: image, error)
            self.paint(Box.missingImage(frame))
        }
    }
}

extension PlacedImage {
    /// From the upright picture, a unit square with its origin at the top left, to the page.
    fileprivate var transform: AffineTransform {
        AffineTransform.translation(-crop.x, -crop.y)
            .then(.scale(frame.width.points / crop.width, frame.height.points / crop.height))
            .then(.translation(frame.x.points, frame.y.points))
    }
}

extension PhotoFile.Orientation {
    /// From the stored picture to the upright one, both a unit square with its origin at the top left.
    fileprivate var transform: AffineTransform {
        switch self {
        case .upright: AffineTransform(xx: 1, yx: 0, xy: 0, yy: 1, x: 0, y: 0)
        case .mirrored: AffineTransform(xx: -1, yx: 0, xy: 0, yy: 1, x: 1, y: 0)
        case .upsideDown: AffineTransform(xx: -1, yx: 0, xy: 0, yy: -1, x: 1, y: 1)
        case .mirroredUpsideDown: AffineTransform(xx: 1, yx: 0, xy: 0, yy: -1, x: 0, y: 1)
        case .transposed: AffineTransform(xx: 0, yx: 1, xy: 1, yy: 0, x: 0, y: 0)
        case .needsClockwise: AffineTransform(xx: 0, yx: 1, xy: -1, yy: 0, x: 1, y: 0)
        case .transverse: AffineTransform(xx: 0, yx: -1, xy: -1, yy: 0, x: 1, y: 1)
        case .needsAnticlockwise: AffineTransform(xx: 0, yx: -1, xy: 1, yy: 0, x: 0, y: 1)
        }
    }
}

extension Box {
    /// The grey frame that is painted in place of an image that cannot be used.
    fileprivate static func missingImage(_ frame: Rect) -> Box {
        Box(rect: frame, fill: .black(0.2), frame: Box.Frame(thickness: .pt(0.25)))
    }
}

/// An affine transformation: x′ = xx·x + xy·y + x₀, y′ = yx·x + yy·y + y₀.
private struct AffineTransform {
    var xx, yx, xy, yy, x, y: Double

    static func scale(_ x: Double, _ y: Double) -> AffineTransform {
        AffineTransform(xx: x, yx: 0, xy: 0, yy: y, x: 0, y: 0)
    }

    static func translation(_ x: Double, _ y: Double) -> AffineTransform {
        AffineTransform(xx: 1, yx: 0, xy: 0, yy: 1, x: x, y: y)
    }

    /// This transformation followed by another.
    func then(_ next: AffineTransform) -> AffineTransform {
        AffineTransform(
            xx: next.xx * xx + next.xy * yx, yx: next.yx * xx + next.yy * yx, xy: next.xx * xy + next.xy * yy,
            yy: next.yx * xy + next.yy * yy, x: next.xx * x + next.xy * y + next.x,
            y: next.yx * x + next.yy * y + next.y)
    }
}
