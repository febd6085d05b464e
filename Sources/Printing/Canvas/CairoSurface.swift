internal import CCairo

/// An owned Cairo surface: a file that is drawn on, a bitmap, or a picture that is drawn.
///
/// A surface that makes a file collects the file's bytes in memory. `finish()` ends the file and returns them.
final class CairoSurface {
    let pointer: OpaquePointer
    private let sink: ByteSink?

    private init(_ pointer: OpaquePointer, sink: ByteSink? = nil) throws {
        self.pointer = pointer
        self.sink = sink
        try CairoStatus.check(cairo_surface_status(pointer))
    }

    deinit {
        // Cairo may hold further references to the surface, and must not write to the sink after it is freed.
        if sink != nil { cairo_surface_finish(pointer) }
        cairo_surface_destroy(pointer)
    }

    /// A PDF file. `beginPage` sets the size of each page.
    static func pdf() throws -> CairoSurface {
        let sink = ByteSink()
        return try CairoSurface(cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, 1, 1), sink: sink)
    }

    /// Sets the size of a PDF's next page in points.
    func beginPage(width: Double, height: Double) { cairo_pdf_surface_set_size(pointer, width, height) }

    /// An SVG file of one page, with its size in points.
    static func svg(width: Double, height: Double) throws -> CairoSurface {
        let sink = ByteSink()
        return try CairoSurface(
            cairo_svg_surface_create_for_stream(ByteSink.write, sink.closure, width, height), sink: sink)
    }

    /// A bitmap, initially black or transparent. The size is in pixels.
    static func bitmap(width: Int, height: Int, hasAlpha: Bool = false) throws -> CairoSurface {
        let format = hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
        return try CairoSurface(cairo_image_surface_create(format, Int32(clamping: width), Int32(clamping: height)))
    }

    /// A picture that a later pass replaces by photo number `number`. Its width is one pixel more than the number, and
    /// its colour tells it from pictures that a drawing contains.
    static func placeholder(_ number: Int) throws -> CairoSurface {
        let surface = try picture(
            PhotoPixels(width: number + 1, height: 1, components: 3, bytes: placeholderPixels(number)))
        try surface.attach(Array("placeholder \(number)".utf8), as: CAIRO_MIME_TYPE_UNIQUE_ID)
        return surface
    }

    /// The RGB pixels of placeholder `number`.
    static func placeholderPixels(_ number: Int) -> [UInt8] {
        Array(repeatElement([0x5A, 0x17, 0xE5], count: number + 1).joined())
    }

    /// A decoded RGB picture.
    static func picture(_ picture: PhotoPixels) throws -> CairoSurface {
        let surface = try bitmap(width: picture.width, height: picture.height, hasAlpha: picture.alpha != nil)
        surface.withPixels { pixels, stride in
            for row in 0..<picture.height {
                for column in 0..<picture.width {
                    let index = row * picture.width + column
                    let to = pixels + row * stride + 4 * column
                    let alpha = picture.alpha?[index] ?? 255
                    for colour in 0..<3 { to[2 - colour] = premultiplied(picture.bytes[3 * index + colour], alpha) }
                    to[3] = alpha
                }
            }
        }
        return surface
    }

    /// A colour value multiplied by its alpha, as Cairo stores it, rounded.
    private static func premultiplied(_ colour: UInt8, _ alpha: UInt8) -> UInt8 {
        UInt8((UInt32(colour) * UInt32(alpha) + 127) / 255)
    }

    /// Attaches data that a file uses in place of the surface's pixels, such as a JPEG file or a unique identifier.
    func attach(_ bytes: [UInt8], as mimeType: String) throws {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        let status = cairo_surface_set_mime_data(
            pointer, mimeType, copy.baseAddress, UInt(copy.count), { $0?.deallocate() }, copy.baseAddress)
        if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
        try CairoStatus.check(status)
    }

    /// Gives access to a bitmap's pixels: rows of `stride` bytes, four bytes a pixel (blue, green, red, alpha).
    func withPixels(_ body: (UnsafeMutablePointer<UInt8>, _ stride: Int) -> Void) {
        cairo_surface_flush(pointer)
        body(cairo_image_surface_get_data(pointer), Int(cairo_image_surface_get_stride(pointer)))
        cairo_surface_mark_dirty(pointer)
    }

    /// Ends the file and returns its bytes.
    func finish() throws -> [UInt8] {
        cairo_surface_finish(pointer)
        try CairoStatus.check(cairo_surface_status(pointer))
        return sink?.bytes ?? []
    }
}

/// A growing buffer that Cairo writes a file to.
///
/// The array lies at a fixed address outside any class instance, because Cairo writes a page in about a thousand pieces
/// and an exclusivity check before each of them is measurable.
private final class ByteSink {
    private let memory = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)

    init() { memory.initialize(to: []) }

    deinit { memory.deinitialize(count: 1).deallocate() }

    var bytes: [UInt8] { memory.pointee }

    /// The closure argument for `write`. The sink must outlive the surface's last write.
    var closure: UnsafeMutableRawPointer { UnsafeMutableRawPointer(memory) }

    static let write: cairo_write_func_t = { closure, data, length in
        closure!.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}

/// An error status of Cairo. It is a struct and not an enum, so that a status unknown to this code still throws.
struct CairoStatus: Error, Hashable, CustomStringConvertible {
    private let raw: UInt32

    var description: String { String(cString: cairo_status_to_string(cairo_status_t(rawValue: raw))) }

    /// Throws unless `status` is success.
    static func check(_ status: cairo_status_t) throws {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw CairoStatus(raw: status.rawValue)
    }
}
