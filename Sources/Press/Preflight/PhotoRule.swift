internal import Diagnostics
internal import Pages
internal import Printing

/// Every photo has to be there and whole, and to have pixels enough for its size on the page.
enum PhotoRule {
    /// Pixels to the inch below which a newspaper's screen of some 85 to 100 lines shows the pixels: less than one and a
    /// half of them a line are seen by who looks for them, less than one by everybody.
    private static let poor = 150.0
    private static let bad = 100.0

    static func diagnostics(of document: Document) -> [Diagnostic] {
        PhotoUse.all(on: document.pages).compactMap { use in
            let place = SourcePlace(file: use.file)
            do throws(PhotoFile.Unusable) {
                let dpi = try PhotoCheck(of: use).dpi
                guard dpi < poor else { return nil }
                return Diagnostic(
                    dpi < bad ? .error : .warning, at: place,
                    "the photo has \(Int(dpi)) pixels to the inch on the page; a press wants \(Int(poor)) or more",
                    hints: ["take a larger file of it, or show it smaller"])
            } catch {
                return .error(
                    at: place, "the photo \(error), so a grey frame would be printed",
                    hints: "put a JPEG or PNG file of that name there")
            }
        }
    }
}
