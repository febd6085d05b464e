internal import Diagnostics
internal import Pages
internal import Printing

/// Prints the edition for whoever downloads it, one after the other, while others go on looking at its pages.
actor DownloadProvider {
    private let thread = QueueExecutor("printing")

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    func pdf(of document: Document) throws -> [UInt8] { try PDFPrinter().print(document).value }
}
