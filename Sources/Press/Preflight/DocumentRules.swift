internal import Diagnostics
internal import Pages
internal import Printing

/// Reports fonts that are missing, have no outlines, or do not permit embedding.
enum FontRule {
    static func diagnostics(of document: Document) -> [Diagnostic] {
        document.faces.sorted.compactMap { face in
            FontPermission.embeddingProblem(of: face).map { problem in
                .error(
                    at: SourcePlace(file: face.file), "the font \(face.name) cannot go into a PDF: it \(problem)",
                    hints: "name another font for its role in fonts/roles.yaml")
            }
        }
    }
}

/// Reports photos that are missing or damaged, or that have too few pixels for their size on the page.
enum PhotoRule {
    /// Pixels per inch. A newspaper's screen has some 85 to 100 lines per inch: with less than one and a half pixels a
    /// line an attentive reader sees them, with less than one every reader does.
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
