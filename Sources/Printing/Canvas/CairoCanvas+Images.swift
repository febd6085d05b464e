internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Paints the part of a photo that its frame shows, upright; a grey frame when there is no photo to be had.
    func paint(_ image: PlacedImage) {
        guard image.frame.width > .zero, image.frame.height > .zero else { return }
        if Drawing.isOne(image.file) { return paintDrawing(image) }
        guard image.crop.width > 0, image.crop.height > 0, let photo = photos.picture(for: image) else {
            return paint(Box.missingPhoto(image.frame))
        }
        guard let tagger else { return paint(photo, image) }
        tagger.ownPicture(in: context) { paint(photo, image) }
    }

    private func paint(_ photo: PhotoAlbum.Picture, _ image: PlacedImage) {
        cairo_save(context)
        outline(image.frame)
        cairo_clip(context)

        // From the picture's pixels, as they lie in the file, to the page.
        let placing = Affine.scale(1 / Double(photo.size.width), 1 / Double(photo.size.height))
            .then(photo.orientation.matrix).then(image.placing)
        var matrix = cairo_matrix_t(
            xx: placing.xx, yx: placing.yx, xy: placing.xy, yy: placing.yy, x0: placing.x, y0: placing.y)
        cairo_transform(context, &matrix)

        cairo_set_source_surface(context, photo.surface.pointer, 0, 0)
        let pattern = cairo_get_source(context)
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
        // On a screen, pixels at the edge must not mix with what is beyond it. A file has no such mixing.
        if case .screen = photos.medium { cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD) }
        cairo_paint(context)
        cairo_restore(context)
    }

    private func paintDrawing(_ image: PlacedImage) {
        let frame = image.frame
        func draw(_ drawing: Drawing) throws(PhotoFile.Unusable) {
            try drawing.paint(
                as: context, fontOptions, x: frame.x.points, y: frame.y.points, width: frame.width.points,
                height: frame.height.points)
        }
        do throws(PhotoFile.Unusable) {
            let drawing = try photos.drawing(for: image)
            guard let tagger else { return try draw(drawing) }
            try tagger.ownPicture(in: context) { () throws(PhotoFile.Unusable) in try draw(drawing) }
        } catch {
            photos.note(error, ofDrawing: image)
            paint(Box.missingPhoto(frame))
        }
    }
}

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

/// A map from one plane to another that keeps straight lines straight: x′ = xx·x + xy·y + x₀, y′ = yx·x + yy·y + y₀.
struct Affine: Hashable {
    var xx, yx, xy, yy, x, y: Double

    static func scale(_ across: Double, _ down: Double) -> Affine {
        Affine(xx: across, yx: 0, xy: 0, yy: down, x: 0, y: 0)
    }

    static func move(_ x: Double, _ y: Double) -> Affine { Affine(xx: 1, yx: 0, xy: 0, yy: 1, x: x, y: y) }

    /// This map first, then the other.
    func then(_ next: Affine) -> Affine {
        Affine(
            xx: next.xx * xx + next.xy * yx, yx: next.yx * xx + next.yy * yx, xy: next.xx * xy + next.xy * yy,
            yy: next.yx * xy + next.yy * yy, x: next.xx * x + next.xy * y + next.x,
            y: next.yx * x + next.yy * y + next.y)
    }
}
