import CHarfBuzz
import Pages

/// A face of the system's fonts, and simple runs in it.
final class SampleType {
    let face: FontFace
    private let font: OpaquePointer

    /// CFF outlines, the third face of a collection.
    static let serif = FontFace(
        file: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", index: 2, name: "NotoSerifCJKsc-Regular")
    static let sans = FontFace(
        file: "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", index: 2, name: "NotoSansCJKsc-Bold")
    /// TrueType outlines.
    static let kai = FontFace(
        file: "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", index: 0, name: "LXGWWenKai-Regular")

    /// These faces, for pages that use them.
    static let faces = FaceTable([serif, sans, kai])

    init(_ face: FontFace = SampleType.serif) {
        self.face = face
        let blob = hb_blob_create_from_file(face.file)
        let outlines = hb_face_create(blob, UInt32(face.index))
        font = hb_font_create(outlines)
        hb_face_destroy(outlines)
        hb_blob_destroy(blob)
    }

    deinit { hb_font_destroy(font) }

    /// The face's glyph for a character.
    func glyph(_ scalar: Unicode.Scalar) -> UInt32 {
        var glyph: hb_codepoint_t = 0
        hb_font_get_nominal_glyph(font, scalar.value, &glyph)
        return glyph
    }

    /// A glyph's advance width in em.
    func advance(_ glyph: UInt32) -> Double {
        var em: (Int32, Int32) = (0, 0)
        hb_font_get_scale(font, &em.0, &em.1)
        return Double(hb_font_get_glyph_h_advance(font, glyph)) / Double(em.0)
    }

    /// A run with one glyph for each scalar, each followed by `spacing` points.
    func run(
        _ text: String, size: Double = 10, x: Double = 50, y: Double = 100, spacing: Double = 0,
        turn: GlyphRun.Turn = .upright
    ) -> GlyphRun {
        var pen = 0.0
        let glyphs = text.unicodeScalars.map { scalar in
            let id = glyph(scalar)
            defer { pen += advance(id) * size + spacing }
            return turn == .upright ? Glyph(id: id, x: pen) : Glyph(id: id, x: 0, y: pen)
        }
        return GlyphRun(
            face: face.key, size: .pt(size), origin: Point(x: .pt(x), y: .pt(y)), glyphs: glyphs, text: text, turn: turn
        )
    }
}

extension Page {
    /// A page of 300 by 200 points.
    ///
    /// - Parameter others: faces of the items other than those of `SampleType`.
    static func sample(_ items: [Item], bleed: Length = .zero, others: [FontFace] = []) -> Page {
        Page(
            number: 1, label: "第1版", trim: Size(width: .pt(300), height: .pt(200)), bleed: bleed, items: items,
            faces: FaceTable(SampleType.faces.sorted + others))
    }
}

extension Document {
    static func sample(_ items: [Item], bleed: Length = .zero, others: [FontFace] = []) -> Document {
        Document(
            title: "江津新闻", author: "江津日报社", language: "zh-Hans", date: "2023-06-21",
            pages: [.sample(items, bleed: bleed, others: others)])
    }
}
