internal import Diagnostics
internal import Pages
internal import Printing

/// Every font of the pages has to be there, to hold outlines, and to let itself be handed on within a file.
enum FontRule {
    static func diagnostics(of document: Document) -> [Diagnostic] {
        document.faces.sorted.compactMap { face in
            FontPermission.trouble(with: face).map { trouble in
                .error(
                    at: SourcePlace(file: face.file), "the font \(face.name) cannot go into a PDF: it \(trouble)",
                    hints: "name another font for its role in fonts/roles.yaml")
            }
        }
    }
}
