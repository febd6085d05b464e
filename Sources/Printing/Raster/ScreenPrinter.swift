public import Diagnostics
public import Pages

/// Draws parts of pages for a live view. Fonts, glyphs and photos stay open from picture to picture.
///
///     let bmp = try printer.print(page, ScreenPrinter.View(x: 0, y: 0, width: 900, height: 1250, scale: 0.81))
public final class ScreenPrinter {
    /// A part of a page in pixels from the trimmed page's top left corner.
    public struct View: Hashable, Sendable {
        public var x, y, width, height: Int
        /// Pixels per point.
        public var scale: Double

        public init(x: Int, y: Int, width: Int, height: Int, scale: Double) {
            (self.x, self.y, self.width, self.height, self.scale) = (x, y, width, height, scale)
        }
    }

    /// The fonts and photos that are open for one scale. Both cache pixels of that scale.
    private struct Resources {
        var scale: Double
        var fonts: FontSet
        var images: ImageCache
    }

    /// The open resources, the last used ones at the end.
    private var resources: [Resources] = []

    /// Four scales: complete pages and close-ups, on two screens.
    private static let maxScales = 4

    /// The scale below which the page is drawn at twice the scale and averaged. Cairo places glyphs on whole pixels, and
    /// body type in fewer pixels per point would be spaced unevenly.
    private static let supersamplingLimit = 2.5

    public init() {}

    /// The bytes of a BMP file, with a warning for each image that cannot be used.
    ///
    /// - Throws: `DiagnosticsError` when a font cannot be used or the picture cannot be made.
    public func print(_ page: Page, _ view: View) throws -> Reported<[UInt8]> {
        try GlyphCache.withoutEviction {
            let samples = view.scale < Self.supersamplingLimit ? 2 : 1
            let scale = view.scale * Double(samples)
            let resources = try resources(for: page, scale: scale)
            let bytes = try DiagnosticsError.wrappingErrors("the picture of page \(page.number) cannot be made") {
                let surface = try CairoSurface.bitmap(width: view.width * samples, height: view.height * samples)
                let canvas = try CairoCanvas(
                    on: surface, fonts: resources.fonts, images: resources.images, scale: scale)
                canvas.fillPaper()
                try canvas.paint(page, at: (x: -Double(view.x) / view.scale, y: -Double(view.y) / view.scale))
                return BitmapEncoder.encode(
                    surface, width: view.width, height: view.height, isSupersampled: samples == 2)
            }
            return Reported(bytes, resources.images.diagnostics)
        }
    }

    /// Closes all photos and drawings, so that changed files are read again.
    public func discardImages() {
        for index in resources.indices {
            resources[index].images = ImageCache(for: .screen(scale: resources[index].scale))
        }
    }

    private func resources(for page: Page, scale: Double) throws -> Resources {
        let old = resources.firstIndex { $0.scale == scale }.map { resources.remove(at: $0) }
        let new = Resources(
            scale: scale, fonts: try FontSet(wholeFor: page, keeping: old?.fonts),
            images: old?.images ?? ImageCache(for: .screen(scale: scale)))
        resources.append(new)
        if resources.count > Self.maxScales { resources.removeFirst() }
        return new
    }
}
