internal import Diagnostics
internal import Dispatch
internal import Pages
internal import Printing

/// Draws the pictures that browsers ask for, one after the other.
actor PictureProvider {
    private let thread = QueueExecutor("drawing")
    private let printer = ScreenPrinter()
    private var files: [String: FileStamp] = [:]

    /// Sixteen million pixels: more than a large screen shows, and no more memory than a browser has to spare.
    static let mostPixels = 16_000_000
    /// From a stamp of a page to a letter that fills a screen, in pixels to a point.
    static let units = 0.02...40.0

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    func picture(of entry: PageArchive.Entry, _ view: ScreenPrinter.View) throws -> [UInt8] {
        for file in entry.files where files[file.path] != file {
            if files[file.path] != nil { printer.forgetPhotos() }
            files[file.path] = file
        }
        return try printer.print(entry.page, view).value
    }
}

/// Prints the edition for whoever downloads it, one after the other, while others go on looking at its pages.
actor DownloadProvider {
    private let thread = QueueExecutor("printing")

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    func pdf(of document: Document) throws -> [UInt8] { try PDFPrinter().print(document).value }
}

/// Runs an actor's work beside Swift's own threads, of which there are as many as cores: making and drawing pages keep a
/// thread busy for as long as they reckon, and browsers would wait for their turn.
final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(_ name: String) { queue = DispatchQueue(label: "paiban.\(name)") }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
