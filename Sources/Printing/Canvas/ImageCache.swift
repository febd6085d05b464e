internal import CCairo
internal import Diagnostics
internal import Pages

/// The photos and drawings of the pages that are painted. Each file is opened once and each problem reported once.
///
/// For an SVG, the data of a JPEG are embedded unchanged. Other photos, and all photos for a screen, are decoded; for a
/// screen to about the size in which they appear. For a PDF, photos are placeholders that `PDFImages` replaces when the
/// file is assembled.
final class ImageCache {
    enum Medium: Hashable {
        case pdf, svg
        /// A bitmap of the page with `scale` pixels per point.
        case screen(scale: Double)
    }

    /// A photo as a Cairo surface.
    struct Picture {
        let surface: CairoSurface
        /// The size of the surface, which may differ from the photo's.
        let size: PixelSize
        let orientation: PhotoFile.Orientation
    }

    let medium: Medium
    private var pictures: [Key: Picture] = [:]
    private var placeholders: [String: Picture] = [:]
    private var files: [String: PhotoFile] = [:]
    private var drawings: [String: Drawing] = [:]
    /// A warning for each image that cannot be used, by its file.
    private(set) var warnings: [String: Diagnostic] = [:]
    /// The sizes in which drawings have been painted without an error.
    private var testedSizes: [String: Set<Size>] = [:]

    private struct Key: Hashable {
        var path: String
        /// The size in pixels to decode to; nil for the photo's own size.
        var size: PixelSize?
    }

    init(for medium: Medium) { self.medium = medium }

    /// A cache of placeholders for the photos of a PDF.
    init(placeholdersFor images: PDFImages) throws {
        medium = .pdf
        for (number, image) in images.images.enumerated() {
            placeholders[image.file] = Picture(
                surface: try .placeholder(number), size: PixelSize(width: number + 1, height: 1),
                orientation: image.orientation)
        }
    }

    /// The warnings, sorted by file.
    var diagnostics: [Diagnostic] { Self.diagnostics(warnings) }

    static func diagnostics(_ warnings: [String: Diagnostic]) -> [Diagnostic] {
        warnings.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The picture to paint for a photo; nil when its file cannot be used, which is reported.
    func picture(for image: PlacedImage) -> Picture? {
        if medium == .pdf { return placeholders[image.file] }
        do {
            let photo = try files[image.file] ?? PhotoFile(reading: image.file)
            files[image.file] = photo
            let key = Key(path: image.file, size: decodedSize(of: photo, in: image))
            if let picture = pictures[key] { return picture }
            let picture = try open(photo, at: key.size)
            pictures[key] = picture
            return picture
        } catch {
            warnings[image.file] = .unusablePhoto(image.file, error)
            return nil
        }
    }

    /// The drawing to paint for an image. For a PDF or SVG it has been painted once in this size without an error.
    func drawing(for image: PlacedImage) throws(PhotoFile.Unusable) -> Drawing {
        if drawings[image.file] == nil { drawings[image.file] = try Drawing(reading: image.file) }
        let drawing = drawings[image.file]!
        if case .screen = medium { return drawing }
        let size = Size(width: image.frame.width, height: image.frame.height)
        if !testedSizes[image.file, default: []].contains(size) {
            try drawing.testPaint(width: size.width.points, height: size.height.points)
            testedSizes[image.file, default: []].insert(size)
        }
        return drawing
    }

    /// Records a warning for a drawing that cannot be used.
    func reportUnusable(drawing image: PlacedImage, _ error: PhotoFile.Unusable) {
        warnings[image.file] = .unusableImage(
            image.file, "the drawing \(error)", hint: "put an SVG file of that name there")
    }

    /// Pixels per point of photos in an SVG: 600 to the inch, as for pixels in a PDF.
    private static let vectorScale = 600.0 / 72

    /// The size to decode a photo to; nil for the photo's own size, which is never exceeded.
    private func decodedSize(of photo: PhotoFile, in image: PlacedImage) -> PixelSize? {
        let scale = if case .screen(let scale) = medium { scale } else { Self.vectorScale }
        var across = (image.frame.width.points * scale / image.crop.width).rounded(.up)
        var down = (image.frame.height.points * scale / image.crop.height).rounded(.up)
        if photo.orientation.swapsSides { swap(&across, &down) }
        guard across >= 1, down >= 1, across < Double(photo.width), down < Double(photo.height) else {
            return photo.size(scaledBy: 1)
        }
        let most = photo.size(scaledBy: 1)
        return PixelSize(
            width: min(Int(across), most?.width ?? photo.width), height: min(Int(down), most?.height ?? photo.height))
    }

    private func open(_ photo: PhotoFile, at size: PixelSize?) throws -> Picture {
        if medium == .svg, photo.canBeEmbeddedInSVG, let jpeg = try photo.jpegData() {
            try PhotoDecoder.check(photo, jpeg)
            let surface = try CairoSurface.bitmap(width: photo.width, height: photo.height)
            try surface.attach(jpeg.bytes, as: CAIRO_MIME_TYPE_JPEG)
            return Picture(
                surface: surface, size: PixelSize(width: photo.width, height: photo.height),
                orientation: photo.orientation)
        }
        let pixels = try PhotoDecoder.withPixels(of: photo, to: size) { $0 }
        return Picture(
            surface: try .picture(pixels), size: PixelSize(pixels), orientation: photo.orientation)
    }
}

extension PhotoFile {
    /// Whether browsers show the file's data correctly, and a Cairo surface of the photo's size is possible. Cairo
    /// allocates its pixels, though it writes the file's data.
    fileprivate var canBeEmbeddedInSVG: Bool {
        guard size(scaledBy: 1) == nil else { return false }
        return if case .jpeg(let jpeg) = kind { jpeg.isDCTDecodable && components != 4 } else { false }
    }
}

extension Diagnostic {
    /// The warning for an image that cannot be used.
    ///
    /// - Parameter problem: the beginning of the message, such as “the photo does not exist”.
    static func unusableImage(_ file: String, _ problem: String, hint: String) -> Diagnostic {
        .warning(at: SourcePlace(file: file), "\(problem), so a grey frame is printed in its place", hints: hint)
    }

    static func unusablePhoto(_ file: String, _ error: any Error) -> Diagnostic {
        unusableImage(
            file, "the photo \(error)",
            hint: "put a whole JPEG or PNG file of that name there; an image editor can save it again")
    }
}
