public import Diagnostics
public import Pages

/// Draws what somebody sees of a page, at the scale at which they look, again and again: type, glyphs and photos stay
/// open from picture to picture.
///
///     let bmp = try printer.print(page, ScreenPrinter.View(x: 0, y: 0, width: 900, height: 1250, unit: 0.81))
public final class ScreenPrinter {
    /// A part of a page in pixels, counted from the trimmed sheet's top left corner.
    public struct View: Hashable, Sendable {
        public var x, y, width, height: Int
        /// Pixels to a point.
        public var unit: Double

        public init(x: Int, y: Int, width: Int, height: Int, unit: Double) {
            (self.x, self.y, self.width, self.height, self.unit) = (x, y, width, height, unit)
        }
    }

    /// What is open for one scale: glyphs and photos are kept as pixels.
    private struct Desk {
        var unit: Double
        var type: FontSet
        var photos: PhotoAlbum
    }

    /// The last used one comes last.
    private var desks: [Desk] = []

    /// Whole pages and their parts, now and before the last change, on one screen and a second one.
    private static let mostDesks = 4

    /// Cairo sets glyphs on whole pixels, and body type of fewer pixels than this to the point would stand unevenly: it is
    /// drawn twice as large, and four pixels made one.
    private static let coarsest = 2.5

    public init() {}

    /// The picture as a BMP file.
    public func print(_ page: Page, _ view: View) throws -> Reported<[UInt8]> {
        let scale = view.unit < Self.coarsest ? 2 : 1
        let unit = view.unit * Double(scale)
        let desk = try desk(for: page, unit: unit)
        let bytes = try DiagnosticsError.ifPrintingFails("the picture of page \(page.number) cannot be made") {
            let surface = try CairoSurface.pixels(width: view.width * scale, height: view.height * scale)
            let canvas = try CairoCanvas(on: surface, type: desk.type, photos: desk.photos, unit: unit)
            canvas.fillPaper()
            try canvas.paint(page, shiftedBy: (x: -Double(view.x) / view.unit, y: -Double(view.y) / view.unit))
            return BitmapEncoder.encode(surface, width: view.width, height: view.height, isDouble: scale == 2)
        }
        return Reported(bytes, desk.photos.diagnostics)
    }

    /// Reads photos and drawings anew from now on.
    public func forgetPhotos() {
        for index in desks.indices { desks[index].photos = PhotoAlbum(for: .screen(unit: desks[index].unit)) }
    }

    private func desk(for page: Page, unit: Double) throws -> Desk {
        let known = desks.firstIndex { $0.unit == unit }.map { desks.remove(at: $0) }
        let desk = Desk(
            unit: unit, type: try FontSet(wholeFor: page, keeping: known?.type),
            photos: known?.photos ?? PhotoAlbum(for: .screen(unit: unit)))
        desks.append(desk)
        if desks.count > Self.mostDesks { desks.removeFirst() }
        return desk
    }
}
