internal import CCairo
internal import CRsvg

/// An SVG file, such as a paper's nameplate. It stays vector graphics in a PDF.
///
/// Text in a drawing is set in whatever fonts the machine has, so letters should be converted to outlines.
public final class Drawing {
    public let path: String
    /// The ratio of height to width.
    public let heightToWidth: Double
    /// Whether the drawing contains text that is not converted to outlines.
    public let hasText: Bool
    private let handle: OpaquePointer

    /// The size of the largest file in bytes. Nameplates and maps have some hundred kilobytes.
    private static let maxBytes = 20 << 20

    /// Whether a file is a drawing, by its name.
    public static func isDrawing(_ path: String) -> Bool { path.lowercased().hasSuffix(".svg") }

    /// - Throws: `PhotoFile.Unusable` when the file cannot be read, is not SVG, has no size, has text too large for
    ///   librsvg, refers to other files, or takes too much time or memory (`DrawingTrial`).
    public init(reading path: String) throws(PhotoFile.Unusable) {
        let svg = try FileReader(path, most: Self.maxBytes).allBytes()
        try DrawingContent.check(svg)
        try DrawingTrial.check(path, svg)
        let text = SVGTextSize(of: svg)
        guard text.isWithinLimit else { throw PhotoFile.Unusable("has text that is too large to be drawn") }
        // librsvg gets the bytes and not the path, so that it has no folder from which it could read other files.
        guard let handle = paiban_drawing_parse(svg, UInt(svg.count), nil) else {
            throw PhotoFile.Unusable("is not a valid SVG file")
        }
        guard let ratio = Self.heightToWidth(of: handle) else {
            paiban_drawing_close(handle)
            throw PhotoFile.Unusable("has neither a width and height nor a viewBox")
        }
        self.path = path
        heightToWidth = ratio
        hasText = text.hasText
        self.handle = handle
    }

    deinit { paiban_drawing_close(handle) }

    private static func heightToWidth(of handle: OpaquePointer) -> Double? {
        var width = 0.0, height = 0.0
        if paiban_drawing_pixels(handle, &width, &height) != 0, width > 0, height > 0 {
            return height / width
        }
        var hasWidth: Int32 = 0, hasHeight: Int32 = 0, hasViewBox: Int32 = 0
        var across = PaibanDrawingLength(), down = PaibanDrawingLength(), box = PaibanDrawingRect()
        paiban_drawing_dimensions(handle, &hasWidth, &across, &hasHeight, &down, &hasViewBox, &box)
        return hasViewBox != 0 && box.width > 0 && box.height > 0 ? box.height / box.width : nil
    }

    /// Paints the drawing into a rectangle, in points of the context's current coordinate system.
    ///
    /// The drawing gets a context of its own. A Cairo context keeps its first error and ignores all further calls, so an
    /// error in the drawing would suppress the rest of the page.
    func paint(
        in context: OpaquePointer, _ fontOptions: OpaquePointer, x: Double, y: Double, width: Double, height: Double
    ) throws(PhotoFile.Unusable) {
        let own = cairo_create(cairo_get_target(context))!
        defer { cairo_destroy(own) }
        var matrix = cairo_matrix_t()
        cairo_get_matrix(context, &matrix)
        cairo_set_matrix(own, &matrix)
        cairo_set_font_options(own, fontOptions)
        try render(in: own, x: x, y: y, width: width, height: height)
    }

    /// Paints the drawing into a PDF that is discarded. A drawing that Cairo cannot write would invalidate the whole
    /// file, and the error would not tell which drawing caused it.
    func testPaint(width: Double, height: Double) throws(PhotoFile.Unusable) {
        do {
            let surface = try CairoSurface.pdf()
            surface.beginPage(width: width, height: height)
            let context = cairo_create(surface.pointer)!
            defer { cairo_destroy(context) }
            // As on a page, where each image is tagged.
            cairo_tag_begin(context, PageTagger.imageTag, nil)
            try render(in: context, x: 0, y: 0, width: width, height: height)
            cairo_tag_end(context, PageTagger.imageTag)
            cairo_show_page(context)
            try CairoStatus.check(cairo_status(context))
            _ = try surface.finish()
        } catch let unusable as PhotoFile.Unusable {
            throw unusable
        } catch {
            throw PhotoFile.Unusable("cannot be drawn: \(error)")
        }
    }

    /// Paints the drawing on a bitmap that is discarded.
    ///
    /// - Parameters:
    ///   - width, height: the size in pixels.
    func testPaint(onBitmapOfWidth width: Int, height: Int) throws {
        let surface = try CairoSurface.bitmap(width: width, height: height)
        let context = cairo_create(surface.pointer)!
        defer { cairo_destroy(context) }
        try render(in: context, x: 0, y: 0, width: Double(width), height: Double(height))
    }

    private func render(
        in context: OpaquePointer, x: Double, y: Double, width: Double, height: Double
    ) throws(PhotoFile.Unusable) {
        CairoCanvas.clipToSheet(context)
        var viewport = PaibanDrawingRect(x: x, y: y, width: width, height: height)
        let isDrawn = paiban_drawing_render(handle, UnsafeMutableRawPointer(context), &viewport, nil) != 0
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw PhotoFile.Unusable("cannot be drawn: \(String(cString: cairo_status_to_string(status)))")
        }
        guard isDrawn else { throw PhotoFile.Unusable("cannot be drawn") }
    }
}
