public import Diagnostics
public import Pages

/// Draws a page as a PNG picture for a screen.
///
///     let png = try PNGPrinter(dpi: 144).print(page)
///
/// The picture shows the trimmed page. Letters are antialiased in grey and not hinted. Photos are decoded to about the
/// size in which they appear.
public struct PNGPrinter: Sendable {
    /// Pixels per inch.
    public var dpi: Double

    public init(dpi: Double = 144) { self.dpi = dpi }

    /// The bytes of the PNG file, with a warning for each image that cannot be used.
    ///
    /// - Throws: `DiagnosticsError` when a font cannot be used or the picture cannot be made.
    public func print(_ page: Page) throws -> Reported<[UInt8]> {
        try GlyphCache.withoutEviction {
            let scale = dpi / 72
            let fonts = try FontSet(wholeFor: page)
            let images = ImageCache(for: .screen(scale: scale))
            let bytes = try DiagnosticsError.wrappingErrors("the picture of page \(page.number) cannot be made") {
                let width = Int((page.trim.width.points * scale).rounded())
                let height = Int((page.trim.height.points * scale).rounded())
                let surface = try CairoSurface.bitmap(width: width, height: height)
                let canvas = try CairoCanvas(on: surface, fonts: fonts, images: images, scale: scale)
                canvas.fillPaper()
                try canvas.paint(page)
                return try PNGEncoder.encode(surface, width: width, height: height, dpi: dpi)
            }
            return Reported(bytes, images.diagnostics)
        }
    }
}

/// Draws a page as an SVG picture, with letters as outlines.
public struct SVGPrinter: Sendable {
    /// Whether the page has a white background. Without one the picture can be laid over another.
    public var paper: Bool

    public init(paper: Bool = true) { self.paper = paper }

    /// The bytes of the SVG file, with a warning for each image that cannot be used. The picture shows the trimmed page
    /// in points.
    ///
    /// - Throws: `DiagnosticsError` when a font cannot be used or the picture cannot be made.
    public func print(_ page: Page) throws -> Reported<[UInt8]> {
        try GlyphCache.withoutEviction {
            let fonts = try FontSet(wholeFor: page)
            let images = ImageCache(for: .svg)
            let bytes = try DiagnosticsError.wrappingErrors("the picture of page \(page.number) cannot be made") {
                let surface = try CairoSurface.svg(width: page.trim.width.points, height: page.trim.height.points)
                let canvas = try CairoCanvas(on: surface, fonts: fonts, images: images)
                if paper { canvas.fillPaper() }
                try canvas.paint(page)
                return try surface.finish()
            }
            return Reported(bytes, images.diagnostics)
        }
    }
}

extension DiagnosticsError {
    /// Runs `body`. An error of a library becomes a diagnostic with the message “`message`: the error”.
    static func wrappingErrors<Value>(_ message: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DiagnosticsError {
            throw error
        } catch {
            throw DiagnosticsError([.error(at: nil, "\(message): \(error)")])
        }
    }
}
