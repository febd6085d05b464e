public import Diagnostics
public import Pages

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
