internal import CCairo

/// What Cairo draws on, or a picture that it draws: owned here, and let go with the last reference to this object.
///
/// A surface that makes a file gathers the file's bytes; `finish()` ends the file and hands them over.
final class CairoSurface {
    let pointer: OpaquePointer
    private let sink: ByteSink?

    private init(_ pointer: OpaquePointer, sink: ByteSink? = nil) throws {
        self.pointer = pointer
        self.sink = sink
        try CairoStatus.check(cairo_surface_status(pointer))
    }

    deinit {
        // A file's bytes go to the sink, which goes with this object: whoever still holds the surface must not write.
        if sink != nil { cairo_surface_finish(pointer) }
        cairo_surface_destroy(pointer)
    }

    /// A PDF file. Its pages get their sizes one by one.
    static func pdf() throws -> CairoSurface {
        let sink = ByteSink()
        return try CairoSurface(cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, 1, 1), sink: sink)
    }

    /// The size of a PDF's next page, in points.
    func beginPage(width: Double, height: Double) { cairo_pdf_surface_set_size(pointer, width, height) }

    /// An SVG file of one page, sizes in points.
    static func svg(width: Double, height: Double) throws -> CairoSurface {
        let sink = ByteSink()
        return try CairoSurface(
            cairo_svg_surface_create_for_stream(ByteSink.write, sink.closure, width, height), sink: sink)
    }

    /// Pixels, black or clear at first.
    static func pixels(width: Int, height: Int, transparent: Bool = false) throws -> CairoSurface {
        let format = transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
        return try CairoSurface(cairo_image_surface_create(format, Int32(clamping: width), Int32(clamping: height)))
    }

    /// What stands for a picture that is put in later. Its number can be told by its width, one pixel more, and that it
    /// is none by a colour that no strip of a drawing has.
    static func standIn(_ number: Int) throws -> CairoSurface {
        let surface = try picture(
            PhotoPixels(width: number + 1, height: 1, components: 3, bytes: standInPixels(number)))
        try surface.attach(Array("stand-in \(number)".utf8), as: CAIRO_MIME_TYPE_UNIQUE_ID)
        return surface
    }

    /// The red, green and blue of such a picture's pixels.
    static func standInPixels(_ number: Int) -> [UInt8] {
        Array(repeatElement([0x5A, 0x17, 0xE5], count: number + 1).joined())
    }

    /// A decoded picture of red, green and blue.
    static func picture(_ picture: PhotoPixels) throws -> CairoSurface {
        let surface = try pixels(width: picture.width, height: picture.height, transparent: picture.alpha != nil)
        surface.withPixels { pixels, stride in
            for row in 0..<picture.height {
                for column in 0..<picture.width {
                    let place = row * picture.width + column
                    let to = pixels + row * stride + 4 * column
                    let alpha = picture.alpha?[place] ?? 255
                    for colour in 0..<3 { to[2 - colour] = share(picture.bytes[3 * place + colour], alpha) }
                    to[3] = alpha
                }
            }
        }
        return surface
    }

    /// A colour thinned by its alpha, as Cairo stores it, rounded.
    private static func share(_ colour: UInt8, _ alpha: UInt8) -> UInt8 {
        UInt8((UInt32(colour) * UInt32(alpha) + 127) / 255)
    }

    /// Hangs data on the surface that stand for its picture, such as a JPEG file or a name by which it is known.
    func attach(_ bytes: [UInt8], as mimeType: String) throws {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        let status = cairo_surface_set_mime_data(
            pointer, mimeType, copy.baseAddress, UInt(copy.count), { $0?.deallocate() }, copy.baseAddress)
        if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
        try CairoStatus.check(status)
    }

    /// Lets `body` write the pixels: rows of so many bytes, four bytes a pixel (blue, green, red, alpha).
    func withPixels(_ body: (UnsafeMutablePointer<UInt8>, _ stride: Int) -> Void) {
        cairo_surface_flush(pointer)
        body(cairo_image_surface_get_data(pointer), Int(cairo_image_surface_get_stride(pointer)))
        cairo_surface_mark_dirty(pointer)
    }

    /// Ends the file and returns it.
    func finish() throws -> [UInt8] {
        cairo_surface_finish(pointer)
        try CairoStatus.check(cairo_surface_status(pointer))
        return sink?.bytes ?? []
    }
}

/// Where Cairo writes a file: bytes in memory.
///
/// Cairo writes a page in a thousand pieces, so they are held where nothing is asked before each.
private final class ByteSink {
    private let memory = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)

    init() { memory.initialize(to: []) }

    deinit { memory.deinitialize(count: 1).deallocate() }

    var bytes: [UInt8] { memory.pointee }

    /// What Cairo hands back to `write`. The sink must outlive the writing.
    var closure: UnsafeMutableRawPointer { UnsafeMutableRawPointer(memory) }

    static let write: cairo_write_func_t = { closure, data, length in
        closure!.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}

/// What Cairo answers when something is wrong. Any number may come, so this is a struct: an unknown one still throws.
struct CairoStatus: Error, Hashable, CustomStringConvertible {
    private let raw: UInt32

    var description: String { String(cString: cairo_status_to_string(cairo_status_t(rawValue: raw))) }

    /// Throws unless `status` is success.
    static func check(_ status: cairo_status_t) throws {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw CairoStatus(raw: status.rawValue)
    }
}
