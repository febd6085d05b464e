import CCairo
import CPango
import Pages

/// Prints the glyphs of a document with Pango and Cairo and complete fonts alone, for comparison. The
/// words and font of each line are known; nothing is read, composed, planned, subset or finished, and photos are
/// omitted.
struct PlainPrint {
    /// Text in one font and size: the lines of a leg.
    private struct Block {
        var face: FontFace
        var size: Length
        var origin: Point
        var text: String
    }

    private let pages: [(size: Size, blocks: [Block])]

    /// The number of glyphs.
    let glyphs: Int

    init(of document: Document) {
        glyphs = document.pages.reduce(0) { $0 + $1.glyphRuns.reduce(0) { $0 + $1.glyphs.count } }
        pages = document.pages.map { page in
            var blocks: [Block] = []
            var baseline = Length.zero
            for run in page.glyphRuns {
                let face = page.faces[run.face]
                if let last = blocks.last, last.face == face, last.size == run.size {
                    blocks[blocks.count - 1].text += (run.origin.y == baseline ? "" : "\n") + run.text
                } else {
                    blocks.append(Block(face: face, size: run.size, origin: run.origin, text: run.text))
                }
                baseline = run.origin.y
            }
            return (page.trim, blocks)
        }
    }

    /// Prints the document and returns the number of bytes of the PDF.
    func print() -> Int {
        final class Count { var bytes = 0 }
        let count = Count()
        let write: cairo_write_func_t = { closure, _, length in
            Unmanaged<Count>.fromOpaque(closure!).takeUnretainedValue().bytes += Int(length)
            return CAIRO_STATUS_SUCCESS
        }
        let surface = cairo_pdf_surface_create_for_stream(write, Unmanaged.passUnretained(count).toOpaque(), 1, 1)
        let canvas = cairo_create(surface)
        let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)!
        pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
        let context = pango_font_map_create_context(map)
        var fonts: [FontFace: OpaquePointer] = [:]
        for page in pages {
            cairo_pdf_surface_set_size(surface, page.size.width.points, page.size.height.points)
            for block in page.blocks {
                let font = fonts[block.face] ?? Self.description(of: block.face)
                fonts[block.face] = font
                pango_font_description_set_absolute_size(font, block.size.points * Double(PANGO_SCALE))
                let layout = pango_layout_new(context)
                pango_layout_set_font_description(layout, font)
                pango_layout_set_text(layout, block.text, -1)
                cairo_move_to(canvas, block.origin.x.points, block.origin.y.points)
                pango_cairo_show_layout(canvas, layout)
                g_object_unref(UnsafeMutableRawPointer(layout))
            }
            cairo_show_page(canvas)
        }
        for font in fonts.values { pango_font_description_free(font) }
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
        cairo_destroy(canvas)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
        return withExtendedLifetime(count) { count.bytes }
    }

    private static func description(of face: FontFace) -> OpaquePointer {
        let pattern = FcFreeTypeQuery(face.file, UInt32(face.index), nil, nil)
        defer { FcPatternDestroy(pattern) }
        return pango_fc_font_description_from_pattern(pattern, 0)
    }
}
