internal import CCairo
internal import CFreeType
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
    convenience init(whole key: FaceKey) throws {
        try self.init(OutlineFace(file: key.file, index: key.index), renumbered: nil, advances: [])
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

/// A face opened by FreeType, which draws its outlines for Cairo.
///
/// Each has a FreeType library of its own, since one library may not serve two threads, and Cairo's cache may let the
/// face go late and on whichever thread happens to need the room. Opening a library takes some microseconds.
final class OutlineFace {
    let pointer: FT_Face
    private let library: FT_Library
    private let memory: UnsafeMutableBufferPointer<UInt8>?

    /// The face in a font file.
    init(file: String, index: Int) throws {
        library = try Self.openLibrary()
        memory = nil
        var face: FT_Face?
        pointer = try Self.check(FT_New_Face(library, file, FT_Long(index), &face), face, library)
    }

    /// The only face in a font that stands in memory.
    init(bytes: [UInt8]) throws {
        library = try Self.openLibrary()
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = memory.initialize(from: bytes)
        var face: FT_Face?
        do {
            pointer = try Self.check(
                FT_New_Memory_Face(library, memory.baseAddress, FT_Long(memory.count), 0, &face), face, library)
        } catch {
            memory.deallocate()
            throw error
        }
        self.memory = memory
    }

    deinit {
        FT_Done_Face(pointer)
        FT_Done_FreeType(library)
        memory?.deallocate()
    }

    private static func openLibrary() throws -> FT_Library {
        var library: FT_Library?
        let code = FT_Init_FreeType(&library)
        guard code == 0, let library else { throw Failure(code: code) }
        return library
    }

    private static func check(_ code: FT_Error, _ face: FT_Face?, _ library: FT_Library) throws -> FT_Face {
        guard code == 0, let face else {
            FT_Done_FreeType(library)
            throw Failure(code: code)
        }
        return face
    }

    /// A number from FreeType's list of errors.
    struct Failure: Error, CustomStringConvertible {
        let code: FT_Error
        var description: String { "FreeType cannot open the file (error \(code))" }
    }
}
