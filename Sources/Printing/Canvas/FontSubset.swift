internal import CHarfBuzz
public import Pages

/// A font file reduced to the glyphs that a document uses, for embedding in a PDF. HarfBuzz makes the subset.
///
/// HarfBuzz is given only the tables that outlines need. Without `cmap` and the layout tables it looks up no characters
/// and follows no substitutions: ten glyphs of a face with 65,000 glyphs take 0.2 ms instead of 5 ms. The PDF gets the
/// text of the glyphs from the page's runs.
///
/// Hints are dropped, because no press uses them. Subroutines of CFF outlines are inlined (“desubroutinised”), which
/// halves the time; deflate compresses the repetitions again.
struct FontSubset: Sendable {
    /// The subset font file.
    let bytes: [UInt8]
    /// The number of each glyph in the subset by its number in the complete face; 0 (.notdef) for glyphs that are not in
    /// the subset.
    let glyphs: [UInt32]
    /// The advance width of each glyph in em, by its number in the complete face.
    let advances: [Double]

    /// - Parameter wanted: glyph numbers; those that the face does not have are ignored.
    init(of face: FontFace, glyphs wanted: some Sequence<UInt32>) throws {
        guard let file = hb_blob_create_from_file_or_fail(face.file) else { throw Failure.unreadable }
        defer { hb_blob_destroy(file) }
        let whole = hb_face_create(file, UInt32(face.index))
        defer { hb_face_destroy(whole) }
        let outlines = hb_face_builder_create()
        defer { hb_face_destroy(outlines) }
        for tag in Self.tables {
            let table = hb_face_reference_table(whole, tag)
            if hb_blob_get_length(table) > 0 { hb_face_builder_add_table(outlines, tag, table) }
            hb_blob_destroy(table)
        }

        guard hb_face_get_glyph_count(outlines) > 0 else { throw Failure.noOutlines }

        guard let input = hb_subset_input_create_or_fail() else { throw Failure.outOfMemory }
        defer { hb_subset_input_destroy(input) }
        let glyphSet = hb_subset_input_glyph_set(input)
        for glyph in wanted { hb_set_add(glyphSet, glyph) }
        hb_subset_input_set_flags(
            input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue)
        guard let plan = hb_subset_plan_create_or_fail(outlines, input) else { throw Failure.noOutlines }
        defer { hb_subset_plan_destroy(plan) }
        guard let subset = hb_subset_plan_execute_or_fail(plan) else { throw Failure.noOutlines }
        defer { hb_face_destroy(subset) }
        let blob = hb_face_reference_blob(subset)
        defer { hb_blob_destroy(blob) }

        var length: UInt32 = 0
        guard let start = hb_blob_get_data(blob, &length), length > 0 else { throw Failure.noOutlines }
        bytes = Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
        let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
        let font = hb_font_create(subset)
        defer { hb_font_destroy(font) }
        let em = Double(hb_face_get_upem(subset))
        let count = Int(wanted.max() ?? 0) + 1
        var glyphs = Array(repeating: UInt32(0), count: count)
        var advances = Array(repeating: 0.0, count: count)
        for glyph in wanted where hb_map_has(map, glyph) != 0 {
            let number = hb_map_get(map, glyph)
            glyphs[Int(glyph)] = number
            advances[Int(glyph)] = Double(hb_font_get_glyph_h_advance(font, number)) / em
        }
        (self.glyphs, self.advances) = (glyphs, advances)
    }

    /// The tables of both kinds of outlines, and those with the names and metrics that a PDF's font descriptor quotes.
    private static let tables: [hb_tag_t] = [
        "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "CFF ", "glyf", "loca",
    ].map { (name: StaticString) in
        UnsafeBufferPointer(start: name.utf8Start, count: 4).reduce(0) { $0 << 8 | hb_tag_t($1) }
    }

    enum Failure: Error, CustomStringConvertible {
        case unreadable, noOutlines, outOfMemory

        var description: String {
            switch self {
            case .unreadable: "the file cannot be read"
            case .noOutlines: "the file contains no outlines"
            case .outOfMemory: "out of memory"
            }
        }
    }
}

/// The embedding permission of a font (OpenType, OS/2 table, fsType).
public enum FontPermission {
    /// Why a face cannot be embedded in a PDF, as the end of a sentence: “does not permit embedding”; nil when it can.
    public static func embeddingProblem(of font: FontFace) -> String? {
        guard let file = hb_blob_create_from_file_or_fail(font.file) else { return "cannot be read" }
        defer { hb_blob_destroy(file) }
        let face = hb_face_create(file, UInt32(font.index))
        defer { hb_face_destroy(face) }
        guard hb_face_get_glyph_count(face) > 0 else { return "contains no outlines" }
        let table = hb_face_reference_table(face, Self.os2)
        defer { hb_blob_destroy(table) }
        var length: UInt32 = 0
        guard let bytes = hb_blob_get_data(table, &length), length >= 10 else { return nil }
        let high = UInt8(bitPattern: bytes[8]), low = UInt8(bitPattern: bytes[9])
        // If several of the usage bits 0 to 3 are set, the least restrictive applies: only bit 1 alone forbids embedding.
        // Bit 9 permits embedding of bitmaps only.
        if low & 0x0F == 0x02 { return "does not permit embedding" }
        return high & 0x02 != 0 ? "permits embedding of its bitmaps only" : nil
    }

    private static let os2: hb_tag_t = 0x4F53_2F32
}
