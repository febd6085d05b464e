internal import Concurrency
internal import Diagnostics
internal import Pages
internal import Printing

/// Draws pictures of pages, one at a time.
actor PictureProvider {
    private let executor = QueueExecutor("drawing")
    private let printer = ScreenPrinter()
    /// The images of pages as they were when they were last drawn.
    private var images: [String: FileFingerprint] = [:]

    /// More pixels than a large screen has, within the memory that a browser can spare.
    static let maxPixels = 16_000_000
    /// The longest side in pixels. Cairo's bitmaps have at most 32,767, and pages at a small scale are drawn at twice the
    /// size.
    static let maxSide = 16_383
    /// From a thumbnail of a page to a letter that fills a screen, in pixels per point.
    static let scales = 0.02...40.0

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The bytes of a BMP file.
    ///
    /// - Throws: `DiagnosticsError` when a font cannot be used or the picture cannot be made.
    func picture(of version: PageVersion, _ view: ScreenPrinter.View) throws -> [UInt8] {
        for image in version.images where images[image.path] != image {
            if images[image.path] != nil { printer.discardImages() }
            images[image.path] = image
        }
        return try printer.print(version.page, view).value
    }
}

/// Prints the edition for downloads, one at a time. It does not delay pictures, which are drawn on another thread.
actor DownloadProvider {
    private let executor = QueueExecutor("printing")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The bytes of a PDF file.
    ///
    /// - Throws: `DiagnosticsError` when a font cannot be used or the file cannot be made.
    func pdf(of document: Document) throws -> [UInt8] { try PDFPrinter().print(document).value }
}
