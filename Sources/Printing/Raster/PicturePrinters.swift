public import Diagnostics
public import Pages

/// Draws one page as a PNG picture for a screen.
///
///     let png = try PNGPrinter(dpi: 144).print(page)
///
/// The picture is the trimmed page: what a reader will hold. Letters are grey-scaled and not hinted, photos are decoded
/// at about the size at which they are seen.
public struct PNGPrinter: Sendable {
    /// Pixels to the inch.
    public var dpi: Double

    public init(dpi: Double = 144) { self.dpi = dpi }

    /// The picture's bytes.
    public func print(_ page: Page) throws -> Reported<[UInt8]> {
        let unit = dpi / 72
        let type = try FontSet(wholeFor: page)
        let photos = PhotoAlbum(for: .screen(unit: unit))
        let bytes = try DiagnosticsError.ifPrintingFails("the picture of page \(page.number) cannot be made") {
            let width = Int((page.trim.width.points * unit).rounded())
            let height = Int((page.trim.height.points * unit).rounded())
            let surface = try CairoSurface.pixels(width: width, height: height)
            let canvas = try CairoCanvas(on: surface, type: type, photos: photos, unit: unit)
            canvas.fillPaper()
            try canvas.paint(page)
            return try PNGEncoder.encode(surface, width: width, height: height, dpi: dpi)
        }
        return Reported(bytes, photos.diagnostics)
    }
}

/// Draws one page as an SVG picture, letters as outlines: sharp on a screen at any size.
public struct SVGPrinter: Sendable {
    /// Whether the page has paper under it; without, the picture can be laid over another.
    public var paper: Bool

    public init(paper: Bool = true) { self.paper = paper }

    /// The picture's bytes. Its units are points, its area is the trimmed page.
    public func print(_ page: Page) throws -> Reported<[UInt8]> {
        let type = try FontSet(wholeFor: page)
        let photos = PhotoAlbum(for: .svg)
        let bytes = try DiagnosticsError.ifPrintingFails("the picture of page \(page.number) cannot be made") {
            let surface = try CairoSurface.svg(width: page.trim.width.points, height: page.trim.height.points)
            let canvas = try CairoCanvas(on: surface, type: type, photos: photos)
            if paper { canvas.fillPaper() }
            try canvas.paint(page)
            return try surface.finish()
        }
        return Reported(bytes, photos.diagnostics)
    }
}
