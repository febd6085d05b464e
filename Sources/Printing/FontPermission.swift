internal import CHarfBuzz
public import Pages

/// Whether a face may go into a file that is handed on.
public enum FontPermission {
    /// Why a face cannot go into a PDF, as the end of a sentence: “forbids it”; nil when it can.
    public static func trouble(with font: FontFace) -> String? {
        guard let file = hb_blob_create_from_file_or_fail(font.file) else { return "cannot be read" }
        defer { hb_blob_destroy(file) }
        let face = hb_face_create(file, UInt32(font.index))
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
