internal import CHarfBuzz
public import Pages

/// A font file cut down to the glyphs that a document uses: what a PDF carries, and nothing it does not print.
///
/// HarfBuzz does the cutting. It is shown only those tables of the font that an outline needs. Without `cmap` and the
/// layout tables it has no characters to look up and no substitutions to follow: ten glyphs of a 65,000-glyph face
/// take 0.2 ms instead of 5. The text that glyphs stand for reaches the PDF by the page's own clusters.
///
/// Hints go, because no press uses them. Subroutines of CFF outlines are written out in place (“desubroutinised”):
/// that halves the time, and deflate finds the repetitions again.
struct FontSubset: Sendable {
    /// The cut font file.
    let bytes: [UInt8]
    /// The number that each wanted glyph has in it, by the number that it has in the whole face; 0, the font's “no such
    /// glyph”, for all others.
    let glyphs: [UInt32]
    /// How wide each wanted glyph is, in em.
    let advances: [Double]

    /// Glyphs that were asked for by numbers that the face does not have are left out.
    init(of key: FaceKey, glyphs wanted: some Sequence<UInt32>) throws {
        guard let file = hb_blob_create_from_file_or_fail(key.file) else { throw Failure.unreadable }
        defer { hb_blob_destroy(file) }
        let whole = hb_face_create(file, UInt32(key.index))
        defer { hb_face_destroy(whole) }
        let outlines = hb_face_builder_create()
        defer { hb_face_destroy(outlines) }
        for tag in Self.tables {
            let table = hb_face_reference_table(whole, tag)
            if hb_blob_get_length(table) > 0 { hb_face_builder_add_table(outlines, tag, table) }
            hb_blob_destroy(table)
        }

        guard hb_face_get_glyph_count(outlines) > 0 else { throw Failure.uncut }

        guard let input = hb_subset_input_create_or_fail() else { throw Failure.memory }
        defer { hb_subset_input_destroy(input) }
        let set = hb_subset_input_glyph_set(input)
        for glyph in wanted { hb_set_add(set, glyph) }
        hb_subset_input_set_flags(
            input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue)
        guard let plan = hb_subset_plan_create_or_fail(outlines, input) else { throw Failure.uncut }
        defer { hb_subset_plan_destroy(plan) }
        guard let cut = hb_subset_plan_execute_or_fail(plan) else { throw Failure.uncut }
        defer { hb_face_destroy(cut) }
        let blob = hb_face_reference_blob(cut)
        defer { hb_blob_destroy(blob) }

        var length: UInt32 = 0
        guard let start = hb_blob_get_data(blob, &length), length > 0 else { throw Failure.uncut }
        bytes = Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
        let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
        let font = hb_font_create(cut)
        defer { hb_font_destroy(font) }
        let em = Double(hb_face_get_upem(cut))
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

    /// What an outline needs, of both kinds of outline, with the names and the metrics that a PDF quotes.
    private static let tables: [hb_tag_t] = [
        "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "CFF ", "glyf", "loca",
    ].map { (name: StaticString) in
        UnsafeBufferPointer(start: name.utf8Start, count: 4).reduce(0) { $0 << 8 | hb_tag_t($1) }
    }

    enum Failure: Error, CustomStringConvertible {
        case unreadable, uncut, memory

        var description: String {
            switch self {
            case .unreadable: "the file cannot be read"
            case .uncut: "the file holds no outlines"
            case .memory: "there is no memory left"
            }
        }
    }
}

/// Whether a face may go into a file that is handed on.
public enum FontPermission {
    /// Why a face cannot go into a PDF, as the end of a sentence: “forbids it”; nil when it can.
    public static func trouble(with key: FaceKey) -> String? {
        guard let file = hb_blob_create_from_file_or_fail(key.file) else { return "cannot be read" }
        defer { hb_blob_destroy(file) }
        let face = hb_face_create(file, UInt32(key.index))
        defer { hb_face_destroy(face) }
        guard hb_face_get_glyph_count(face) > 0 else { return "holds no outlines" }
        let table = hb_face_reference_table(face, Self.os2)
        defer { hb_blob_destroy(table) }
        var length: UInt32 = 0
        guard let bytes = hb_blob_get_data(table, &length), length >= 10 else { return nil }
        let rights = UInt8(bitPattern: bytes[8]), more = UInt8(bitPattern: bytes[9])
        // OpenType, OS/2 fsType: of the first four bits the least strict counts; bit 9 lets nothing but bitmaps go.
        if more & 0x0F == 0x02 { return "forbids it" }
        return rights & 0x02 != 0 ? "lets only its bitmaps go" : nil
    }

    private static let os2: hb_tag_t = 0x4F53_2F32
}
