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
        let text = String(decoding: file.bytes(at: 0, count: file.count), as: UTF8.self)
        guard let handle = paiban_drawing_open(path, nil) else {
            throw PhotoFile.Unusable("is no SVG that can be read")
        }
        guard let shape = Self.shape(of: handle) else {
            paiban_drawing_close(handle)
            throw PhotoFile.Unusable("says neither its width and height nor a viewBox")
        }
        self.path = path
        self.shape = shape
        hasType = text.contains("<text")
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

    /// Draws it into a rectangle of a Cairo context, in points.
    func paint(on context: OpaquePointer, x: Double, y: Double, width: Double, height: Double) {
        var room = PaibanDrawingRect(x: x, y: y, width: width, height: height)
        _ = paiban_drawing_render(handle, UnsafeMutableRawPointer(context), &room, nil)
    }
}
