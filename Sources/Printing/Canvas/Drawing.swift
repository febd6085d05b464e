internal import CCairo
internal import CRsvg

/// An SVG file: lines and areas, no pixels, such as a paper's nameplate. It stays so in a PDF.
///
/// Type in it would be set in whatever fonts the machine has, so letters are to be outlines.
public final class Drawing {
    public let path: String
    /// Height over width.
    public let shape: Double
    /// Whether there is type in it that is no outline.
    public let hasType: Bool
    private let handle: OpaquePointer

    /// Whether a file is a drawing by its name.
    public static func isOne(_ path: String) -> Bool { path.lowercased().hasSuffix(".svg") }

    public init(reading path: String) throws(PhotoFile.Unusable) {
        let file = try FileReader(path)
        let type = DrawnType(in: file.bytes(at: 0, count: file.count))
        guard type.canBeSet else { throw PhotoFile.Unusable("has type that is too large to be set") }
        guard let handle = paiban_drawing_open(path, nil) else {
            throw PhotoFile.Unusable("is no SVG that can be read")
        }
        guard let shape = Self.shape(of: handle) else {
            paiban_drawing_close(handle)
            throw PhotoFile.Unusable("says neither its width and height nor a viewBox")
        }
        self.path = path
        self.shape = shape
        hasType = type.isThere
        self.handle = handle
    }

    deinit { paiban_drawing_close(handle) }

    private static func shape(of handle: OpaquePointer) -> Double? {
        var width = 0.0, height = 0.0
        if paiban_drawing_pixels(handle, &width, &height) != 0, width > 0, height > 0 {
            return height / width
        }
        var hasWidth: Int32 = 0, hasHeight: Int32 = 0, hasViewBox: Int32 = 0
        var across = PaibanDrawingLength(), down = PaibanDrawingLength(), box = PaibanDrawingRect()
        paiban_drawing_dimensions(handle, &hasWidth, &across, &hasHeight, &down, &hasViewBox, &box)
        return hasViewBox != 0 && box.width > 0 && box.height > 0 ? box.height / box.width : nil
    }

    /// Draws it into a rectangle, in points, where a context draws, as that stands.
    ///
    /// The drawing gets a context of its own: Cairo keeps the first trouble of one, and would paint nothing more of the
    /// page.
    func paint(
        as context: OpaquePointer, _ options: OpaquePointer, x: Double, y: Double, width: Double, height: Double
    ) throws(PhotoFile.Unusable) {
        let own = cairo_create(cairo_get_target(context))!
        defer { cairo_destroy(own) }
        var matrix = cairo_matrix_t()
        cairo_get_matrix(context, &matrix)
        cairo_set_matrix(own, &matrix)
        cairo_set_font_options(own, options)
        try draw(on: own, x: x, y: y, width: width, height: height)
    }

    /// Draws it on a file of its own, to be thrown away: what Cairo cannot write would spoil the file that it is for, and
    /// nobody could tell any more which drawing it was.
    func tryOut(width: Double, height: Double) throws(PhotoFile.Unusable) {
        do {
            let surface = try CairoSurface.pdf()
            surface.beginPage(width: width, height: height)
            let context = cairo_create(surface.pointer)!
            defer { cairo_destroy(context) }
            // As on the page, where all is a piece of content with a number.
            cairo_tag_begin(context, PageTagger.carrier, nil)
            try draw(on: context, x: 0, y: 0, width: width, height: height)
            cairo_tag_end(context, PageTagger.carrier)
            cairo_show_page(context)
            try CairoStatus.check(cairo_status(context))
            _ = try surface.finish()
        } catch let unusable as PhotoFile.Unusable {
            throw unusable
        } catch {
            throw PhotoFile.Unusable("cannot be drawn: \(error)")
        }
    }

    private func draw(
        on context: OpaquePointer, x: Double, y: Double, width: Double, height: Double
    ) throws(PhotoFile.Unusable) {
        CairoCanvas.clipToSheet(context)
        var room = PaibanDrawingRect(x: x, y: y, width: width, height: height)
        let isDrawn = paiban_drawing_render(handle, UnsafeMutableRawPointer(context), &room, nil) != 0
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw PhotoFile.Unusable("cannot be drawn: \(String(cString: cairo_status_to_string(status)))")
        }
        guard isDrawn else { throw PhotoFile.Unusable("cannot be drawn") }
    }
}
