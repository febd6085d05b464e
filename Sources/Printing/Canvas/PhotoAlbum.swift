internal import CCairo
internal import Diagnostics
internal import Pages

/// The photos of a picture of a page: each is opened once, and what is wrong with it is said once.
///
/// An SVG file gets a JPEG's data as they came; nothing is decoded. Other photos, and all photos for a screen, are
/// decoded; for a screen at about the size at which they are seen. A PDF gets stand-ins, for which `PDFPhotos` puts the
/// photos in when the file is finished.
final class PhotoAlbum {
    enum Medium: Hashable {
        case pdf, svg
        /// A picture of the page with so many pixels to a point.
        case screen(unit: Double)
    }

    struct Picture {
        let surface: CairoSurface
        /// The surface's, whatever the photo's own.
        let size: PixelSize
        let orientation: PhotoFile.Orientation
    }

    let medium: Medium
    private var pictures: [Print: Picture] = [:]
    private var standIns: [String: Picture] = [:]
    private var files: [String: PhotoFile] = [:]
    private var drawings: [String: Drawing] = [:]
    /// What is wrong with photos, by their files.
    private(set) var troubles: [String: Diagnostic] = [:]
    /// The sizes in which drawings have been tried out.
    private var tried: [String: Set<Size>] = [:]

    /// A photo at a size in pixels; nil stands for its own size.
    private struct Print: Hashable {
        var path: String
        var size: PixelSize?
    }

    init(for medium: Medium) { self.medium = medium }

    /// Stand-ins for the photos of a PDF.
    init(standingFor photos: PDFPhotos) throws {
        medium = .pdf
        for (number, photo) in photos.pictures.enumerated() {
            standIns[photo.file] = Picture(
                surface: try .standIn(number), size: PixelSize(width: number + 1, height: 1),
                orientation: photo.orientation)
        }
    }

    /// What there is to say of the photos, in the order of their names.
    var diagnostics: [Diagnostic] { Self.diagnostics(troubles) }

    static func diagnostics(_ troubles: [String: Diagnostic]) -> [Diagnostic] {
        troubles.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The picture to paint for an image of a page; nil, and a warning, when its file is missing or broken.
    func picture(for image: PlacedImage) -> Picture? {
        if medium == .pdf { return standIns[image.file] }
        do {
            let photo = try files[image.file] ?? PhotoFile(reading: image.file)
            files[image.file] = photo
            let print = Print(path: image.file, size: pixels(of: photo, in: image))
            if let picture = pictures[print] { return picture }
            let picture = try open(photo, at: print.size)
            pictures[print] = picture
            return picture
        } catch {
            troubles[image.file] = .warning(
                at: SourcePlace(file: image.file), "the photo \(error), so a grey frame stands in its place",
                hints: "put a JPEG or PNG file of that name there")
            return nil
        }
    }

    /// The drawing to paint for an image of a page, which has shown that it can be drawn where a file is made.
    func drawing(for image: PlacedImage) throws(PhotoFile.Unusable) -> Drawing {
        if drawings[image.file] == nil { drawings[image.file] = try Drawing(reading: image.file) }
        let drawing = drawings[image.file]!
        if case .screen = medium { return drawing }
        let size = Size(width: image.frame.width, height: image.frame.height)
        if !tried[image.file, default: []].contains(size) {
            try drawing.tryOut(width: size.width.points, height: size.height.points)
            tried[image.file, default: []].insert(size)
        }
        return drawing
    }

    /// Says of a drawing that it is missing or broken.
    func note(_ error: PhotoFile.Unusable, ofDrawing image: PlacedImage) {
        troubles[image.file] = .warning(
            at: SourcePlace(file: image.file), "the drawing \(error), so a grey frame stands in its place",
            hints: "put an SVG file of that name there")
    }

    /// The size at which to decode a photo for a screen; nil for the whole photo, which is never blown up.
    private func pixels(of photo: PhotoFile, in image: PlacedImage) -> PixelSize? {
        guard case .screen(let unit) = medium else { return nil }
        var across = (image.frame.width.points * unit / image.crop.width).rounded(.up)
        var down = (image.frame.height.points * unit / image.crop.height).rounded(.up)
        if photo.orientation.swapsSides { swap(&across, &down) }
        guard across >= 1, down >= 1, across < Double(photo.width), down < Double(photo.height) else { return nil }
        return PixelSize(width: Int(across), height: Int(down))
    }

    private func open(_ photo: PhotoFile, at size: PixelSize?) throws -> Picture {
        let jpeg = try photo.wholeJPEG()
        if medium == .svg, let jpeg, photo.canPassThrough {
            let surface = try CairoSurface.pixels(width: photo.width, height: photo.height)
            try surface.attach(jpeg, as: CAIRO_MIME_TYPE_JPEG)
            return Picture(surface: surface, size: photo.size, orientation: photo.orientation)
        }
        let decoded = try PhotoDecoder.decode(photo, to: size)
        return Picture(
            surface: try .picture(decoded), size: PixelSize(width: decoded.width, height: decoded.height),
            orientation: photo.orientation)
    }
}

extension PhotoFile {
    fileprivate var size: PixelSize { PixelSize(width: width, height: height) }

    /// Whether a browser shows the file's data as they are.
    fileprivate var canPassThrough: Bool {
        if case .jpeg(let jpeg) = kind { jpeg.isCommon && components != 4 } else { false }
    }
}
