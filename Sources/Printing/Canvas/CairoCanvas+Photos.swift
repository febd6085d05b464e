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
