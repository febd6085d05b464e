internal import CCairo
internal import Pages

/// A face as Cairo prints with it, in all the sizes that it is asked for.
final class PrintFace {
    private let face: OpaquePointer
    /// The numbers that the glyphs have in a cut font; nil when the face is whole.
    private let renumbered: [UInt32]?
    /// Widths in em of a cut font's glyphs, by their numbers in the whole face.
    private let advances: [Double]
    private var sizes: [Setting: OpaquePointer] = [:]

    /// A size, turn and width of the face.
    private struct Setting: Hashable {
        var size: Length
        var turn: GlyphRun.Turn
        var widthScale: Double
    }

    /// The whole face, for paper that needs no font file in it.
    convenience init(whole face: FontFace) throws {
        try self.init(OutlineFace(file: face.file, index: face.index), renumbered: nil, advances: [])
    }

    /// A face with some of its glyphs only, for a file that carries its fonts.
    convenience init(cut subset: FontSubset) throws {
        try self.init(OutlineFace(bytes: subset.bytes), renumbered: subset.glyphs, advances: subset.advances)
    }

    private init(_ outlines: OutlineFace, renumbered: [UInt32]?, advances: [Double]) throws {
        (self.renumbered, self.advances) = (renumbered, advances)
        face = cairo_ft_font_face_create_for_ft_face(outlines.pointer, 0)
        // Cairo caches faces beyond our own use of them, so the outlines go when Cairo's face does, not with us.
        // The key has only to be an address that is nobody else's.
        let held = Unmanaged.passRetained(outlines).toOpaque()
        let status = cairo_font_face_set_user_data(face, held.assumingMemoryBound(to: cairo_user_data_key_t.self), held)
        {
            Unmanaged<OutlineFace>.fromOpaque($0!).release()
        }
        if status != CAIRO_STATUS_SUCCESS { Unmanaged<OutlineFace>.fromOpaque(held).release() }
        try CairoStatus.check(status)
    }

    deinit {
        for font in sizes.values { cairo_scaled_font_destroy(font) }
        cairo_font_face_destroy(face)
    }

    /// The glyph's number in the font that is printed from; 0, the font's “no such glyph”, for one that it lacks.
    func number(of glyph: UInt32) -> UInt {
        guard let renumbered else { return UInt(glyph) }
        return Int(glyph) < renumbered.count ? UInt(renumbered[Int(glyph)]) : 0
    }

    /// How wide a glyph of a cut font is, in em.
    func advance(of glyph: UInt32) -> Double { Int(glyph) < advances.count ? advances[Int(glyph)] : 0 }

    /// The face as a run has it, on a page whose units are so many device units wide.
    func scaled(for run: GlyphRun, unit: Double, options: OpaquePointer) -> OpaquePointer {
        let setting = Setting(size: run.size, turn: run.turn, widthScale: run.widthScale)
        if let font = sizes[setting] { return font }
        var matrix = cairo_matrix_t()
        let height = run.size.points, width = height * run.widthScale
        switch run.turn {
        case .upright: cairo_matrix_init(&matrix, width, 0, 0, height, 0, 0)
        case .clockwise: cairo_matrix_init(&matrix, 0, width, -height, 0, 0, 0)
        }
        var page = cairo_matrix_t()
        cairo_matrix_init(&page, unit, 0, 0, unit, 0, 0)
        let font = cairo_scaled_font_create(face, &matrix, &page, options)!
        sizes[setting] = font
        return font
    }
}
