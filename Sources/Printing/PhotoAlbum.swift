internal import CCairo
internal import Diagnostics
internal import Pages

/// The photos of one print job: each is opened once a page, and what is wrong with it is said once.
///
/// A file that carries photos (PDF, SVG) gets a JPEG's data as they came; nothing is decoded and no pixel is held.
/// Cairo knows a photo by its path and puts it into the file once, however often it is shown. Other photos, and all
/// photos for a screen, are decoded; for a screen at about the size at which they are seen.
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
    private var files: [String: PhotoFile] = [:]
    private var drawings: [String: Drawing] = [:]
    private var troubles: [String: Diagnostic] = [:]

    /// A photo at a size in pixels; nil stands for its own size.
    private struct Print: Hashable {
        var path: String
        var size: PixelSize?
    }

    struct PixelSize: Hashable {
        var width: Int
        var height: Int
    }

    private var carriesFiles: Bool { medium == .pdf || medium == .svg }

    init(for medium: Medium) { self.medium = medium }

    /// What there is to say of the photos, in the order of their names.
    var diagnostics: [Diagnostic] { troubles.sorted { $0.key < $1.key }.map(\.value) }

    /// Lets go of the pictures of the page that has been painted.
    func turnPage() { pictures = [:] }

    /// The picture to paint for an image of a page; nil, and a warning, when its file is missing or broken.
    func picture(for image: PlacedImage) -> Picture? {
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

    /// The drawing to paint for an image of a page; nil, and a warning, when its file is missing or broken.
    func drawing(for image: PlacedImage) -> Drawing? {
        do {
            let drawing = try drawings[image.file] ?? Drawing(reading: image.file)
            drawings[image.file] = drawing
            return drawing
        } catch {
            troubles[image.file] = .warning(
                at: SourcePlace(file: image.file), "the drawing \(error), so a grey frame stands in its place",
                hints: "put an SVG file of that name there")
            return nil
        }
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
        let jpeg = try wholeJPEG(photo)
        if carriesFiles, let jpeg, photo.canPassThrough {
            // Cairo wants a surface to hang the file on, and copies its pixels when it goes. A PDF stretches the file
            // to the surface whatever their sizes, so one pixel will do there; SVG keeps the surface's proportions.
            let size = medium == .pdf ? PixelSize(width: 1, height: 1) : photo.size
            let surface = try CairoSurface.pixels(width: size.width, height: size.height)
            try surface.attach(jpeg, as: CAIRO_MIME_TYPE_JPEG)
            try surface.attach(Array(photo.path.utf8), as: CAIRO_MIME_TYPE_UNIQUE_ID)
            return Picture(surface: surface, size: size, orientation: photo.orientation)
        }
        let decoded = try PhotoDecoder.decode(photo, to: size)
        if carriesFiles {
            try decoded.surface.attach(Array(photo.path.utf8), as: CAIRO_MIME_TYPE_UNIQUE_ID)
            if photo.isFourInks {
                troubles[photo.path] = .warning(
                    at: SourcePlace(file: photo.path), "the photo is in CMYK and goes into the file as RGB",
                    hints: "save it as RGB to choose its colours yourself")
            }
        }
        return Picture(surface: decoded.surface, size: decoded.size, orientation: photo.orientation)
    }

    /// A JPEG file's bytes; nil for a photo of another kind. Throws when the file breaks off before the picture's end.
    private func wholeJPEG(_ photo: PhotoFile) throws -> [UInt8]? {
        guard case .jpeg(let jpeg) = photo.kind else { return nil }
        let file = try FileReader(photo.path)
        let bytes = file.bytes(at: 0, count: file.count)
        // The end marker, FF D9, occurs nowhere in a compressed picture; behind it other things may follow.
        let isWhole = bytes.withUnsafeBufferPointer { bytes in
            var last = bytes.count - 1
            while last > jpeg.dataOffset {
                if bytes[last] == 0xD9, bytes[last - 1] == 0xFF { return true }
                last -= 1
            }
            return false
        }
        guard isWhole else { throw PhotoFile.Unusable("breaks off before its end") }
        return bytes
    }
}

extension PhotoFile {
    fileprivate var size: PhotoAlbum.PixelSize { PhotoAlbum.PixelSize(width: width, height: height) }

    /// Whether a PDF shows the file's data as they are, and rightly.
    ///
    /// Four inks with Adobe's marker are stored upside down, and Cairo does not tell the PDF's reader so.
    fileprivate var canPassThrough: Bool {
        guard case .jpeg(let jpeg) = kind, jpeg.isCommon else { return false }
        return components == 1 || components == 3 || (components == 4 && !jpeg.hasAdobeMarker)
    }

    fileprivate var isFourInks: Bool {
        if case .jpeg = kind { components == 4 } else { false }
    }
}
