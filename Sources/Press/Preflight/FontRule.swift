internal import Diagnostics
internal import Pages
internal import Printing

/// Every font of the pages has to be there, to hold outlines, and to let itself be handed on within a file.
enum FontRule {
    static func diagnostics(of document: Document) -> [Diagnostic] {
        Set(document.pages.flatMap(\.glyphRuns).map(\.face)).sorted().compactMap { face in
            FontPermission.embeddingProblem(of: face).map { problem in
                .error(
                    at: SourcePlace(file: face.file), "the font \(face.name) cannot go into a PDF: it \(problem)",
                    hints: "name another font for its role in fonts/roles.yaml")
            }
        }
    }
}
