internal import CCairo
internal import CFreeType
internal import Pages

/// A font face in Cairo, with a cache of the sizes in which it is used.
final class CairoFace {
    private let face: OpaquePointer
    /// The glyph numbers in a subset font by those of the complete face; nil for a complete face.
    private let subsetGlyphs: [UInt32]?
    /// Advance widths in em of a subset font's glyphs, by their numbers in the complete face.
    private let advances: [Double]
    private var scaledFonts: [Scaling: OpaquePointer] = [:]

    private struct Scaling: Hashable {
        var size: Length
        var turn: GlyphRun.Turn
        var widthScale: Double
    }

    /// A complete face, for a picture, which embeds no fonts.
    convenience init(whole face: FontFace) throws {
        try self.init(FreeTypeFace(file: face.file, index: face.index), subsetGlyphs: nil, advances: [])
    }

    /// A subset font, for a PDF.
    convenience init(subset: FontSubset) throws {
        try self.init(
            FreeTypeFace(bytes: subset.bytes), subsetGlyphs: subset.glyphs, advances: subset.advances)
    }

    private init(_ outlines: FreeTypeFace, subsetGlyphs: [UInt32]?, advances: [Double]) throws {
        (self.subsetGlyphs, self.advances) = (subsetGlyphs, advances)
        face = cairo_ft_font_face_create_for_ft_face(outlines.pointer, 0)
        // Cairo may cache the face after this object is destroyed, so Cairo's face owns the FreeType face.
        // The user data key only has to be a unique address.
        let retained = Unmanaged.passRetained(outlines).toOpaque()
        let key = retained.assumingMemoryBound(to: cairo_user_data_key_t.self)
        let status = cairo_font_face_set_user_data(face, key, retained) {
            Unmanaged<FreeTypeFace>.fromOpaque($0!).release()
        }
        if status != CAIRO_STATUS_SUCCESS { Unmanaged<FreeTypeFace>.fromOpaque(retained).release() }
        try CairoStatus.check(status)
    }

    deinit {
        for font in scaledFonts.values { cairo_scaled_font_destroy(font) }
        cairo_font_face_destroy(face)
    }

    /// The number of a glyph in the opened font; 0 (.notdef) for a glyph that a subset does not contain.
    func index(of glyph: UInt32) -> UInt {
        guard let subsetGlyphs else { return UInt(glyph) }
        return Int(glyph) < subsetGlyphs.count ? UInt(subsetGlyphs[Int(glyph)]) : 0
    }

    /// The advance width of a subset font's glyph, in em.
    func advance(of glyph: UInt32) -> Double { Int(glyph) < advances.count ? advances[Int(glyph)] : 0 }

    /// The face in a run's size, width and turn.
    ///
    /// - Parameter scale: device units per point, the same for all calls.
    func scaledFont(for run: GlyphRun, scale: Double, options: OpaquePointer) -> OpaquePointer {
        let scaling = Scaling(size: run.size, turn: run.turn, widthScale: run.widthScale)
        if let font = scaledFonts[scaling] { return font }
        var matrix = cairo_matrix_t()
        let height = run.size.points, width = height * run.widthScale
        switch run.turn {
        case .upright: cairo_matrix_init(&matrix, width, 0, 0, height, 0, 0)
        case .clockwise: cairo_matrix_init(&matrix, 0, width, -height, 0, 0, 0)
        }
        var page = cairo_matrix_t()
        cairo_matrix_init(&page, scale, 0, 0, scale, 0, 0)
        let font = cairo_scaled_font_create(face, &matrix, &page, options)!
        scaledFonts[scaling] = font
        return font
    }
}

/// A face opened by FreeType, from which Cairo takes the outlines.
///
/// Each face has a FreeType library of its own, because two threads must not use one library at the same time, and
/// Cairo's cache may destroy a face on any thread. Opening a library takes some microseconds.
private final class FreeTypeFace {
    let pointer: FT_Face
    private let library: FT_Library
    private let memory: UnsafeMutableBufferPointer<UInt8>?

    /// Face number `index` of a font file.
    init(file: String, index: Int) throws {
        library = try Self.openLibrary()
        memory = nil
        var face: FT_Face?
        pointer = try Self.check(FT_New_Face(library, file, FT_Long(index), &face), face, library)
    }

    /// The first face of a font in memory.
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

    /// An error code of FreeType.
    struct Failure: Error, CustomStringConvertible {
        let code: FT_Error
        var description: String { "FreeType cannot open the file (error \(code))" }
    }
}
