internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Paints the part of a photo that its frame shows, upright; a grey frame when there is no photo to be had.
    func paint(_ image: PlacedImage) {
        guard image.frame.width > .zero, image.frame.height > .zero else { return }
        if Drawing.isOne(image.file) { return paintDrawing(image) }
        guard image.crop.width > 0, image.crop.height > 0, let photo = photos.picture(for: image) else {
            return paint(Self.missing(image))
        }
        cairo_save(context)
        outline(image.frame)
        cairo_clip(context)

        // From the page to the upright picture, one unit wide and high, of which the frame shows the crop;
        let (frame, crop) = (image.frame, image.crop)
        cairo_translate(context, frame.x.points, frame.y.points)
        cairo_scale(context, frame.width.points / crop.width, frame.height.points / crop.height)
        cairo_translate(context, -crop.x, -crop.y)
        // from there to the picture as it lies in the file, and to its pixels.
        var turn = photo.orientation.matrix
        cairo_transform(context, &turn)
        cairo_scale(context, 1 / Double(photo.size.width), 1 / Double(photo.size.height))

        cairo_set_source_surface(context, photo.surface.pointer, 0, 0)
        let pattern = cairo_get_source(context)
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
        // On a screen, pixels at the edge must not mix with what is beyond it. A PDF has no such mixing.
        if case .screen = photos.medium { cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD) }
        cairo_paint(context)
        cairo_restore(context)
    }

    private func paintDrawing(_ image: PlacedImage) {
        guard let drawing = photos.drawing(for: image) else { return paint(Self.missing(image)) }
        let frame = image.frame
        drawing.paint(
            on: context, x: frame.x.points, y: frame.y.points, width: frame.width.points, height: frame.height.points)
    }

    /// What stands for a picture that is not to be had.
    private static func missing(_ image: PlacedImage) -> Box {
        Box(rect: image.frame, fill: .black(0.2), frame: Box.Frame(thickness: .pt(0.25)))
    }
}

extension PhotoFile.Orientation {
    /// From the picture as it lies in the file to the upright one, both one unit wide and high from their top left.
    fileprivate var matrix: cairo_matrix_t {
        switch self {
        case .upright: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
        case .mirrored: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: 1, x0: 1, y0: 0)
        case .upsideDown: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: 1, y0: 1)
        case .mirroredUpsideDown: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: 1)
        case .transposed: cairo_matrix_t(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
        case .needsClockwise: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: 1, y0: 0)
        case .transverse: cairo_matrix_t(xx: 0, yx: -1, xy: -1, yy: 0, x0: 1, y0: 1)
        case .needsAnticlockwise: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: 1)
        }
    }
}
