internal import CHarfBuzz
internal import Pages

/// A glyph as a drawing, in points from its origin to the right and downwards.
///
/// What says nothing, such as the dots under emphasized words, is drawn and not written: then no reader finds or copies
/// anything of it.
struct GlyphOutline {
    enum Step {
        case move(Place), line(Place)
        case curve(Place, Place, Place)
        case close
    }

    typealias Place = (x: Double, y: Double)

    private(set) var steps: [Step] = []

    /// The outline at a run's size, turned and narrowed as the run has it.
    init(of glyph: UInt32, in face: OutlineSource, like run: GlyphRun) {
        var pen = Pen(scale: run.size.points / face.unitsPerEm, run: run)
        withUnsafeMutablePointer(to: &pen) { pen in
            hb_font_get_glyph_shape(face.font, glyph, face.drawing, pen)
        }
        steps = pen.steps
    }

    /// Gathers an outline while HarfBuzz follows it.
    fileprivate struct Pen {
        let scale: Double
        let run: GlyphRun
        var steps: [Step] = []

        init(scale: Double, run: GlyphRun) {
            (self.scale, self.run) = (scale, run)
        }

        func place(_ x: Float, _ y: Float) -> Place {
            let (across, up) = (Double(x) * scale * run.widthScale, Double(y) * scale)
            return run.turn == .upright ? (across, -up) : (up, across)
        }
    }
}

/// A whole face whose outlines are drawn.
final class OutlineSource {
    let font: OpaquePointer
    let unitsPerEm: Double
    let drawing: OpaquePointer

    init(_ key: FaceKey) throws {
        guard let file = hb_blob_create_from_file_or_fail(key.file) else { throw FontSubset.Failure.unreadable }
        defer { hb_blob_destroy(file) }
        let face = hb_face_create(file, UInt32(key.index))
        defer { hb_face_destroy(face) }
        guard hb_face_get_glyph_count(face) > 0 else { throw FontSubset.Failure.uncut }
        unitsPerEm = Double(hb_face_get_upem(face))
        font = hb_font_create(face)
        drawing = Self.strokes()
    }

    deinit {
        hb_draw_funcs_destroy(drawing)
        hb_font_destroy(font)
    }

    /// What HarfBuzz calls for each stroke of an outline; quadratic curves it makes cubic by itself.
    private static func strokes() -> OpaquePointer {
        let strokes = hb_draw_funcs_create()!
        hb_draw_funcs_set_move_to_func(
            strokes,
            { _, data, _, x, y, _ in
                let pen = data!.assumingMemoryBound(to: GlyphOutline.Pen.self)
                pen.pointee.steps.append(.move(pen.pointee.place(x, y)))
            }, nil, nil)
        hb_draw_funcs_set_line_to_func(
            strokes,
            { _, data, _, x, y, _ in
                let pen = data!.assumingMemoryBound(to: GlyphOutline.Pen.self)
                pen.pointee.steps.append(.line(pen.pointee.place(x, y)))
            }, nil, nil)
        hb_draw_funcs_set_cubic_to_func(
            strokes,
            { _, data, _, x1, y1, x2, y2, x, y, _ in
                let pen = data!.assumingMemoryBound(to: GlyphOutline.Pen.self)
                pen.pointee.steps.append(
                    .curve(pen.pointee.place(x1, y1), pen.pointee.place(x2, y2), pen.pointee.place(x, y)))
            }, nil, nil)
        hb_draw_funcs_set_close_path_func(
            strokes,
            { _, data, _, _ in
                data!.assumingMemoryBound(to: GlyphOutline.Pen.self).pointee.steps.append(.close)
            }, nil, nil)
        hb_draw_funcs_make_immutable(strokes)
        return strokes
    }
}
