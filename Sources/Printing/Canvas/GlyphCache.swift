internal import CCairo

/// Cairo's cache of glyphs, which is shared by all fonts and threads of the process.
enum GlyphCache {
    /// Runs `body` while Cairo evicts no glyphs. Fonts must be used and closed only within it.
    ///
    /// Cairo 1.16 can deadlock when two threads use fonts. A thread that evicts glyphs holds the cache's lock and waits
    /// for that of a font; a thread that loads a glyph of the font, or closes it, holds the font's lock and waits for the
    /// cache's. Eviction is disabled while a glyph is being loaded, so `body` is run by the callback that draws the glyph
    /// of a user font. When the last such call ends, Cairo reduces the cache to its usual size.
    static func withoutEviction<Value>(_ body: () throws -> Value) throws -> Value {
        var result: Result<Value, any Error>?
        withoutActuallyEscaping({ result = Result { try body() } }) { load($0) }
        // Without memory for the user font, Cairo does not call back.
        return try result?.get() ?? body()
    }

    /// Loads a glyph of a user font whose drawing is `draw`.
    private static func load(_ draw: @escaping () -> Void) {
        let face = cairo_user_font_face_create()
        defer { cairo_font_face_destroy(face) }
        cairo_user_font_face_set_render_glyph_func(face) { _, glyph, _, _ in
            Unmanaged<Callback>.fromOpaque(UnsafeRawPointer(bitPattern: UInt(glyph))!).takeUnretainedValue().run()
            return CAIRO_STATUS_SUCCESS
        }
        var identity = cairo_matrix_t()
        cairo_matrix_init_identity(&identity)
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        let font = cairo_scaled_font_create(face, &identity, &identity, options)
        defer { cairo_scaled_font_destroy(font) }
        // The callback is passed as the glyph's index.
        let callback = Callback(draw)
        withExtendedLifetime(callback) {
            let pointer = Unmanaged.passUnretained(callback).toOpaque()
            var glyph = cairo_glyph_t(index: UInt(bitPattern: pointer), x: 0, y: 0), extents = cairo_text_extents_t()
            cairo_scaled_font_glyph_extents(font, &glyph, 1, &extents)
        }
    }

    private final class Callback {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }
}
